import type { FormValues } from '@/components/session/session'
import { example } from '@/lib/spec/example'

export interface Preset {
  readonly id: string
  readonly label: string
  readonly values: FormValues
}

/** Nothing filled in but what has a default. */
export const blank: FormValues = {
  version: 1,
  service: '',
  region: 'us-east-1',
  stage: 'dev',
  userPool: { source: 'new', name: '', tier: 'ESSENTIALS', domainPrefix: '', managedLogin: true },
  resourceServers: [{ identifier: '', name: '', scopes: [{ name: '', description: '' }] }],
  clients: [
    {
      name: '',
      grants: ['authorization_code'],
      generateSecret: false,
      scopes: [],
      callbackUrls: [],
      logoutUrls: [],
      identityProviders: ['COGNITO'],
    },
  ],
  api: { type: 'rest', name: '' },
  endpoints: [],
}

export const presets: readonly Preset[] = [{ id: 'mobile', label: 'Mobile app + API', values: example }]

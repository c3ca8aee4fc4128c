import { describe, expect, it } from 'vitest'
import { type SampleChoice, toSample } from '@/components/preview/sample/sample-request'
import { compile } from '@/lib/compile'
import { example } from '@/lib/document/example'

const [AUDIENCE, SERVER] = ['https://mcp.example.com', 'https://files.example.com']
const machine = {
  ...example.clients[0]!,
  name: 'backend',
  grants: ['client_credentials'],
  generateSecret: true,
  scopes: ['com.example.api/read'],
  callbackUrls: [],
  logoutUrls: [],
}

function sample(choice: Partial<SampleChoice>, type: 'rest' | 'http' = 'http') {
  const compiled = compile({
    ...example,
    resourceServers: [...example.resourceServers, { identifier: SERVER, name: 'Files', scopes: [] }],
    clients: [example.clients[0], machine].map(client => ({ ...client, defaultRedirectUri: undefined })),
    api: { type, name: 'api', ...(type === 'http' && { additionalAudiences: [AUDIENCE] }) },
  })
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  const none = new Set<string>()
  const chosen: SampleChoice = { client: '', use: 'access', without: none, triggered: false, resource: '' }
  return toSample(compiled, { ...chosen, ...choice }, 1_790_000_000)
}

describe('the resource of a sample token', () => {
  it('is one of those that the document declares for it', () => {
    expect(sample({}).resources).toEqual([SERVER, AUDIENCE])
    expect(sample({}, 'rest').resources).toEqual([SERVER])
    expect(sample({}).claims).not.toHaveProperty('aud')
  })

  it.each([
    ['http', AUDIENCE, 'ALLOWED'],
    ['http', SERVER, 'AUDIENCE_MISMATCH'],
    ['rest', SERVER, 'ALLOWED'],
  ] as const)('on a %s API: %s, %s', (type, resource, code) => {
    const { claims, verdicts } = sample({ resource }, type)
    expect(claims?.aud).toBe(resource)
    expect(verdicts.map(verdict => verdict.code)).toEqual([code])
  })

  it('does not apply to ID tokens, machines and resources that are gone', () => {
    for (const choice of [{ use: 'id' }, { client: 'backend' }] as const) {
      const { resources, request } = sample({ ...choice, resource: AUDIENCE })
      expect([resources, request.resource]).toEqual([[], undefined])
    }
    expect(sample({ resource: 'https://gone.example.com' }).claims).not.toHaveProperty('aud')
  })
})

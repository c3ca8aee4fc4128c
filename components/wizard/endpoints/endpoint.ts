import type { FormValues } from '@/components/session/session'
import type { IconName } from '@/components/ui/icon'
import { defaultHandler } from '@/lib/document/edit/default-handler'

export type Endpoint = FormValues['endpoints'][number]
export type Auth = Endpoint['auth']

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const

export const auths: readonly { readonly value: Auth; readonly label: string; readonly icon: IconName }[] = [
  { value: 'access_token', label: 'Access token', icon: 'key' },
  { value: 'id_token', label: 'ID token', icon: 'person' },
  { value: 'iam', label: 'AWS IAM', icon: 'locked' },
  { value: 'none', label: 'None', icon: 'unlocked' },
]

export const authOf = (auth: Auth | undefined) => auths.find(({ value }) => value === auth) ?? auths[0]!

/** Maximum number of endpoints of one API. */
export const MAX_ENDPOINTS = 300

export const newEndpoint: Endpoint = {
  method: 'GET',
  path: '',
  auth: 'access_token',
  scopes: [],
  handler: '',
}

/** With another method or path, and the handler that goes with them unless it was set manually. */
export function withRoute(endpoint: Endpoint, change: Partial<Pick<Endpoint, 'method' | 'path'>>): Endpoint {
  const next = { ...endpoint, ...change }
  const own = endpoint.handler !== '' && endpoint.handler !== defaultHandler(endpoint.method, endpoint.path)
  return own ? next : { ...next, handler: defaultHandler(next.method, next.path) }
}

/** With another authorization: scopes go with an access token only. */
export const withAuth = (endpoint: Endpoint, auth: Auth, scopes: readonly string[] = []): Endpoint => ({
  ...endpoint,
  auth,
  scopes: auth === 'access_token' ? [...(endpoint.scopes.length > 0 ? endpoint.scopes : scopes)] : [],
})

/** The text that the filter searches. */
export const searchText = ({ method, path, scopes, handler }: Endpoint): string =>
  `${method} ${path} ${(scopes ?? []).join(' ')} ${handler}`.toLowerCase()

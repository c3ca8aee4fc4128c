import type { FormValues } from '@/components/session/session'

type Rename = (scope: string) => string

const inScopes = (values: FormValues, rename: Rename): FormValues => ({
  ...values,
  clients: values.clients.map(client => ({ ...client, scopes: client.scopes.map(rename) })),
  endpoints: values.endpoints.map(endpoint => ({ ...endpoint, scopes: (endpoint.scopes ?? []).map(rename) })),
})

/** Gives a resource server another identifier, in every full scope too. */
export function renameServer(values: FormValues, server: number, identifier: string): FormValues {
  const old = values.resourceServers[server]
  if (!old) return values
  const from = `${old.identifier}/`
  const own = new Set(old.scopes.map(({ name }) => from + name))
  return {
    ...inScopes(values, scope => (own.has(scope) ? `${identifier}/${scope.slice(from.length)}` : scope)),
    resourceServers: values.resourceServers.with(server, { ...old, identifier }),
  }
}

/** Gives a scope another name, wherever it is used too. */
export function renameScope(values: FormValues, server: number, index: number, name: string): FormValues {
  const old = values.resourceServers[server]
  const scope = old?.scopes[index]
  if (!old || !scope) return values
  const from = `${old.identifier}/${scope.name}`
  return {
    ...inScopes(values, used => (used === from ? `${old.identifier}/${name}` : used)),
    resourceServers: values.resourceServers.with(server, {
      ...old,
      scopes: old.scopes.with(index, { ...scope, name }),
    }),
  }
}

export interface ScopeUses {
  readonly clients: readonly string[]
  readonly endpoints: readonly { readonly name: string; readonly keepsAny: boolean }[]
}

/** Who uses any of these scopes, and would lose it. */
export function usesOf(values: FormValues, scopes: ReadonlySet<string>): ScopeUses {
  return {
    clients: values.clients
      .filter(client => client.scopes.some(scope => scopes.has(scope)))
      .map(({ name }) => name),
    endpoints: values.endpoints
      .filter(endpoint => endpoint.scopes?.some(scope => scopes.has(scope)))
      .map(({ method, path, scopes: own }) => ({
        name: `${method} ${path}`,
        keepsAny: own.some(scope => !scopes.has(scope)),
      })),
  }
}

const without = (values: FormValues, scopes: ReadonlySet<string>): FormValues => ({
  ...values,
  clients: values.clients.map(client => ({
    ...client,
    scopes: client.scopes.filter(scope => !scopes.has(scope)),
  })),
  endpoints: values.endpoints.map(endpoint => ({
    ...endpoint,
    scopes: (endpoint.scopes ?? []).filter(scope => !scopes.has(scope)),
  })),
})

/** The full scopes of one resource server, or the one at `index`. */
export function scopesOf(values: FormValues, server: number, index?: number): ReadonlySet<string> {
  const { identifier = '', scopes = [] } = values.resourceServers[server] ?? {}
  return new Set(
    scopes.filter((_, at) => index === undefined || at === index).map(({ name }) => `${identifier}/${name}`),
  )
}

/** Takes a scope away, from everything that uses it too. */
export function removeScope(values: FormValues, server: number, index: number): FormValues {
  const old = values.resourceServers[server]
  if (!old) return values
  return {
    ...without(values, scopesOf(values, server, index)),
    resourceServers: values.resourceServers.with(server, {
      ...old,
      scopes: old.scopes.filter((_, at) => at !== index),
    }),
  }
}

/** Takes a resource server away, with its scopes wherever they are used. */
export const removeServer = (values: FormValues, server: number): FormValues => ({
  ...without(values, scopesOf(values, server)),
  resourceServers: values.resourceServers.filter((_, at) => at !== server),
})

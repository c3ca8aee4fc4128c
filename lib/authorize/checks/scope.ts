import type { Client, Endpoint, Model } from '../../model/model'
import { scopesOf, summarize, type TokenSummary } from '../../token/summarize'
import { anyOf, type Call, type CheckResult, failed, passed } from './check'
import { scopeRemedy } from './scope-remedy'

/** Scopes of a message; a token may have thousands. */
const MAX_SHOWN = 20

/** The scopes of a token and the clients that may request others, read once for all endpoints. */
export interface TokenScopes {
  readonly all: ReadonlySet<string>
  readonly summary: TokenSummary
  /** Clients that may request a scope, in the order of the spec. */
  readonly clientsWith: (fullScope: string) => readonly Client[]
  readonly isDeclared: (fullScope: string) => boolean
}

/** Reads the `scope` claim; an HTTP API also accepts `scp` (guide, "Control access to HTTP APIs with JWT authorizers"). */
export function tokenScopes({ model, token }: Call): TokenScopes {
  const { scope, scp } = token.claims ?? {}
  const byScope = memoizeOnce(() => clientsByScope(model.clients))
  const declared = memoizeOnce(() => declaredScopes(model))
  return {
    all: new Set(scopesOf(scope === undefined && model.api.type === 'http' ? scp : scope)),
    summary: summarize(token),
    clientsWith: fullScope => byScope().get(fullScope) ?? [],
    isDeclared: fullScope => declared().has(fullScope),
  }
}

function memoizeOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const declaredScopes = (model: Model): ReadonlySet<string> =>
  new Set(model.resourceServers.flatMap(({ scopes }) => scopes.map(({ fullScope }) => fullScope)))

function clientsByScope(clients: readonly Client[]): ReadonlyMap<string, readonly Client[]> {
  const byScope = new Map<string, Client[]>()
  for (const client of clients)
    for (const { fullScope } of client.scopes) {
      const others = byScope.get(fullScope)
      if (others) others.push(client)
      else byScope.set(fullScope, [client])
    }
  return byScope
}

/**
 * Checks that the token has at least one of the endpoint's scopes (exact match). Without one a REST API responds with
 * 401 (recorded on AWS, and documented), an HTTP API with 403.
 */
export function scope({ token }: Call, endpoint: Endpoint, scopes: TokenScopes): CheckResult {
  const required = endpoint.scopes.map(use => use.fullScope)
  const via = required.filter(fullScope => scopes.all.has(fullScope))
  if (via.length) return passed(`the token has ${anyOf(via)}`)
  const has = scopes.all.size
    ? `the token has ${[...scopes.all].slice(0, MAX_SHOWN).join(', ')}`
    : 'the token has no scopes'
  return failed(
    `requires ${anyOf(required)}; ${has}`,
    'SCOPE_MISSING',
    `The endpoint requires ${anyOf(required)}; ${has}.${nearMiss(required, scopes)}`,
    scopeRemedy(token.kind === 'id', required, scopes),
  )
}

/** Points out a scope that a reader takes for the required one. */
function nearMiss(required: readonly string[], { all }: TokenScopes): string {
  for (const fullScope of required) {
    const name = fullScope.slice(fullScope.lastIndexOf('/') + 1)
    for (const found of [...all].slice(0, MAX_SHOWN)) {
      if (found.toLowerCase() === fullScope.toLowerCase())
        return ` ${found} differs from ${fullScope} in upper and lower case; scopes must match exactly.`
      if (found === name) return ` ${found} is only the name of the scope; the full scope is ${fullScope}.`
    }
  }
  return ''
}

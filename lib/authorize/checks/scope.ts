import type { Endpoint } from '../../model/model'
import { anyOf, type Call, type CheckResult, failed, passed } from './check'
import { scopeRemedy } from './scope-remedy'
import type { TokenScopes } from './token-scopes'

/** Scopes of a message; a token may have thousands. */
const MAX_SHOWN = 20

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

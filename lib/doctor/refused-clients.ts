import type { Facts, Rule } from './rule'
import { clientCredentialsMixed } from './rules/client-credentials-mixed'
import { clientCredentialsWithOidcScope } from './rules/client-credentials-with-oidc-scope'
import { clientCredentialsWithoutScope } from './rules/client-credentials-without-scope'
import { clientCredentialsWithoutSecret } from './rules/client-credentials-without-secret'
import { defaultRedirectNotListed } from './rules/default-redirect-not-listed'
import { limitExceeded } from './rules/limit-exceeded'
import { namePattern } from './rules/name-pattern'
import { noCallback } from './rules/no-callback'
import { redirectUriInvalid } from './rules/redirect-uri-invalid'
import { rotationWithRefreshFlow } from './rules/rotation-with-refresh-flow'
import { tokenValidityOutOfRange } from './rules/token-validity-out-of-range'

/** Settings with which Cognito refuses to create a client. */
const RULES: readonly Rule[] = [
  clientCredentialsMixed,
  clientCredentialsWithOidcScope,
  clientCredentialsWithoutScope,
  clientCredentialsWithoutSecret,
  defaultRedirectNotListed,
  limitExceeded,
  namePattern,
  noCallback,
  redirectUriInvalid,
  rotationWithRefreshFlow,
  tokenValidityOutOfRange,
]

/** Keys of what Cognito certainly refuses to create: a client among it has no tokens. */
export const refusedByCognito = (facts: Facts): ReadonlySet<string> =>
  new Set(
    RULES.flatMap(rule =>
      rule
        .check(facts)
        .flatMap(verdict => (verdict?.truth.is === true && verdict.resource ? verdict.resource.key : [])),
    ),
  )

import type { Facts } from './rule'
import { rules } from './rules'

/** Settings with which Cognito refuses to create a client. */
const REFUSING: ReadonlySet<string> = new Set([
  'CLIENT_CREDENTIALS_MIXED',
  'CLIENT_CREDENTIALS_WITH_OIDC_SCOPE',
  'CLIENT_CREDENTIALS_WITHOUT_SCOPE',
  'CLIENT_CREDENTIALS_WITHOUT_SECRET',
  'DEFAULT_REDIRECT_NOT_LISTED',
  'LIMIT_EXCEEDED',
  'NAME_PATTERN',
  'NO_CALLBACK',
  'REDIRECT_URI_INVALID',
  'ROTATION_WITH_REFRESH_FLOW',
  'TOKEN_VALIDITY_OUT_OF_RANGE',
])

/** Keys of what Cognito certainly refuses to create: a client among it has no tokens. */
export const refusedByCognito = (facts: Facts): ReadonlySet<string> =>
  new Set(
    rules
      .filter(({ code }) => REFUSING.has(code))
      .flatMap(rule => rule.check(facts))
      .flatMap(verdict => (verdict?.truth.is === true && verdict.resource ? verdict.resource.key : [])),
  )

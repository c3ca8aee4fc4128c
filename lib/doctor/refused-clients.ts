import type { Rule, Verdicts } from './rule'

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

/** Keys of what Cognito certainly refuses to create, by what a rule says: a client among it has no tokens. */
export const refusedByCognito = ({ code }: Rule, verdicts: Verdicts): readonly string[] =>
  REFUSING.has(code)
    ? verdicts.flatMap(verdict =>
        verdict?.truth.is === true && verdict.resource ? verdict.resource.key : [],
      )
    : []

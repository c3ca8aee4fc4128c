import { SIGN_IN_SCOPE } from './scopes'

/** Sign-in flows of an app client: `ExplicitAuthFlows` of the CreateUserPoolClient API, without its older names. */
export const AUTH_FLOWS = [
  'ALLOW_USER_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const
export type AuthFlow = (typeof AUTH_FLOWS)[number]

/** The flow that Cognito refuses together with refresh token rotation. It is one of a client's default flows. */
export const REFRESH_FLOW: AuthFlow = 'ALLOW_REFRESH_TOKEN_AUTH'

/** Without a list of flows, users can sign in through the SDK: SRP is one of a client's default flows. */
export const allowsSdkSignIn = (flows: readonly string[] | undefined): boolean =>
  flows === undefined || flows.length === 0 || flows.some(flow => flow !== REFRESH_FLOW)

/** The scopes that access tokens of a client can have: those that it may request, and the one that SDK sign-in gives unasked. */
export const obtainableScopes = (
  requested: readonly string[],
  flows: readonly string[] | undefined,
): readonly string[] => (allowsSdkSignIn(flows) ? [...new Set([...requested, SIGN_IN_SCOPE])] : requested)

/** Seconds for which a refresh token stays valid after its rotation. */
export const ROTATION_GRACE_SECONDS = { min: 0, max: 60 } as const

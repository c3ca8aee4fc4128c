import type { Mfa, UsernameAttribute } from '../aws/user-pool'

/** How users of a new pool register and sign in when the document does not say. */
export const SIGN_IN_DEFAULTS: {
  readonly selfSignUp: boolean
  readonly usernameAttributes: UsernameAttribute[]
  readonly mfa: Mfa
} = { selfSignUp: false, usernameAttributes: [], mfa: 'off' }

import type { DecodedToken } from './decode'
import { type CognitoIssuer, parseIssuer } from './issuer'
import type { JsonValue } from './json'

/** Scopes that a user pool knows without a resource server (Cognito guide, "Scopes, M2M, and resource servers"). */
const OIDC_SCOPES: readonly string[] = ['openid', 'email', 'phone', 'profile']
const SIGN_IN_SCOPE = 'aws.cognito.signin.user.admin'

export interface TokenScope {
  readonly fullScope: string
  readonly kind: 'oidc' | 'reserved' | 'custom'
}

/** Whose token it is and where it comes from, as far as its claims tell. */
export interface TokenProfile {
  /** A user signed in, or a machine asked with client_credentials (its `sub` is its `client_id`). */
  readonly holder?: 'user' | 'machine'
  /** From InitiateAuth (SDK, Amplify without managed login): carries no custom scope, ever. */
  readonly sdkSignIn: boolean
  readonly issuer?: CognitoIssuer
  /** `client_id`, or of an ID token `aud`. */
  readonly clientId?: string
  readonly scopes: readonly TokenScope[]
}

/** Reads what people want to know first about a token from its claims. */
export function profile(token: DecodedToken): TokenProfile {
  const claims = token.claims ?? {}
  const scopes = scopesOf(claims.scope)
  const clientId = token.kind === 'id' ? claims.aud : claims.client_id
  const issuer = parseIssuer(claims.iss)
  const holder = holderOf(token)
  return {
    ...(holder && { holder }),
    sdkSignIn: scopes.length === 1 && scopes[0] === SIGN_IN_SCOPE,
    ...(issuer && { issuer }),
    ...(typeof clientId === 'string' && { clientId }),
    scopes: scopes.map(fullScope => ({ fullScope, kind: scopeKind(fullScope) })),
  }
}

/** The scopes of a `scope` claim: RFC 6749 §3.3, separated by one space each. */
export const scopesOf = (claim: JsonValue | undefined): readonly string[] =>
  typeof claim === 'string' ? claim.split(' ').filter(Boolean) : []

export const scopeKind = (fullScope: string): TokenScope['kind'] =>
  OIDC_SCOPES.includes(fullScope) ? 'oidc' : fullScope === SIGN_IN_SCOPE ? 'reserved' : 'custom'

function holderOf({ kind, claims = {} }: DecodedToken): TokenProfile['holder'] {
  if (kind === 'id') return 'user'
  if (claims.username !== undefined) return 'user'
  return typeof claims.client_id === 'string' && claims.sub === claims.client_id ? 'machine' : undefined
}

import { OIDC_SCOPES, SIGN_IN_SCOPE } from '../aws/scopes'
import type { DecodedToken } from './decode'
import { type CognitoIssuer, parseIssuer } from './issuer'
import type { JsonValue } from './json'

export interface TokenScope {
  readonly fullScope: string
  readonly kind: 'oidc' | 'reserved' | 'custom'
}

/** The token's subject type, issuer, client and scopes, as far as its claims show. */
export interface TokenSummary {
  /** A user signed in, or a machine used client_credentials (then `sub` equals `client_id`). */
  readonly subject?: 'user' | 'machine'
  /** From InitiateAuth (SDK, Amplify without managed login): has no custom scope unless a trigger adds one. */
  readonly sdkSignIn: boolean
  readonly issuer?: CognitoIssuer
  /** `client_id`, or `aud` of an ID token. */
  readonly clientId?: string
  readonly scopes: readonly TokenScope[]
}

/** Summarizes the claims of a token. */
export function summarize(token: DecodedToken): TokenSummary {
  const claims = token.claims ?? {}
  const scopes = scopesOf(claims.scope)
  const clientId = token.kind === 'id' ? claims.aud : claims.client_id
  const issuer = parseIssuer(claims.iss)
  const subject = subjectOf(token)
  return {
    ...(subject && { subject }),
    sdkSignIn: scopes.length === 1 && scopes[0] === SIGN_IN_SCOPE,
    ...(issuer && { issuer }),
    ...(typeof clientId === 'string' && { clientId }),
    scopes: scopes.map(fullScope => ({ fullScope, kind: scopeKind(fullScope) })),
  }
}

/** Splits a `scope` claim (RFC 6749 §3.3: separated by spaces); empty for a value that is not a string. */
export const scopesOf = (claim: JsonValue | undefined): readonly string[] =>
  typeof claim === 'string' ? claim.split(' ').filter(Boolean) : []

const OIDC: ReadonlySet<string> = new Set(OIDC_SCOPES)

/** Tells a scope of OpenID Connect from Cognito's own and from custom scopes. */
export const scopeKind = (fullScope: string): TokenScope['kind'] =>
  OIDC.has(fullScope) ? 'oidc' : fullScope === SIGN_IN_SCOPE ? 'reserved' : 'custom'

function subjectOf({ kind, claims = {} }: DecodedToken): TokenSummary['subject'] {
  if (kind === 'id') return 'user'
  if (claims.username !== undefined) return 'user'
  return typeof claims.client_id === 'string' && claims.sub === claims.client_id ? 'machine' : undefined
}

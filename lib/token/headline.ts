import type { DecodedToken } from './decode'
import { summarize } from './summarize'

/** Returns the type of the token in one line: `Access token · user`, `Refresh token`, `JWT of another issuer`. */
export function headline(token: DecodedToken): string {
  const { subject, sdkSignIn, issuer } = summarize(token)
  const who = sdkSignIn ? 'user, SDK sign-in' : subject
  switch (token.kind) {
    case 'access':
      return who ? `Access token · ${who}` : 'Access token'
    case 'id':
      return 'ID token · user'
    case 'refresh':
      return 'Refresh token'
    case 'unknown':
      return issuer ? 'JWT without token_use' : 'JWT of another issuer'
    case 'malformed':
      return token.claims ? 'Broken token' : 'Not a token'
  }
}

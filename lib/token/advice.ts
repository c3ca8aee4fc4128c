import type { DecodedToken } from './decode'
import { profile, type TokenProfile } from './profile'

/** Something worth saying about a whole token. */
export interface Advice {
  readonly code:
    | 'SDK_SIGN_IN'
    | 'REFRESH_TOKEN'
    | 'UNSIGNED'
    | 'OTHER_ALGORITHM'
    | 'NOT_COGNITO'
    | 'UPDATED_ISSUER'
    | 'RESOURCE_BOUND'
    | 'TOO_LONG'
  readonly title: string
  readonly text: string
}

/** One line that says what the token is: `Access token · user`, `Refresh token`, `JWT of another issuer`. */
export function headline(token: DecodedToken): string {
  const { holder, sdkSignIn, issuer } = profile(token)
  const who = sdkSignIn ? 'user, SDK sign-in' : holder
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

/** What people with such a token should know, most pressing first. */
export function advice(token: DecodedToken): readonly Advice[] {
  if (token.kind === 'refresh') return [REFRESH]
  if (!token.header && !token.claims) return []
  const facts = profile(token)
  return [
    ...aboutSignature(token),
    ...aboutOrigin(token, facts),
    ...(token.text.length > MAX_HEADERS ? [TOO_LONG] : []),
  ]
}

/** Bytes of all request headers together, API Gateway quotas. */
const MAX_HEADERS = 10_240
const TOO_LONG: Advice = {
  code: 'TOO_LONG',
  title: 'Too long to send',
  text: 'API Gateway takes 10,240 bytes of headers in all, and this token alone is longer.',
}

const REFRESH: Advice = {
  code: 'REFRESH_TOKEN',
  title: 'A refresh token opens no endpoint',
  text: 'It has five parts and is encrypted: only Cognito can read it. Exchange it at /oauth2/token with grant_type=refresh_token for an access token.',
}

function aboutSignature({ header }: DecodedToken): readonly Advice[] {
  const alg = header?.alg
  if (typeof alg !== 'string' || alg === 'RS256') return []
  if (alg.toLowerCase() === 'none')
    return [
      {
        code: 'UNSIGNED',
        title: 'Unsigned',
        text: 'Its alg is "none": anyone can write such a token, so API Gateway refuses it.',
      },
    ]
  return [
    {
      code: 'OTHER_ALGORITHM',
      title: `Signed with ${alg}`,
      text: `A user pool signs with RS256 and nothing else${alg.startsWith('HS') ? '; an HS algorithm signs with a shared secret, which API Gateway does not have' : ''}.`,
    },
  ]
}

function aboutOrigin(token: DecodedToken, { issuer, sdkSignIn }: TokenProfile): readonly Advice[] {
  const found: Advice[] = []
  if (sdkSignIn)
    found.push({
      code: 'SDK_SIGN_IN',
      title: 'From an SDK sign-in: no custom scopes',
      text: 'Its only scope is aws.cognito.signin.user.admin. Tokens of InitiateAuth (SRP, Amplify without managed login) never carry custom scopes, so an endpoint that asks for one refuses them. Sign in through /oauth2/authorize with the scopes you need, add them in a pre token generation trigger of version V2_0, or list aws.cognito.signin.user.admin on the endpoint.',
    })
  if (token.claims && !issuer)
    found.push({
      code: 'NOT_COGNITO',
      title: 'Not from a user pool',
      text: 'Its iss is not the issuer of a Cognito user pool, so a Cognito authorizer does not know it.',
    })
  if (issuer?.type === 'UPDATED')
    found.push({
      code: 'UPDATED_ISSUER',
      title: 'Updated issuer',
      text: 'The user pool uses the issuer-cognito-idp issuer. AWS says that the Cognito authorizer of a REST API is not compatible with it; a JWT authorizer needs it as its Issuer.',
    })
  if (token.kind === 'access' && token.claims?.aud !== undefined)
    found.push({
      code: 'RESOURCE_BOUND',
      title: 'Bound to a resource',
      text: 'It was asked for with resource=, so it carries aud. An HTTP API then checks aud and not client_id: the Audience of its authorizer must list that resource.',
    })
  return found
}

import { MAX_HEADER_BYTES } from '../aws/token-limits'
import type { DecodedToken } from './decode'
import { relativeTime } from './relative-time'
import { summarize, type TokenSummary } from './summarize'
import { visibleText } from './visible-text'

/** A remark about the whole token. */
export interface Advice {
  readonly code:
    | 'EXPIRED'
    | 'SDK_SIGN_IN'
    | 'ID_TOKEN'
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

/** Returns remarks about a token, the most important first; `now` in seconds since 1970 adds one on expiry. */
export function advice(token: DecodedToken, now?: number): readonly Advice[] {
  if (token.kind === 'refresh') return [REFRESH]
  if (!token.header && !token.claims) return []
  const summary = summarize(token)
  return [
    ...aboutExpiry(token, now),
    ...(token.kind === 'id' ? [ID_TOKEN] : []),
    ...aboutSignature(token),
    ...aboutOrigin(token, summary),
    ...(token.text.length > MAX_HEADER_BYTES ? [TOO_LONG] : []),
  ]
}

const ID_TOKEN: Advice = {
  code: 'ID_TOKEN',
  title: 'An ID token is for the app, not for APIs',
  text: 'It says who signed in and has no scopes, so every endpoint with scopes rejects it. Send the access token of the same sign-in.',
}

const TOO_LONG: Advice = {
  code: 'TOO_LONG',
  title: 'Too long to send',
  text: 'API Gateway accepts at most 10,240 bytes of headers; this token alone exceeds that.',
}

const REFRESH: Advice = {
  code: 'REFRESH_TOKEN',
  title: 'A refresh token gives no access to endpoints',
  text: 'It has five parts and is encrypted, so only Cognito can read it. Exchange it at /oauth2/token with grant_type=refresh_token for an access token.',
}

function aboutExpiry({ claims }: DecodedToken, now: number | undefined): readonly Advice[] {
  const exp = claims?.exp
  if (now === undefined || typeof exp !== 'number' || exp > now) return []
  return [
    {
      code: 'EXPIRED',
      title: `Expired ${relativeTime(exp, now)}`,
      text: 'Every endpoint with authorization rejects it with 401. Get a new one: grant_type=refresh_token at /oauth2/token, or sign in again.',
    },
  ]
}

function aboutSignature({ header }: DecodedToken): readonly Advice[] {
  const alg = header?.alg
  if (typeof alg !== 'string' || alg === 'RS256') return []
  if (alg.toLowerCase() === 'none')
    return [
      {
        code: 'UNSIGNED',
        title: 'Unsigned',
        text: 'Its alg is "none": anyone can forge such a token, so API Gateway rejects it.',
      },
    ]
  return [
    {
      code: 'OTHER_ALGORITHM',
      title: visibleText(`Signed with ${alg}`),
      text: `A user pool signs with RS256 only${alg.startsWith('HS') ? '. An HS algorithm uses a shared secret, which API Gateway does not have' : ''}.`,
    },
  ]
}

/** What `iss` of the local gateway ends with: a pool ID that starts with Local. */
const LOCAL_ISSUER = /\/[a-z-]+-\d_Local[\da-f]{4}$/

function aboutOrigin(token: DecodedToken, { issuer, sdkSignIn }: TokenSummary): readonly Advice[] {
  const found: Advice[] = []
  if (sdkSignIn)
    found.push({
      code: 'SDK_SIGN_IN',
      title: 'From an SDK sign-in: no custom scopes',
      text: 'Its only scope is aws.cognito.signin.user.admin. Tokens from InitiateAuth (SRP, Amplify without managed login) never include custom scopes, so an endpoint that requires one rejects them. Sign in through /oauth2/authorize with the scopes you need, add them in a pre token generation trigger of version V2_0, or list aws.cognito.signin.user.admin on the endpoint.',
    })
  if (token.claims && !issuer)
    found.push({
      code: 'NOT_COGNITO',
      ...(LOCAL_ISSUER.test(String(token.claims.iss))
        ? {
            title: 'A test token of the local gateway',
            text: 'cognito-scope-wizard local issued it, with test keys. The local gateway accepts it; a deployed API rejects it.',
          }
        : {
            title: 'Not from a user pool',
            text: 'Its iss is not the issuer of a Cognito user pool, so a Cognito authorizer rejects it.',
          }),
    })
  if (issuer?.type === 'UPDATED')
    found.push({
      code: 'UPDATED_ISSUER',
      title: 'Updated issuer',
      text: 'The user pool uses the issuer-cognito-idp issuer. AWS documents that the Cognito authorizer of a REST API is not compatible with it; a JWT authorizer needs it as its Issuer.',
    })
  if (token.kind === 'access' && token.claims?.aud !== undefined)
    found.push({
      code: 'RESOURCE_BOUND',
      title: 'Bound to a resource',
      text: 'It was requested with resource=, so it has an aud claim. An HTTP API then checks aud instead of client_id: the audience of its authorizer must list that resource.',
    })
  return found
}

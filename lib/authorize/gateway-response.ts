import type { Api, Endpoint } from '../model/model'
import type { GatewayResponse, VerdictCode } from './verdict'

/** Returns what the client receives when the authorizer refuses: a Cognito authorizer on REST, a JWT one on HTTP APIs. */
export function gatewayResponse(
  api: Api['type'],
  code: VerdictCode,
  endpoint: Endpoint,
): { readonly status: 401 | 403; readonly response: GatewayResponse } {
  return api === 'rest' ? { status: 401, response: rest(code) } : http(code, endpoint)
}

const message = (text: string): string => JSON.stringify({ message: text })

const rest = (code: VerdictCode): GatewayResponse => ({
  body: message(code === 'TOKEN_EXPIRED' ? 'The incoming token has expired' : 'Unauthorized'),
  headers: { 'x-amzn-ErrorType': 'UnauthorizedException' },
})

function http(code: VerdictCode, endpoint: Endpoint): ReturnType<typeof gatewayResponse> {
  const scopes = endpoint.scopes.map(use => use.fullScope).join(' ')
  if (code === 'SCOPE_MISSING')
    return {
      status: 403,
      response: {
        body: message('Forbidden'),
        headers: {
          'www-authenticate': challenge(scopes, 'insufficient_scope', `expected scopes: [${scopes}]`),
        },
      },
    }
  return { status: 401, response: { body: message('Unauthorized'), ...unauthorized(code, scopes) } }
}

/** What the caller of an endpoint with AWS_IAM authorization receives for a request that is not signed. */
export function unsignedResponse(api: Api['type'], hasToken: boolean): GatewayResponse {
  if (api === 'http') return { body: message('Forbidden'), headers: {} }
  if (!hasToken)
    return {
      body: message('Missing Authentication Token'),
      headers: { 'x-amzn-ErrorType': 'MissingAuthenticationTokenException' },
    }
  return {
    body: message(
      "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '…'.",
    ),
    headers: { 'x-amzn-ErrorType': 'IncompleteSignatureException' },
    remark: 'A hash takes the place of the dots.',
  }
}

const challenge = (scopes: string, error: string, description: string): string =>
  `Bearer scope="${scopes}" error="${error}" error_description="${description}"`

/** Only descriptions that AWS documents or that were seen in responses of API Gateway; no other is made up. */
function unauthorized(code: VerdictCode, scopes: string): Pick<GatewayResponse, 'headers' | 'remark'> {
  const invalid = (description: string, listed = '') => ({
    headers: { 'www-authenticate': challenge(listed, 'invalid_token', description) },
  })
  switch (code) {
    case 'TOKEN_MISSING':
      return { headers: { 'www-authenticate': 'Bearer' } }
    case 'AUDIENCE_MISMATCH':
      return invalid('the token does not have a valid audience')
    case 'TOKEN_EXPIRED':
      return invalid('the token has expired', scopes)
    case 'TOKEN_MALFORMED':
    case 'REFRESH_TOKEN':
      return invalid('token contains an invalid number of segments')
    default:
      return {
        headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
        remark: 'The header also has an error_description that is not documented.',
      }
  }
}

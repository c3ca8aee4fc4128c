import type { Api, Endpoint } from '../model/model'
import type { GatewayAnswer, VerdictCode } from './verdict'

/** What a refusal looks like to the caller (REST answers of the Cognito authorizer, HTTP answers of a JWT one). */
export function refusal(
  api: Api['type'],
  code: VerdictCode,
  endpoint: Endpoint,
): { readonly status: 401 | 403; readonly answer: GatewayAnswer } {
  return api === 'rest' ? { status: 401, answer: rest(code) } : http(code, endpoint)
}

const message = (text: string): string => JSON.stringify({ message: text })

const rest = (code: VerdictCode): GatewayAnswer => ({
  body: message(code === 'TOKEN_EXPIRED' ? 'The incoming token has expired' : 'Unauthorized'),
  headers: { 'x-amzn-ErrorType': 'UnauthorizedException' },
})

function http(code: VerdictCode, endpoint: Endpoint): ReturnType<typeof refusal> {
  const scopes = endpoint.scopes.map(use => use.fullScope).join(' ')
  if (code === 'SCOPE_MISSING') {
    const header = `Bearer scope="${scopes}" error="insufficient_scope" error_description="expected scopes: [${scopes}]"`
    return { status: 403, answer: { body: message('Forbidden'), headers: { 'www-authenticate': header } } }
  }
  return { status: 401, answer: { body: message('Unauthorized'), ...challenge(code, scopes) } }
}

/**
 * The values that AWS documents or that users have published, word for word. Only the one of an expired token is known
 * from a route with scopes, and lists them; whether the others would is not verified.
 */
function invalidToken(code: VerdictCode, scopes: string): string | undefined {
  switch (code) {
    case 'AUDIENCE_MISMATCH':
      return 'Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"'
    case 'TOKEN_EXPIRED':
      return `Bearer scope="${scopes}" error="invalid_token" error_description="the token has expired"`
    case 'TOKEN_MALFORMED':
    case 'REFRESH_TOKEN':
      return 'Bearer scope="" error="invalid_token" error_description="token contains an invalid number of segments"'
    default:
      return undefined
  }
}

/** For every other cause no `error_description` is known, so none is made up. */
function challenge(code: VerdictCode, scopes: string): Pick<GatewayAnswer, 'headers' | 'remark'> {
  if (code === 'TOKEN_MISSING') return { headers: { 'www-authenticate': 'Bearer' } }
  const known = invalidToken(code, scopes)
  if (known !== undefined) return { headers: { 'www-authenticate': known } }
  return {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    remark: 'The error_description that API Gateway also sends in this header is not documented.',
  }
}

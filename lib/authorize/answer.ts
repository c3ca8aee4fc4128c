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
  if (code === 'SCOPE_MISSING') {
    const scopes = endpoint.scopes.map(use => use.fullScope).join(' ')
    const header = `Bearer scope="${scopes}" error="insufficient_scope" error_description="expected scopes: [${scopes}]"`
    return { status: 403, answer: { body: message('Forbidden'), headers: { 'www-authenticate': header } } }
  }
  return { status: 401, answer: { body: message('Unauthorized'), ...challenge(code) } }
}

/** Beyond the audience AWS documents no `error_description`, so none is made up. */
function challenge(code: VerdictCode): Pick<GatewayAnswer, 'headers' | 'remark'> {
  switch (code) {
    case 'TOKEN_MISSING':
      return { headers: { 'www-authenticate': 'Bearer' } }
    case 'AUDIENCE_MISMATCH':
      return {
        headers: {
          'www-authenticate':
            'Bearer scope="" error="invalid_token" error_description="the token does not have a valid audience"',
        },
      }
    default:
      return {
        headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
        remark: 'The error_description that stands in the header too is not documented.',
      }
  }
}

import { type Call, type CheckResult, failed, passed } from './check'

const THREE_PARTS = 'three parts; header and claims are JSON objects'
const OTHER_TOKEN_USE =
  'token_use is neither access nor id, as in every token of Cognito. The token is judged by its other claims; how API Gateway treats it is not documented.'

/** Checks that the token is a JWT; a refresh token is not, but has five encrypted parts. */
export function wellFormed({ token, context }: Call): CheckResult {
  switch (token.kind) {
    case 'malformed': {
      const problem = token.problems.find(({ fatal }) => fatal)?.message ?? 'Token: not a JWT.'
      return failed(problem, 'TOKEN_MALFORMED', `This is not a JWT. ${problem}`, {
        tokenRequest: 'Copy the whole token again: three parts of base64url, joined by dots.',
      })
    }
    case 'refresh':
      return failed(
        'five encrypted parts: a refresh token',
        'REFRESH_TOKEN',
        'This is a refresh token. API Gateway cannot read it; only Cognito can.',
        {
          tokenRequest:
            'Exchange it at /oauth2/token with grant_type=refresh_token and send the access token of the response.',
        },
      )
    case 'access':
    case 'id':
      return context.signature === 'absent' ? passed('decoded claims, a JSON object') : passed(THREE_PARTS)
    case 'unknown':
      return passed(THREE_PARTS, OTHER_TOKEN_USE)
  }
}

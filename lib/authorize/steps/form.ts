import { type Call, failed, passed, type StepResult } from './step'

const THREE_PARTS = 'three parts, header and claims are JSON objects'
const OTHER_TOKEN_USE =
  'Its token_use is neither access nor id, as in every token of Cognito, so it is judged by its other claims; what API Gateway makes of it is not known.'

/** A JWT at all? A refresh token is none: five encrypted parts. */
export function form({ token }: Call): StepResult {
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
        'A refresh token opens no endpoint: only Cognito can read it.',
        {
          tokenRequest:
            'Exchange it at /oauth2/token with grant_type=refresh_token and send the access token of the answer.',
        },
      )
    case 'access':
    case 'id':
      return passed(THREE_PARTS)
    case 'unknown':
      return passed(THREE_PARTS, OTHER_TOKEN_USE)
  }
}

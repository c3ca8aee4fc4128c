import { profile } from '../../token/profile'
import { duration, relativeTime } from '../../token/relative-time'
import { type Call, failed, passed, type StepResult, takenForGranted } from './step'

const REST_IAT =
  'iat lies in the future. AWS documents that an HTTP API refuses that; of a REST API it is not known.'
const REST_NBF =
  'Cognito issues no nbf; RFC 7519 §4.1.5 wants such a token refused, and which answer a REST API gives is not documented.'

/** Valid at this time? */
export function time({ model, token, circumstances: { now } }: Call): StepResult {
  const { exp, nbf, iat } = token.claims ?? {}
  const rest = model.api.type === 'rest'
  if (typeof exp === 'number' && exp <= now)
    return failed(
      `exp was ${relativeTime(exp, now)}`,
      'TOKEN_EXPIRED',
      `The token expired ${relativeTime(exp, now)}.`,
      {
        tokenRequest:
          profile(token).holder === 'machine'
            ? 'Ask for a new one with grant_type=client_credentials.'
            : 'Get a new one: grant_type=refresh_token at /oauth2/token, or sign in again.',
      },
    )
  if (typeof nbf === 'number' && nbf > now) return notYet('nbf', nbf, now, rest ? REST_NBF : undefined)
  if (typeof iat === 'number' && iat > now && !rest) return notYet('iat', iat, now)
  const unverified = typeof iat === 'number' && iat > now ? REST_IAT : undefined
  if (typeof exp !== 'number')
    return takenForGranted(
      'no exp claim',
      unverified ?? 'Cognito always sets exp; what API Gateway does with a token that has none is not known.',
    )
  return passed(`for another ${duration(exp - now)}`, unverified)
}

const notYet = (claim: 'nbf' | 'iat', from: number, now: number, unverified?: string): StepResult =>
  failed(
    `${claim} is ${relativeTime(from, now)}`,
    'TOKEN_NOT_YET_VALID',
    `The token is valid only ${relativeTime(from, now)}: its ${claim} lies in the future.`,
    { tokenRequest: 'Wait, or check the clock of the machine that made it.' },
    unverified,
  )

import { duration, relativeTime } from '../../token/relative-time'
import { summarize } from '../../token/summarize'
import { assumed, type Call, type CheckResult, failed, passed } from './check'

const REST_IAT =
  'iat is in the future. AWS documents that an HTTP API rejects that; for a REST API it is not documented.'
const REST_NBF =
  'Cognito does not set nbf. RFC 7519 §4.1.5 requires that such a token is rejected; how a REST API responds is not documented.'
const NO_EXP = 'Cognito always sets exp; how API Gateway treats a token without it is not documented.'

/** Checks that the token is valid at this time; a token whose `exp` is now has expired. */
export function time({ model, token, context: { now } }: Call): CheckResult {
  const { exp, nbf, iat } = token.claims ?? {}
  const rest = model.api.type === 'rest'
  if (typeof exp === 'number' && exp <= now)
    return failed(
      `expired ${relativeTime(exp, now)}`,
      'TOKEN_EXPIRED',
      `The token expired ${relativeTime(exp, now)}.`,
      {
        tokenRequest:
          summarize(token).subject === 'machine'
            ? 'Request a new one with grant_type=client_credentials.'
            : 'Get a new one: grant_type=refresh_token at /oauth2/token, or sign in again.',
      },
    )
  if (typeof nbf === 'number' && nbf > now) return notYet('nbf', nbf, now, rest ? REST_NBF : undefined)
  if (typeof iat === 'number' && iat > now && !rest) return notYet('iat', iat, now)
  const unverified = typeof iat === 'number' && iat > now ? REST_IAT : undefined
  if (typeof exp !== 'number') return assumed('no exp claim', unverified ?? NO_EXP)
  return passed(`expires in ${duration(exp - now)}`, unverified)
}

const notYet = (claim: 'nbf' | 'iat', from: number, now: number, unverified?: string): CheckResult =>
  failed(
    `${claim} is ${relativeTime(from, now)}`,
    'TOKEN_NOT_YET_VALID',
    `The token is not valid yet: its ${claim} is ${relativeTime(from, now)}.`,
    { tokenRequest: 'Wait, or check the clock of the computer that made the token.' },
    unverified,
  )

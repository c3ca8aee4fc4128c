import type { SpecError } from './document/error'

/** Every code of an argument that cannot be used, next to a document that can; the `path` of such an error is `''`. */
export const requestErrorCodes = {
  FORMAT_UNKNOWN: 'There is no output format with this id.',
  NOW_INVALID: '`now` is not a number of seconds since 1970.',
  USER_POOL_ID_INVALID: 'The user pool id does not have the form of one.',
  JWKS_INVALID: 'The key set is not a JWK Set (RFC 7517).',
  CLIENT_UNKNOWN: 'The document has no client with this name.',
  TOKEN_NOT_ISSUED: 'Cognito would not issue this token.',
} as const

/** Stable word for one kind of argument that cannot be used. */
export type RequestErrorCode = keyof typeof requestErrorCodes

/** Why a function gives no result: at least one error. */
export interface Refused {
  readonly ok: false
  readonly errors: readonly SpecError[]
}

/** Refuses a request for one reason. */
export const refuseRequest = (code: RequestErrorCode, message: string): Refused => ({
  ok: false,
  errors: [{ code, path: '', message }],
})

/** Refuses a time that no token carries: it must be 0 to 100,000,000,000 seconds since 1970, the year 5138. */
export const refuseTime = (now: number): Refused | undefined =>
  now >= 0 && now <= 1e11
    ? undefined
    : refuseRequest('NOW_INVALID', `${String(now)} is not a time in seconds since 1970, such as 1759345200.`)

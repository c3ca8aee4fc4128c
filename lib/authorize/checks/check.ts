import type { Model } from '../../model/model'
import type { DecodedToken } from '../../token/decode'
import type { Check, Remedy, VerdictCode } from '../verdict'
import type { VerificationContext } from '../verification-context'

/** One request as the authorizer sees it. */
export interface Call {
  readonly model: Model
  readonly token: DecodedToken
  readonly context: VerificationContext
}

/** Why a check denies a request, and what to do about it. */
export interface Denial {
  readonly code: VerdictCode
  readonly message: string
  readonly remedy: Remedy
}

/** The result of one check. */
export interface CheckResult {
  readonly outcome: Exclude<Check['outcome'], 'not-reached'>
  readonly detail: string
  /** Present if and only if the outcome is `failed`. */
  readonly denial?: Denial
  readonly unverified?: string
}

export interface FailedCheck extends CheckResult {
  readonly denial: Denial
}

export const passed = (detail: string, unverified?: string): CheckResult => ({
  outcome: 'passed',
  detail,
  ...(unverified !== undefined && { unverified }),
})

export const assumed = (detail: string, unverified?: string): CheckResult => ({
  outcome: 'assumed',
  detail,
  ...(unverified !== undefined && { unverified }),
})

export const failed = (
  detail: string,
  code: VerdictCode,
  message: string,
  remedy: Remedy,
  unverified?: string,
): FailedCheck => ({
  outcome: 'failed',
  detail,
  denial: { code, message, remedy },
  ...(unverified !== undefined && { unverified }),
})

/** Joins a few names: `a`, `a or b`, `a, b, c or 4 more`. */
export const anyOf = (names: readonly string[]): string => joined(names, 'or')

/** Joins a few names: `a`, `a and b`, `a, b, c and 4 more`. */
export const allOf = (names: readonly string[]): string => joined(names, 'and')

function joined(names: readonly string[], word: string): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`
}

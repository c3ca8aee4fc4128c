import type { Model } from '../../model/model'
import type { DecodedToken } from '../../token/decode'
import type { Circumstances } from '../circumstances'
import type { Check, Remedy, VerdictCode } from '../verdict'

/** The call as the authorizer sees it. */
export interface Call {
  readonly model: Model
  readonly token: DecodedToken
  readonly circumstances: Circumstances
}

export interface Refusal {
  readonly code: VerdictCode
  readonly message: string
  readonly remedy: Remedy
}

/** What one step of the authorizer found. */
export interface StepResult {
  readonly outcome: Exclude<Check['outcome'], 'not-reached'>
  readonly detail: string
  /** There when, and only when, the outcome is `failed`. */
  readonly refusal?: Refusal
  readonly unverified?: string
}

export const passed = (detail: string, unverified?: string): StepResult => ({
  outcome: 'passed',
  detail,
  ...(unverified !== undefined && { unverified }),
})

export const takenForGranted = (detail: string, unverified?: string): StepResult => ({
  outcome: 'taken-for-granted',
  detail,
  ...(unverified !== undefined && { unverified }),
})

export const failed = (
  detail: string,
  code: VerdictCode,
  message: string,
  remedy: Remedy,
  unverified?: string,
): StepResult => ({
  outcome: 'failed',
  detail,
  refusal: { code, message, remedy },
  ...(unverified !== undefined && { unverified }),
})

/** A few names as a phrase: `a`, `a or b`, `a, b, c or 4 more`. */
export function anyOf(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`
}

import type { Cause } from './cause'

/**
 * A statement about the files: true, false, or undecided because of `because`. `assumed` names the parameter defaults
 * that the answer rests on.
 */
export interface Truth {
  readonly is: boolean | undefined
  readonly because: readonly Cause[]
  readonly assumed: readonly string[]
}

export const yes: Truth = { is: true, because: [], assumed: [] }
export const no: Truth = { is: false, because: [], assumed: [] }

/** An undecided statement; it has at least one cause. */
export const undecided = (...because: readonly Cause[]): Truth => ({ is: undefined, because, assumed: [] })

/** A plain answer, with the assumptions that it rests on. */
export const known = (is: boolean, assumed: readonly string[] = []): Truth =>
  assumed.length === 0 ? (is ? yes : no) : { is, because: [], assumed }

export const not = (truth: Truth): Truth => (truth.is === undefined ? truth : { ...truth, is: !truth.is })

/** True if all are; false as soon as one is, whatever is undecided. */
export function all(...truths: readonly Truth[]): Truth {
  const refuted = bestOf(truths.filter(({ is }) => is === false))
  if (refuted) return refuted
  const open = truths.filter(({ is }) => is === undefined)
  return {
    is: open.length > 0 ? undefined : true,
    because: open.flatMap(({ because }) => because),
    assumed: union(truths),
  }
}

/** True as soon as one is; false if all are. */
export const some = (...truths: readonly Truth[]): Truth => not(all(...truths.map(not)))

/** True, false or undecided in both; undecided because of `cause` where they differ. */
export function either(cause: Cause, left: Truth, right: Truth): Truth {
  const assumed = union([left, right])
  if (left.is === right.is) return { is: left.is, because: [...left.because, ...right.because], assumed }
  return { is: undefined, because: [cause, ...left.because, ...right.because], assumed }
}

/** The one with the fewest assumptions. */
const bestOf = (truths: readonly Truth[]): Truth | undefined =>
  truths.reduce<Truth | undefined>(
    (best, truth) => (best && best.assumed.length <= truth.assumed.length ? best : truth),
    undefined,
  )

const union = (truths: readonly Truth[]) => [...new Set(truths.flatMap(({ assumed }) => assumed))]

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

/** Undecided while something is open, and a plain answer otherwise. */
export const knownUnless = (open: readonly Cause[], is: boolean, assumed?: readonly string[]): Truth =>
  open.length > 0 ? undecided(...open) : known(is, assumed)

/** The same answer, which rests on more assumptions. */
export const assume = (truth: Truth, assumed: readonly string[] = []): Truth =>
  assumed.length === 0 ? truth : { ...truth, assumed: [...new Set([...truth.assumed, ...assumed])] }

export function not(truth: Truth): Truth {
  if (truth.is === undefined) return truth
  if (truth.assumed.length === 0) return truth.is ? no : yes
  return { ...truth, is: !truth.is }
}

/** True if all are; false as soon as one is, whatever is undecided. */
export function all(...truths: readonly Truth[]): Truth {
  return joined(truths, false)
}

/** The same of two, of which the second is not asked where the first is certainly false. */
export const and = (first: Truth, second: () => Truth): Truth =>
  first.is === false && first.assumed.length === 0 ? no : all(first, second())

/** True as soon as one is; false if all are. */
export function some(...truths: readonly Truth[]): Truth {
  return joined(truths, true)
}

/** The same for a question about each of some things, which is not asked any more once the answer is certain. */
export function someFor<Thing>(things: readonly Thing[], ask: (thing: Thing) => Truth): Truth {
  const truths: Truth[] = []
  for (const thing of things) {
    const truth = ask(thing)
    if (truth.is === true && truth.assumed.length === 0) return yes
    if (truth !== no) truths.push(truth)
  }
  return joined(truths, true)
}

/**
 * `decisive` as soon as one is, with the fewest assumptions; its opposite if all are. A rule asks this for every pair of
 * things, so that it makes no object where nothing is assumed or undecided.
 */
function joined(truths: readonly Truth[], decisive: boolean): Truth {
  let deciding: Truth | undefined
  let isOpen = false
  let isAssumed = false
  for (const truth of truths) {
    if (truth.is === decisive) {
      if (truth.assumed.length === 0) return decisive ? yes : no
      if (!deciding || truth.assumed.length < deciding.assumed.length) deciding = truth
    }
    isOpen ||= truth.is === undefined
    isAssumed ||= truth.assumed.length > 0
  }
  if (deciding) return deciding
  if (!isOpen && !isAssumed) return decisive ? no : yes
  return {
    is: isOpen ? undefined : !decisive,
    because: isOpen ? [...openCauses(truths)] : [],
    assumed: union(truths),
  }
}

/** Thousands of questions may be open for the same reason. */
function openCauses(truths: readonly Truth[]): ReadonlySet<Cause> {
  const found = new Set<Cause>()
  for (const { is, because } of truths) if (is === undefined) for (const cause of because) found.add(cause)
  return found
}

/** True, false or undecided in both; undecided because of `cause` where they differ. */
export function either(cause: Cause, left: Truth, right: Truth): Truth {
  const assumed = union([left, right])
  if (left.is === right.is) return { is: left.is, because: [...left.because, ...right.because], assumed }
  return { is: undefined, because: [cause, ...left.because, ...right.because], assumed }
}

const union = (truths: readonly Truth[]) => [...new Set(truths.flatMap(({ assumed }) => assumed))]

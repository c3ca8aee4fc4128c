import type { Cause } from './cause'
import type { Either, Part, Term, Text } from './term'
import { known, type Truth, undecided } from './truth'

/** The text if all of it is known. */
export const whole = ({ parts }: Text): string | undefined =>
  parts.length === 0 ? '' : parts.length === 1 && parts[0]?.kind === 'literal' ? parts[0].text : undefined

/** Whether all of a text is known, and has a pattern. */
export function matches(text: Text, pattern: RegExp): boolean {
  const known = whole(text)
  return known !== undefined && pattern.test(known)
}

/** The same for texts that are certainly equal only: what is unknown counts by its key. */
export const keyOf = ({ parts }: Pick<Text, 'parts'>): string =>
  parts
    .map(part =>
      part.kind === 'literal'
        ? part.text
        : part.kind === 'unknown'
          ? `\0${part.key}\0`
          : `\0${part.id}.${part.attribute}\0`,
    )
    .join('')

/** Which parts of a string are unknown. */
export const causesOf = ({ parts }: Pick<Text, 'parts'>): readonly Cause[] =>
  parts.flatMap(part => (part.kind === 'unknown' ? [part.cause] : []))

/**
 * Equal spelling, unknowns included, is the same; a different literal head or tail, or another resource, is different;
 * everything else is undecided.
 */
export function sameText(a: Text, b: Text): Truth {
  const [x, y] = [whole(a), whole(b)]
  if (x !== undefined && y !== undefined && a.assumed.length + b.assumed.length === 0) return known(x === y)
  const [one, more] = a.parts
  const [other, rest] = b.parts
  if (
    one?.kind === 'resource' &&
    other?.kind === 'resource' &&
    !more &&
    !rest &&
    a.assumed.length + b.assumed.length === 0
  )
    return known(samePart(one, other))
  const assumed = [...new Set([...a.assumed, ...b.assumed])]
  if (endsDiffer(a, b)) return known(false, assumed)
  const [left, right] = strip(a.parts, b.parts)
  if (left.length === 0 && right.length === 0) return known(true, assumed)
  const causes = [...left, ...right].flatMap(part => (part.kind === 'unknown' ? [part.cause] : []))
  if (causes.length === 0) return known(false, assumed)
  if (differ(left[0], right[0]) || differ(left.at(-1), right.at(-1))) return known(false, assumed)
  if (isNever(left, right) || isNever(right, left)) return known(false, assumed)
  return { ...undecided(...causes), assumed }
}

/** What a condition decides. Two texts that are the same are one, which no edit of one branch can change. */
export function eitherOf(
  { cause, of, at }: Pick<Either, 'cause' | 'of' | 'at'>,
  left: Term,
  right: Term,
): Term {
  if (left.kind === 'text' && right.kind === 'text') {
    const { is, assumed } = sameText(left, right)
    if (is) return { ...left, at, assumed, node: undefined, label: undefined }
  }
  return { kind: 'either', cause, of, options: [left, right], at, label: undefined }
}

/** Do the first or the last characters of two texts differ? A quick look, before anything is copied. */
export function endsDiffer({ parts: a }: Text, { parts: b }: Text): boolean {
  const [first, other] = [a[0], b[0]]
  if (first?.kind === 'literal' && other?.kind === 'literal' && first.text[0] !== other.text[0]) return true
  const [last, end] = [a.at(-1), b.at(-1)]
  if (last?.kind !== 'literal' || end?.kind !== 'literal') return false
  return !last.text.endsWith(end.text) && !end.text.endsWith(last.text)
}

/** Nothing on one side, and on the other something that cannot be empty. */
const isNever = (empty: readonly Part[], rest: readonly Part[]) =>
  empty.length === 0 && rest.some(({ kind }) => kind !== 'unknown')

/** Two literals at the same end, of which nothing in common is left, cannot be equal. */
const differ = (a: Part | undefined, b: Part | undefined) => a?.kind === 'literal' && b?.kind === 'literal'

/** Both lists without what they have in common at the beginning and at the end. */
function strip(a: readonly Part[], b: readonly Part[]): readonly [readonly Part[], readonly Part[]] {
  const [x, y] = stripHead(a, b)
  const [p, q] = stripHead(x.map(mirrored).reverse(), y.map(mirrored).reverse())
  return [p.map(mirrored).reverse(), q.map(mirrored).reverse()]
}

const mirrored = (part: Part): Part =>
  part.kind === 'literal' ? { ...part, text: [...part.text].reverse().join('') } : part

function stripHead(a: readonly Part[], b: readonly Part[]): readonly [readonly Part[], readonly Part[]] {
  let [left, right] = [a, b]
  for (;;) {
    const [x, y] = [left[0], right[0]]
    if (!x || !y) return [left, right]
    if (x.kind === 'literal' && y.kind === 'literal') {
      let n = 0
      while (n < x.text.length && n < y.text.length && x.text[n] === y.text[n]) n++
      if (n === 0) return [left, right]
      left = rest(x, left, n)
      right = rest(y, right, n)
    } else if (samePart(x, y)) [left, right] = [left.slice(1), right.slice(1)]
    else return [left, right]
  }
}

const rest = (head: { readonly text: string }, parts: readonly Part[], n: number): readonly Part[] =>
  n === head.text.length ? parts.slice(1) : [{ kind: 'literal', text: head.text.slice(n) }, ...parts.slice(1)]

const samePart = (a: Part, b: Part): boolean =>
  (a.kind === 'unknown' && b.kind === 'unknown' && a.key === b.key) ||
  (a.kind === 'resource' && b.kind === 'resource' && a.id === b.id && a.attribute === b.attribute)

/** A reproducible source of numbers: the same seed, the same inputs. */
export type Random = (below: number) => number

/** Picks one item of a list. */
export const oneOf = <T>(pick: Random, items: readonly T[]): T => items[pick(items.length)]!

const PIECES = [
  ...'AZaz09-_.+/= \n\t"\'\\{}[]:,;#%&?<>$@*~^|`',
  ...[
    'é',
    '漢',
    '😀',
    '\u0000',
    '\u2028',
    '\u202e',
    '\ud800',
    '\ufeff',
    '\u00a0',
    '${',
    '{{resolve:',
    '..',
    '//',
  ],
  ...['null', '1e999', '-0', '[]', '{}', '"a":1,', 'Bearer ', 'undefined'],
]

/** A few random characters. */
export const piece = (pick: Random): string =>
  Array.from({ length: 1 + pick(4) }, () => oneOf(pick, PIECES)).join('')

const splice = (text: string, at: number, remove: number, insert: string): string =>
  text.slice(0, at) + insert + text.slice(at + remove)

const CHANGES: readonly ((text: string, pick: Random) => string)[] = [
  (text, pick) => text.slice(0, pick(text.length + 1)),
  (text, pick) => text.slice(pick(text.length + 1)),
  (text, pick) => splice(text, pick(text.length + 1), 0, piece(pick)),
  (text, pick) => splice(text, pick(text.length + 1), 1 + pick(8), ''),
  (text, pick) => splice(text, pick(text.length + 1), 1, piece(pick)),
  (text, pick) => text.repeat(1 + pick(3)),
  (text, pick) => {
    const from = pick(text.length + 1)
    return splice(text, pick(text.length + 1), 0, text.slice(from, from + pick(200)))
  },
]

/** A text after a few random changes; one of five stays as it is. */
export function changed(text: string, pick: Random): string {
  let result = text
  for (let left = pick(5); left > 0; left--) result = oneOf(pick, CHANGES)(result, pick).slice(0, 100_000)
  return result
}

const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e99,
  '',
  'a',
  [],
  {},
  [null],
  { a: 1 },
  'x'.repeat(3000),
]

/** A JSON value with one member replaced, removed, added or duplicated somewhere inside. */
export function changedValue(value: unknown, pick: Random): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = [...value]
    const at = pick(items.length + 1)
    if (pick(3) > 0 && at < items.length) items[at] = changedValue(items[at], pick)
    else if (pick(2)) items.splice(at, 1)
    else items.splice(at, 0, items[pick(items.length + 1)] ?? oneOf(pick, VALUES))
    return items
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
    const [name, inner] = members[pick(members.length + 1)] ?? [piece(pick), oneOf(pick, VALUES)]
    if (pick(6) === 0) return Object.fromEntries(members.filter(([other]) => other !== name))
    const next = pick(8) === 0 ? oneOf(pick, VALUES) : changedValue(inner, pick)
    return { ...value, [name]: next }
  }
  if (typeof value === 'string' && pick(3) > 0) return changed(value, pick)
  return oneOf(pick, VALUES)
}

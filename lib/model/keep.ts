/** A node, or a part of one: what it refers to is compared by identity, and lists item by item. */
type Part = { readonly [name: string]: unknown }

/**
 * Returns the object of the model before if the new one is equal to it. What was made from a kept object can then be
 * found by its identity, so the objects that it refers to must have been kept before.
 */
export const keep = <Value extends object>(before: Value | undefined, now: Value): Value =>
  before !== undefined && isSame(before as Part, now as Part) ? before : now

/** Keeps the items that are equal to those in their places before, and the list itself if all of them are. */
export function keepItems<Item extends object>(
  before: readonly Item[] | undefined,
  now: readonly Item[],
): readonly Item[] {
  if (!before) return now
  const items = now.map((item, i) => keep(before[i], item))
  return sameItems(before, items) ? before : items
}

/** Tells whether two lists have identical items. */
export function sameItems(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false
  let place = 0
  for (const item of one) if (item !== other[place++]) return false
  return true
}

function isSame(before: Part, now: Part): boolean {
  let count = 0
  for (const name in now) {
    if (!isEqual(before[name], now[name])) return false
    count++
  }
  return count === Object.keys(before).length
}

const isEqual = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && Array.isArray(other) && sameItems(one, other))

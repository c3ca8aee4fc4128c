import { isObject } from './object'

/** Members of lists, of all lists together, that a schema may look at before it is told to be brief. */
export const MAX_LIST_ITEMS = 10_000

/** How deep the spec's own lists and objects go; the schema looks into nothing below. */
const DEPTH = 6

/** How many members all lists of a document have together. */
export function countMembers(value: unknown, depth = DEPTH): number {
  if (depth === 0) return 0
  if (Array.isArray(value))
    return value.reduce((sum: number, member) => sum + countMembers(member, depth - 1), value.length)
  if (!isObject(value)) return 0
  return Object.values(value).reduce((sum: number, member) => sum + countMembers(member, depth - 1), 0)
}

/** The document with its lists cut, so that they have about {@link MAX_LIST_ITEMS} members together. */
export function cutLists(document: unknown): unknown {
  let left = MAX_LIST_ITEMS
  const cut = (value: unknown, depth: number): unknown => {
    if (depth === 0) return value
    if (Array.isArray(value)) {
      // An empty list would be another fault.
      const kept = value.slice(0, Math.max(left, 1))
      left -= kept.length
      return kept.map(member => cut(member, depth - 1))
    }
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cut(member, depth - 1)]))
  }
  return cut(document, DEPTH)
}

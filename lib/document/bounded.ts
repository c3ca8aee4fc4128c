import { isObject } from './json-document'

/** Maximum number of items, of all lists together, that are validated one by one. */
export const MAX_LIST_ITEMS = 10_000

/** Depth of the spec's own lists and objects; the schema does not look deeper. */
const DEPTH = 6

/** Counts the items of all lists of a document. */
export function countItems(value: unknown, depth = DEPTH): number {
  if (depth === 0) return 0
  if (Array.isArray(value))
    return value.reduce((sum: number, member) => sum + countItems(member, depth - 1), value.length)
  if (!isObject(value)) return 0
  return Object.values(value).reduce((sum: number, member) => sum + countItems(member, depth - 1), 0)
}

/** Shortens the lists of a document so that they have about {@link MAX_LIST_ITEMS} items together. */
export function cutLists(document: unknown): unknown {
  let left = MAX_LIST_ITEMS
  const cut = (value: unknown, depth: number): unknown => {
    if (depth === 0) return value
    if (Array.isArray(value)) {
      // An empty list would be reported as another error.
      const kept = value.slice(0, Math.max(left, 1))
      left -= kept.length
      return kept.map(member => cut(member, depth - 1))
    }
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cut(member, depth - 1)]))
  }
  return cut(document, DEPTH)
}

/** How deep a document may be nested, unknown keys included. Deeper ones would overflow the stack of what reads them. */
export const MAX_DEPTH = 32

/** Whether a value is nested deeper than {@link MAX_DEPTH} levels. */
export function isTooDeep(value: unknown, depth = MAX_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth === 0) return true
  // Without a copy of the values: this runs at every keystroke.
  if (Array.isArray(value)) return value.some(item => isTooDeep(item, depth - 1))
  const fields = value as Readonly<Record<string, unknown>>
  for (const key in fields) if (isTooDeep(fields[key], depth - 1)) return true
  return false
}

import type { FieldPath } from '../document/field-path'
import type { Span } from '../source/node'
import type { ImportEntry } from './report'

/** Where the files say what a field of an imported spec contains, and whether the import invented it. */
export interface FieldOrigin {
  readonly at: Span | null
  readonly isInvented: boolean
}

/** Returns the origin of a field: that of the longest path in the report that contains it. */
export function fieldOrigins(report: readonly ImportEntry[]): (field: FieldPath) => FieldOrigin {
  const entries = new Map<string, ImportEntry>()
  for (const entry of report) {
    const known = entry.into === null ? undefined : entries.get(entry.into)
    // What is invented of a field counts more than what else became of it.
    if (entry.into !== null && (!known || entry.how === 'invented')) entries.set(entry.into, entry)
  }
  return field => {
    for (let path: string = field; path !== ''; path = path.slice(0, Math.max(path.lastIndexOf('.'), 0))) {
      const entry = entries.get(path)
      if (entry) return { at: entry.at, isInvented: entry.how === 'invented' }
    }
    return { at: null, isInvented: false }
  }
}

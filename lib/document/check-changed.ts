import { isObject } from './json-document'
import type { Spec } from './spec'

/** A valid document and the spec that was made from it. Neither of them changes any more. */
export interface LastValid {
  readonly document: unknown
  readonly spec: Spec
}

const LISTS = ['resourceServers', 'clients', 'endpoints'] as const

/**
 * Checks a document that shares objects with a valid one: of the long lists, only the items that are other objects.
 * Undefined if something is wrong with them; `check` then has to see the whole document, for the places of its errors.
 */
export function checkChanged(
  document: unknown,
  last: LastValid,
  check: (document: unknown) => Spec | undefined,
): Spec | undefined {
  if (!isObject(document) || !isObject(last.document)) return undefined
  const part: Record<string, unknown> = { ...document }
  const joins: ((checked: Spec) => Partial<Spec>)[] = []
  for (const list of LISTS) {
    const [now, then] = [document[list], last.document[list]]
    if (!Array.isArray(now) || !Array.isArray(then) || now.length !== then.length) continue
    const isKept = now.map((item, i) => item === then[i])
    const changed = now.filter((_, i) => !isKept[i])
    if (changed.length === now.length) continue
    // An empty list would be an error of its own.
    part[list] = changed.length > 0 ? changed : now.slice(0, 1)
    joins.push(checked => {
      if (changed.length === 0) return { [list]: last.spec[list] }
      const others = checked[list].values()
      return { [list]: last.spec[list].map((item, i) => (isKept[i] ? item : others.next().value)) }
    })
  }
  const checked = check(part)
  return checked && Object.assign(checked, ...joins.map(join => join(checked)))
}

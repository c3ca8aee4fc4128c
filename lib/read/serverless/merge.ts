import { isAbsent, MAX_ITEMS, property } from '../../deployed/questions'
import type { Field, Item, List, Term, Unknown } from '../../deployed/term'

/**
 * What the framework makes of a value and one that is put over it: maps key by key, lists item by item, and otherwise the
 * later one. A later null removes what is there.
 */
export function mergedOver(own: Term, later: Term): Term {
  // Longer maps than any of the framework's own are not copied for each of many events.
  if (own.kind === 'fields' && later.kind === 'fields' && later.fields.size <= MAX_ITEMS) {
    const fields = new Map<string, Field>(own.fields)
    for (const [name, field] of later.fields) {
      const before = own.fields.get(name)
      fields.set(name, before ? { ...field, value: mergedOver(before.value, field.value) } : field)
    }
    return { ...later, fields, open: [...own.open, ...later.open] }
  }
  if (own.kind === 'list' && isWritten(later))
    return { ...later, items: itemsOver(own, later), open: [...own.open, ...later.open] }
  if (own.kind === 'unknown') return besideHidden(own, later)
  // The framework merges the arguments of Fn::If as any list.
  if (own.kind === 'either' && later.kind === 'either') {
    const [left, right] = own.options
    return { ...later, options: [mergedOver(left, later.options[0]), mergedOver(right, later.options[1])] }
  }
  if (later.kind === 'unknown' && later.maybeAbsent)
    return { ...later, maybeAbsent: isAbsent(own).is !== false }
  return later
}

/** What is not known may have keys and items that nothing takes the place of. */
function besideHidden(own: Unknown, later: Term): Term {
  if (isWritten(later)) return { ...later, open: [own.cause, ...later.open] }
  if (later.kind !== 'fields') return later
  const fields = [...later.fields].map(
    ([name, field]) => [name, { ...field, value: mergedOver(property(own, name), field.value) }] as const,
  )
  return { ...later, fields: new Map(fields), open: [own.cause, ...later.open] }
}

/** A function that gives a list is a map for the framework. */
const isWritten = (term: Term): term is List => term.kind === 'list' && term.node !== undefined

function itemsOver(own: List, later: List): readonly Item[] {
  // Nothing is left of words that others take the place of.
  if (own.items.length <= later.items.length && own.items.every(({ term }) => term.kind === 'text'))
    return later.items
  const rest = own.items.slice(later.items.length)
  const items = later.items.map((item, i) => {
    const before = own.items[i]
    return before ? { ...item, term: mergedOver(before.term, item.term) } : item
  })
  return [...items, ...rest]
}

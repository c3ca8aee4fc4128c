import { property } from '../../deployed/questions'
import { type Field, inBranches, type Term, type Unknown } from '../../deployed/term'

/** Globals and a resource's own settings, as SAM merges them: maps key by key, lists joined, and otherwise its own. */
export function mergeTerms(global: Term, own: Term): Term {
  if (own.kind === 'absent') return global.kind === 'absent' ? own : global
  if (own.kind === 'either') return inBranches(own, branch => mergeTerms(global, branch))
  if (global.kind === 'either') return inBranches(global, branch => mergeTerms(branch, own))
  if (global.kind === 'unknown') return addedTo(own, global)
  if (global.kind === 'fields' && own.kind === 'fields') {
    const fields = new Map<string, Field>(global.fields)
    for (const [name, field] of own.fields) {
      const inherited = global.fields.get(name)
      fields.set(name, inherited ? merged(inherited, field) : field)
    }
    return { ...own, fields, open: [...global.open, ...own.open] }
  }
  if (global.kind === 'list' && own.kind === 'list')
    return { ...own, items: [...global.items, ...own.items], open: [...global.open, ...own.open] }
  return own
}

/** What is not known may add keys and items; a value of the resource itself stays. */
function addedTo(own: Term, global: Unknown): Term {
  if (own.kind === 'list') return { ...own, open: [global.cause, ...own.open] }
  if (own.kind !== 'fields') return own
  const fields = [...own.fields].map(
    ([name, { key, value }]) => [name, { key, value: mergeTerms(property(global, name), value) }] as const,
  )
  return { ...own, fields: new Map(fields), open: [global.cause, ...own.open] }
}

const merged = (global: Field, { key, value }: Field): Field => ({
  key,
  value: { ...mergeTerms(global.value, value), label: key },
})

import type { Field, Term } from '../../deployed/term'

/** Globals and a resource's own settings, as SAM merges them: maps key by key, lists joined, and otherwise its own. */
export function mergeTerms(global: Term, own: Term): Term {
  if (own.kind === 'absent') return global.kind === 'absent' ? own : global
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

const merged = (global: Field, { key, value }: Field): Field => ({
  key,
  value: { ...mergeTerms(global.value, value), label: key },
})

import type { Fields, Term } from '../../deployed/term'
import type { Span } from '../../source/node'

/** The key of an answer, or the first key inside it. */
export function placeOf(term: Fields): Span {
  const [first] = term.fields.values()
  const { source, start, end } = term.label ?? first?.key ?? term.at
  return { source, start, end }
}

export const itemsOf = (term: Term | undefined): readonly Fields[] =>
  term?.kind === 'list' ? term.items.flatMap(({ term: item }) => (item.kind === 'fields' ? [item] : [])) : []

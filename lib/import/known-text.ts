import { whole } from '../deployed/compare'
import { listingOf } from '../deployed/questions'
import type { Term } from '../deployed/term'

/** A property's text if all of it is known, the parameter defaults counted in. */
export const knownText = (term: Term): string | undefined => (term.kind === 'text' ? whole(term) : undefined)

/** Whether all of a text is known and has such a form. */
export function isKnownAs(pattern: RegExp, term: Term): boolean {
  const text = knownText(term)
  return text !== undefined && pattern.test(text)
}

/** The items of a list that are completely known and always present. */
export const knownTexts = (term: Term): readonly string[] =>
  listingOf(term).items.flatMap(({ text, sure }) => (sure.is === true ? (whole(text) ?? []) : []))

/** How many items of a list are not known. */
export const unknownCount = (term: Term): number => listingOf(term).items.length - knownTexts(term).length

import { quote } from './quote'

/** Longer words are compared by their first characters only. */
const MAX_COMPARED = 32

/** Finds the candidate with the smallest edit distance below `limit`, ignoring case; undefined when there is none. */
export function nearest(word: string, candidates: readonly string[], limit: number): string | undefined {
  let best: string | undefined
  let fewest = limit
  for (const candidate of candidates) {
    const changes = distance(plain(word), plain(candidate))
    if (changes < fewest) [best, fewest] = [candidate, changes]
  }
  return best
}

/** So many changes give another word, and no advice is better than wrong advice. Two letters swapped are two changes. */
export const tooManyChanges = (word: string): number => Math.max(3, word.length / 2)

/** How many of the known words are listed. */
const MAX_LISTED = 30

/** The advice for a word that is none of the known ones. */
export function advise(word: string, known: readonly string[]): string {
  const near = nearest(word, known, tooManyChanges(word))
  if (near !== undefined) return `Did you mean ${quote(near)}?`
  const listed = known.slice(0, MAX_LISTED).map(quote).join(', ')
  return `Use one of: ${listed}${known.length > MAX_LISTED ? ' …' : '.'}`
}

const plain = (word: string) =>
  word
    .slice(0, MAX_COMPARED)
    .toLowerCase()
    .replace(/[_\s-]/g, '')

/** Levenshtein distance with one row of memory. */
function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!
      const change = a[i - 1] === b[j - 1] ? diagonal : diagonal + 1
      row[j] = Math.min(change, above + 1, row[j - 1]! + 1)
      diagonal = above
    }
  }
  return row[b.length]!
}

/** Longer words are compared by their first characters only. */
const MAX_COMPARED = 32

/** Finds the candidate with the smallest edit distance below `limit`, ignoring case; undefined when there is none. */
export function nearest(
  word: string,
  candidates: readonly string[],
  limit = Number.POSITIVE_INFINITY,
): string | undefined {
  let best: string | undefined
  let fewest = limit
  for (const candidate of candidates) {
    const changes = distance(plain(word), plain(candidate))
    if (changes < fewest) [best, fewest] = [candidate, changes]
  }
  return best
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

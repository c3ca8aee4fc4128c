/** Maximum number of cached results; a spec with 300 endpoints needs about 1,000. */
const MAX_ENTRIES = 5000

/** Longer inputs are rare, and the results for a path and all its prefixes grow with the square of its length. */
const MAX_INPUT_LENGTH = 128

/**
 * Memoizes a pure function of a string, because consecutive edits need nearly the same results. Bounded: long inputs
 * are not cached, and a full cache is cleared, so a document cannot grow it.
 */
export function memoize<Result>(
  compute: (text: string) => Result,
  maxInputLength = MAX_INPUT_LENGTH,
): (text: string) => Result {
  const cache = new Map<string, Result>()
  return text => {
    if (text.length > maxInputLength) return compute(text)
    const cached = cache.get(text)
    if (cached !== undefined) return cached
    const result = compute(text)
    if (cache.size >= MAX_ENTRIES) cache.clear()
    cache.set(text, result)
    return result
  }
}

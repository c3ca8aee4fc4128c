import type { Source } from './node'

/** Memoizes what is computed from a source for as long as the source is in use. */
export function memoizeBySource<Result>(compute: (source: Source) => Result): (source: Source) => Result {
  const results = new WeakMap<Source, Result>()
  return source => {
    const known = results.get(source)
    if (known !== undefined) return known
    const result = compute(source)
    results.set(source, result)
    return result
  }
}

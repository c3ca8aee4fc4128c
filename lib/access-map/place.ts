/**
 * Places items of one column, in their order, as near to the wanted places as possible: at least one row apart, and within
 * `rows`. The result is the least sum of squared distances (isotonic regression by pooling adjacent violators).
 */
export function placeColumn(wanted: readonly number[], rows: number): readonly number[] {
  const pools: { sum: number; count: number }[] = []
  for (const [index, place] of wanted.entries()) {
    // Distances of one row become a question of order alone.
    let pool = { sum: place - index, count: 1 }
    for (let last = pools.at(-1); last && mean(last) >= mean(pool); last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count }
      pools.pop()
    }
    pools.push(pool)
  }
  const most = Math.max(0, rows - wanted.length)
  return pools
    .flatMap(pool => Array.from({ length: pool.count }, () => Math.min(most, Math.max(0, mean(pool)))))
    .map((shift, index) => index + Math.round(shift * 4) / 4)
}

const mean = ({ sum, count }: { readonly sum: number; readonly count: number }) => sum / count

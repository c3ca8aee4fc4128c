import { groupBy } from './group-by'

/** A connection of two items by their keys, in a drawing. */
export interface Pair {
  readonly from: string
  readonly to: string
  /** It counts only for items that have no other connection. */
  readonly isIdle: boolean
}

/** Sweeps over the columns: more of them change little. */
const SWEEPS = 6

/**
 * Orders the items of three columns so that few connections cross: each item moves to the mean place of its neighbours
 * (Sugiyama's barycenter method). Items of a lower rank stay above those of a higher one. The result depends on the
 * arguments alone.
 */
export function orderColumns(
  columns: readonly (readonly string[])[],
  pairs: readonly Pair[],
  rankOf: (key: string) => number,
): readonly (readonly string[])[] {
  const neighbours = neighboursOf(pairs)
  let ordered = columns.map(column => column.toSorted((a, b) => rankOf(a) - rankOf(b)))
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (const at of [1, 0, 2]) {
      const places = new Map(
        ordered.flatMap((column, i) =>
          i === at ? [] : column.map((key, row): [string, number] => [key, (row + 0.5) / column.length]),
        ),
      )
      ordered = ordered.with(at, byMean(ordered[at] ?? [], places))
    }
  return ordered

  function byMean(column: readonly string[], places: ReadonlyMap<string, number>) {
    const means = new Map(
      column.map((key, row) => [
        key,
        // Without a neighbour it stays where it is.
        meanOf(neighbours(key).flatMap(other => places.get(other) ?? [])) ?? (row + 0.5) / column.length,
      ]),
    )
    return column.toSorted((a, b) => rankOf(a) - rankOf(b) || means.get(a)! - means.get(b)!)
  }
}

/** The keys that each key is connected to, by connections that count. */
export function neighboursOf(pairs: readonly Pair[]): (key: string) => readonly string[] {
  const both = pairs.flatMap(({ from, to, isIdle }): Pair[] => [
    { from, to, isIdle },
    { from: to, to: from, isIdle },
  ])
  const all = groupBy(both, ({ from }) => from)
  const active = groupBy(
    both.filter(({ isIdle }) => !isIdle),
    ({ from }) => from,
  )
  return key => (active.get(key) ?? all.get(key))?.map(({ to }) => to) ?? []
}

/** The mean; undefined of nothing. */
export const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

import type { EndpointNode } from './graph'
import { groupBy } from './group-by'

/** Endpoints whose paths begin alike. */
export interface PathGroup<Target = unknown> {
  readonly type: 'group'
  /** Unique beside the keys of the graph's nodes. */
  readonly key: string
  /** The common beginning of the paths: `/orders`. */
  readonly label: string
  readonly members: readonly EndpointNode<Target>[]
}

/** Up to this many endpoints are readable one by one. */
const MAX_SINGLE = 30
const MAX_DEPTH = 6

/**
 * Groups many endpoints by the first segments of their paths: as many segments as balance the number of groups with the
 * size of the largest. Few endpoints, and an endpoint that is alone in its group, are not grouped.
 */
export function groupByPath<Target>(
  endpoints: readonly EndpointNode<Target>[],
): readonly (EndpointNode<Target> | PathGroup<Target>)[] {
  if (endpoints.length <= MAX_SINGLE) return endpoints
  const groupings = Array.from({ length: MAX_DEPTH }, (_, i) =>
    groupBy(endpoints, ({ path }) => beginning(path, i + 1)),
  )
  const best = groupings.reduce((one, other) => (rowsToRead(other) <= rowsToRead(one) ? other : one))
  return [...best].map(([label, members]) => {
    const [first] = members
    return first && members.length === 1 ? first : { type: 'group', key: `group ${label}`, label, members }
  })
}

const rowsToRead = (groups: ReadonlyMap<string, readonly unknown[]>) =>
  Math.max(groups.size, ...[...groups.values()].map(({ length }) => length))

const beginning = (path: string, depth: number) =>
  path
    .split('/')
    .slice(0, depth + 1)
    .join('/') || '/'

import type { AccessGraph, ClientNode, CredentialNode, EndpointNode, Link } from './graph'
import { groupBy } from './group-by'
import { groupByPath, type PathGroup } from './groups'
import { meanOf, neighboursOf, orderColumns, type Pair } from './order'
import { placeColumn } from './place'

/** What is drawn in one place. */
export type Item<Target = unknown> =
  | ClientNode<Target>
  | CredentialNode<Target>
  | EndpointNode<Target>
  | (PathGroup<Target> & { readonly isOpen: boolean })

/** An item and the row where it begins: it is one row high. */
export interface Placed<Target = unknown> {
  readonly item: Item<Target>
  readonly row: number
  /** An endpoint below the name of its group. */
  readonly isInside: boolean
}

/** A line between two items of neighbouring columns, for one or more connections of the graph. */
export interface Edge {
  readonly from: string
  readonly to: string
  /** Rows of the items at both ends. */
  readonly rows: readonly [from: number, to: number]
  readonly links: readonly Link[]
  /** Nobody gets access by it: its credential is not obtainable, or not required. */
  readonly isIdle: boolean
}

/** Clients, credentials and endpoints in three columns, measured in rows. */
export interface AccessMapLayout<Target = unknown> {
  readonly rows: number
  readonly columns: readonly [clients: Column<Target>, credentials: Column<Target>, endpoints: Column<Target>]
  /** From clients to credentials, and from credentials to endpoints. */
  readonly edges: readonly [grants: readonly Edge[], requirements: readonly Edge[]]
}

type Column<Target> = readonly Placed<Target>[]

/**
 * Lays out a graph in three columns with few crossings. Many endpoints are grouped by path; `opened` has the keys of the
 * groups whose endpoints are shown. The same arguments give the same layout.
 */
export function layoutAccessMap<Target>(
  graph: AccessGraph<Target>,
  opened: ReadonlySet<string> = new Set(),
): AccessMapLayout<Target> {
  const units = groupByPath(graph.endpoints)
  const unitOf = new Map(
    units.flatMap(unit => membersOf(unit).map((member): [string, string] => [member.key, unit.key])),
  )
  const idle = idleCredentials(graph)
  const pairs = (endOf: (endpoint: string) => string): readonly Pair[] => [
    ...graph.grants.map(({ from, to }) => ({ from, to, isIdle: idle.has(to) })),
    ...graph.requirements.map(({ from, to }) => ({ from, to: endOf(to), isIdle: idle.has(from) })),
  ]
  const unitAt = (endpoint: string) => unitOf.get(endpoint) ?? endpoint
  const [clients = [], credentials = [], ordered = []] = orderColumns(
    [graph.clients.map(keyOf), graph.credentials.map(keyOf), units.map(keyOf)],
    pairs(unitAt),
    ranks(graph),
  )
  const unitsByKey = new Map(units.map(unit => [unit.key, unit]))
  const shown = ordered.flatMap(key => shownOf(unitsByKey.get(key), opened))
  const columns = [
    inOrder(graph.clients, clients),
    inOrder(graph.credentials, credentials),
    shown.map(({ item }) => item),
  ] as const
  const isShown = new Set(shown.map(({ item }) => item.key))
  const ends = (key: string) => (isShown.has(key) ? key : unitAt(key))
  const rows = Math.max(...columns.map(({ length }) => length), 1)
  const rowOf = placeColumns(
    columns.map(column => column.map(keyOf)),
    pairs(ends),
    rows,
  )
  const edges = (links: readonly Link[], credentialOf: (link: Link) => string) =>
    [...groupBy(links, ({ from, to }) => JSON.stringify([from, ends(to)])).values()].flatMap(
      ([first, ...more]): Edge[] => {
        if (!first) return []
        const to = ends(first.to)
        return [
          {
            from: first.from,
            to,
            rows: [rowOf(first.from), rowOf(to)],
            links: [first, ...more],
            isIdle: idle.has(credentialOf(first)),
          },
        ]
      },
    )
  const place = (column: readonly Item<Target>[], isInside: (item: Item<Target>) => boolean = () => false) =>
    column.map(item => ({ item, row: rowOf(item.key), isInside: isInside(item) }))
  const inside = new Set(shown.filter(each => each.isInside).map(({ item }) => item.key))
  return {
    rows,
    columns: [place(columns[0]), place(columns[1]), place(columns[2], ({ key }) => inside.has(key))],
    edges: [edges(graph.grants, ({ to }) => to), edges(graph.requirements, ({ from }) => from)],
  }
}

const keyOf = ({ key }: { readonly key: string }) => key

const membersOf = <Target>(unit: EndpointNode<Target> | PathGroup<Target>) =>
  unit.type === 'group' ? unit.members : [unit]

function inOrder<Node extends { readonly key: string }>(nodes: readonly Node[], keys: readonly string[]) {
  const found = new Map(nodes.map(node => [node.key, node]))
  return keys.flatMap(key => found.get(key) ?? [])
}

/** A group, and its endpoints when it is open. */
function shownOf<Target>(
  unit: EndpointNode<Target> | PathGroup<Target> | undefined,
  opened: ReadonlySet<string>,
): readonly { readonly item: Item<Target>; readonly isInside: boolean }[] {
  if (!unit) return []
  if (unit.type !== 'group') return [{ item: unit, isInside: false }]
  const isOpen = opened.has(unit.key)
  return [
    { item: { ...unit, isOpen }, isInside: false },
    ...(isOpen ? unit.members.map(item => ({ item, isInside: true })) : []),
  ]
}

/** Credentials in use come first, then those without a client, as of public endpoints, and those that nothing requires. */
function ranks(graph: AccessGraph): (key: string) => number {
  const granted = new Set(graph.grants.map(({ to }) => to))
  const required = new Set(graph.requirements.map(({ from }) => from))
  const isCredential = new Set(graph.credentials.map(keyOf))
  return key => (isCredential.has(key) ? (required.has(key) ? 0 : 2) + (granted.has(key) ? 0 : 1) : 0)
}

function idleCredentials({ credentials, grants, requirements }: AccessGraph): ReadonlySet<string> {
  const granted = new Set(grants.map(({ to }) => to))
  const required = new Set(requirements.map(({ from }) => from))
  const needsNoClient = new Set(['iam', 'custom', 'none', 'unknown'])
  const idle = credentials.filter(
    ({ key, kind }) => !required.has(key) || !(granted.has(key) || needsNoClient.has(kind)),
  )
  return new Set(idle.map(keyOf))
}

/** Rows that a window shows without scrolling: the shorter columns stay within them, at the top of a long map. */
const ROWS_IN_VIEW = 18

/** The longest column fills every row; the others are placed beside what they are connected to. */
function placeColumns(
  columns: readonly (readonly string[])[],
  pairs: readonly Pair[],
  rows: number,
): (key: string) => number {
  const neighbours = neighboursOf(pairs)
  const longest = columns.findIndex(({ length }) => length === rows)
  const placed = new Map<string, number>()
  const heightOf = (at: number) =>
    at === longest ? rows : Math.min(rows, Math.max(ROWS_IN_VIEW, columns[at]?.length ?? 0))
  const sequence = longest === 0 ? [0, 1, 2] : longest === 2 ? [2, 1, 0] : [1, 0, 2]
  for (const [turn, at] of sequence.entries()) {
    const column = columns[at] ?? []
    const beside = longest === 1 ? 1 : (sequence[turn - 1] ?? at)
    const scale = heightOf(at) / heightOf(beside)
    let last = -1
    const wanted = column.map(key => {
      const mean = meanOf(neighbours(key).flatMap(other => placed.get(other) ?? []))
      // Without a neighbour it comes right after the item above.
      last = mean === undefined ? last + 1 : mean * scale
      return last
    })
    for (const [index, row] of placeColumn(wanted, heightOf(at)).entries()) placed.set(column[index]!, row)
  }
  return key => placed.get(key)!
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccessGraph, Link } from '@/lib/access-map/graph'
import { layoutAccessMap } from '@/lib/access-map/layout'
import { orderColumns } from '@/lib/access-map/order'

const RUNS = { seed: 20_261_126, numRuns: 200 }

const node = (key: string) => ({ key, label: key, target: key })
function graphOf(
  counts: readonly [number, number],
  paths: readonly string[],
  picks: readonly number[],
): AccessGraph {
  const list = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => node(`${prefix}${i}`))
  const clients = list('c', counts[0]).map(one => ({ ...one, type: 'client' as const }))
  const credentials = list('s', counts[1]).map(one => ({
    ...one,
    type: 'credential' as const,
    kind: 'scope' as const,
  }))
  const endpoints = paths.map((path, i) => ({
    ...node(`e${i}`),
    type: 'endpoint' as const,
    method: 'GET',
    path,
  }))
  const linked = (
    from: readonly { key: string }[],
    to: readonly { key: string }[],
    seeds: readonly number[],
  ) => {
    const found = new Map<string, Link>()
    for (const seed of seeds) {
      const a = from[seed % from.length]
      const b = to[Math.floor(seed / from.length) % to.length]
      if (a && b) found.set(`${a.key} ${b.key}`, { from: a.key, to: b.key })
    }
    return [...found.values()]
  }
  return {
    clients,
    credentials,
    endpoints,
    grants: linked(clients, credentials, picks),
    requirements: linked(credentials, endpoints, picks),
  }
}

const segment = fc.constantFrom('orders', 'users', '{id}', 'items', 'a', 'b', 'c')
const graphs = fc
  .tuple(
    fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 25 })),
    fc.array(
      fc.array(segment, { maxLength: 4 }).map(parts => `/${parts.join('/')}`),
      { maxLength: 120 },
    ),
    fc.array(fc.nat({ max: 100_000 }), { maxLength: 200 }),
  )
  .map(([counts, paths, picks]) => graphOf(counts, paths, picks))
const opened = fc.subarray(['group /', 'group /orders', 'group /users', 'group /a', 'group /orders/items'])

describe('the layout of any graph', () => {
  it('has no two items of a column in one place, and none outside', () => {
    fc.assert(
      fc.property(graphs, opened, (graph, open) => {
        const { rows, columns } = layoutAccessMap(graph, new Set(open))
        for (const column of columns)
          for (const [i, { row }] of column.entries()) {
            expect(row).toBeGreaterThanOrEqual(i === 0 ? 0 : column[i - 1]!.row + 1)
            expect(row).toBeLessThanOrEqual(rows - 1)
          }
      }),
      RUNS,
    )
  })

  it('has every node once: itself, or inside a closed group', () => {
    fc.assert(
      fc.property(graphs, opened, (graph, open) => {
        const { columns } = layoutAccessMap(graph, new Set(open))
        const nodes = columns.flat().flatMap(({ item }) => {
          if (item.type !== 'group') return [item.key]
          return item.isOpen ? [] : item.members.map(({ key }) => key)
        })
        const all = [...graph.clients, ...graph.credentials, ...graph.endpoints].map(({ key }) => key)
        expect(nodes.toSorted()).toEqual(all.toSorted())
      }),
      RUNS,
    )
  })

  it('has scopes that clients get and endpoints require first, then those that no client gets, then the others', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const order = ['in use', 'without a client', 'not required']
        const column = layoutAccessMap(graph, new Set()).columns[1].map(({ item: { key } }) => {
          if (!graph.requirements.some(({ from }) => from === key)) return 'not required'
          return graph.grants.some(({ to }) => to === key) ? 'in use' : 'without a client'
        })
        expect(column).toEqual(column.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)))
      }),
      RUNS,
    )
  })

  it('draws every link once, between the items where its ends are', () => {
    fc.assert(
      fc.property(graphs, opened, (graph, open) => {
        const { columns, edges } = layoutAccessMap(graph, new Set(open))
        const at = new Map(columns.flat().map(({ item, row }) => [item.key, row]))
        const holder = new Map(
          columns
            .flat()
            .flatMap(({ item }) =>
              (item.type === 'group' && !item.isOpen ? item.members : []).map(({ key }) => [key, item.key]),
            ),
        )
        for (const [i, links] of [graph.grants, graph.requirements].entries()) {
          const drawn = edges[i]!.flatMap(edge => {
            expect(edge.rows).toEqual([at.get(edge.from), at.get(edge.to)])
            for (const { from, to } of edge.links)
              expect([from, holder.get(to) ?? to]).toEqual([edge.from, edge.to])
            return edge.links
          })
          expect(new Set(drawn)).toEqual(new Set(links))
          expect(drawn.length).toBe(links.length)
        }
      }),
      RUNS,
    )
  })

  it('is the same for the same graph, and the argument is not changed', () => {
    fc.assert(
      fc.property(graphs, opened, (graph, open) => {
        const before = JSON.stringify(graph)
        const first = layoutAccessMap(graph, new Set(open))
        expect(layoutAccessMap(structuredClone(graph), new Set(open))).toEqual(first)
        expect(JSON.stringify(graph)).toBe(before)
      }),
      RUNS,
    )
  })
})

describe('groups', () => {
  const layout = (paths: readonly string[], open: readonly string[] = []) =>
    layoutAccessMap(graphOf([1, 1], paths, [0, 1, 2]), new Set(open)).columns[2].map(({ item, isInside }) =>
      item.type === 'group'
        ? `${item.label} (${item.members.length})`
        : `${isInside ? '  ' : ''}${item.label}`,
    )
  const many = (count: number, pathOf: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => pathOf(i))

  it.each([
    ['few endpoints stay single', many(30, i => `/a/${i}`), 30, 'e0'],
    ['300 by the first segment', many(300, i => `/area${i % 10}/things${i}`), 10, '/area0 (30)'],
    [
      'below a common beginning',
      many(300, i => `/v1/api/area${i % 12}/things${i}`),
      12,
      '/v1/api/area0 (25)',
    ],
    ['one in a group of its own stays single', ['/only', ...many(60, i => `/a${i % 2}/${i}`)], 3, 'e0'],
    ['no beginning in common: single', many(100, i => `/things${i}`), 100, 'e0'],
  ])('%s', (_, paths, count, first) => {
    expect(layout(paths)).toHaveLength(count)
    expect(layout(paths)).toContain(first)
  })

  it('an open group is followed by its endpoints', () => {
    const shown = layout(
      many(40, i => `/area${i % 2}/deep/${i}/${i}`),
      ['group /area1/deep'],
    )
    expect(shown.slice(shown.indexOf('/area1/deep (20)')).slice(0, 3)).toEqual([
      '/area1/deep (20)',
      '  e1',
      '  e3',
    ])
    expect(shown).toHaveLength(22)
  })
})

describe('a long map', () => {
  const LONG = Array.from({ length: 300 }, (_, i) => `/tenants/{tenantId}/things${i % 75}/${i}`)
  const rowsOf = (column: number, counts: readonly [number, number], picks: readonly number[]) =>
    layoutAccessMap(graphOf(counts, LONG, picks)).columns[column]!.map(({ row }) => row)

  it('has its clients and scopes at the top, where a window shows them', () => {
    const picks = Array.from({ length: 600 }, (_, i) => i)
    expect(layoutAccessMap(graphOf([2, 3], LONG, picks)).rows).toBe(75)
    expect(Math.max(...rowsOf(0, [2, 3], picks))).toBeLessThan(18)
    expect(Math.max(...rowsOf(1, [2, 3], picks))).toBeLessThan(18)
    expect(rowsOf(1, [2, 40], picks)).toHaveLength(40)
    expect(Math.max(...rowsOf(1, [2, 40], picks))).toBeLessThan(40)
  })
})

describe('an order with few crossings', () => {
  it('leaves what has no connection where it is', () => {
    const columns = [['a', 'b'], ['x', 'alone', 'y'], ['e']]
    const pairs = [
      { from: 'a', to: 'x', isIdle: false },
      { from: 'b', to: 'y', isIdle: false },
    ]
    expect(orderColumns(columns, pairs, () => 0)).toEqual(columns)
  })

  it('untangles what can be drawn without a crossing', () => {
    const pairs = ['c0 s2', 'c1 s1', 'c2 s0', 's2 e0', 's1 e1', 's0 e2'].map(pair => {
      const [from = '', to = ''] = pair.split(' ')
      return { from, to }
    })
    const graph = {
      ...graphOf([3, 3], ['/x', '/y', '/z'], []),
      grants: pairs.slice(0, 3),
      requirements: pairs.slice(3),
    }
    const { edges } = layoutAccessMap(graph)
    for (const [i, links] of edges.entries())
      for (const { rows: one } of links)
        for (const { rows: other } of edges[i]!)
          expect((one[0] - other[0]) * (one[1] - other[1])).toBeGreaterThanOrEqual(0)
  })
})

import type { AccessMapLayout } from '@/lib/access-map/layout'

/** The item that a key leads to from the item with focus; undefined for other keys, and at the end of a column. */
export function nextItem(layout: AccessMapLayout, from: string, key: string): string | undefined {
  const column = layout.columns.findIndex(items => items.some(({ item }) => item.key === from))
  const items = layout.columns[column] ?? []
  const index = items.findIndex(({ item }) => item.key === from)
  switch (key) {
    case 'ArrowDown':
      return items[index + 1]?.item.key
    case 'ArrowUp':
      return items[index - 1]?.item.key
    case 'Home':
      return items[0]?.item.key
    case 'End':
      return items.at(-1)?.item.key
    case 'ArrowRight':
    case 'ArrowLeft':
      return beside(layout, column, from, key === 'ArrowRight' ? 1 : -1)
    default:
      return undefined
  }
}

/** The first item that is connected, else the one at the same height. */
function beside(layout: AccessMapLayout, column: number, from: string, step: 1 | -1): string | undefined {
  const items = layout.columns[column + step]
  if (!items) return undefined
  const edges = layout.edges[step === 1 ? column : column - 1] ?? []
  const linked = new Set(
    edges.flatMap(edge =>
      step === 1 ? (edge.from === from ? [edge.to] : []) : edge.to === from ? [edge.from] : [],
    ),
  )
  const row = layout.columns[column]?.find(({ item }) => item.key === from)?.row ?? 0
  const nearest = items.toSorted((a, b) => Math.abs(a.row - row) - Math.abs(b.row - row))
  return (items.find(({ item }) => linked.has(item.key)) ?? nearest[0])?.item.key
}

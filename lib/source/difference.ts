import type { MapNode, Node } from './node'

/** A chain of keys and indices from the root. */
export type TreePath = readonly string[]

/** Where two trees differ: a value, or a key or item that only one of them has. Order of keys and spelling are the same. */
export function differences(
  a: Node | undefined,
  b: Node | undefined,
  path: TreePath = [],
): readonly TreePath[] {
  if (!a || !b) return a === b ? [] : [path]
  if (a.kind !== b.kind || a.tag !== b.tag) return [path]
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.value === b.value ? [] : [path]
  if (a.kind === 'list' && b.kind === 'list') {
    const length = Math.max(a.items.length, b.items.length)
    return Array.from({ length }, (_, i) => differences(a.items[i], b.items[i], [...path, String(i)])).flat()
  }
  if (a.kind !== 'map' || b.kind !== 'map') return [path]
  const [left, right] = [valuesOf(a), valuesOf(b)]
  return [...new Set([...left.keys(), ...right.keys()])].flatMap(key =>
    differences(left.get(key), right.get(key), [...path, key]),
  )
}

const valuesOf = ({ entries }: MapNode) => new Map(entries.map(({ key, value }) => [key.value, value]))

/** Every place of a node in a tree; aliases give it several. */
export function pathsOf(root: Node, target: Node, path: TreePath = []): readonly TreePath[] {
  if (
    root === target ||
    (root.start === target.start && root.end === target.end && root.kind === target.kind)
  )
    return [path]
  if (target.start < root.start || target.end > root.end) return []
  if (root.kind === 'list')
    return root.items.flatMap((item, i) => pathsOf(item, target, [...path, String(i)]))
  if (root.kind === 'map')
    return root.entries.flatMap(({ key, value }) => pathsOf(value, target, [...path, key.value]))
  return []
}

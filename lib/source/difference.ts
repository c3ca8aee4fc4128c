import type { MapNode, Node } from './node'

/** A chain of keys and indices from the root. */
export type TreePath = readonly string[]

/** Where two trees differ: a value, or a key or item that only one of them has. Order of keys and spelling are the same. */
export function differences(a: Node | undefined, b: Node | undefined): readonly TreePath[] {
  const found: TreePath[] = []
  const path: string[] = []

  const below = (key: string, left: Node | undefined, right: Node | undefined) => {
    path.push(key)
    compare(left, right)
    path.pop()
  }

  function compare(left: Node | undefined, right: Node | undefined): void {
    if (left === right) return
    if (!left || !right || left.kind !== right.kind || left.tag !== right.tag) found.push([...path])
    else if (left.kind === 'scalar' && right.kind === 'scalar') {
      if (left.value !== right.value) found.push([...path])
    } else if (left.kind === 'list' && right.kind === 'list') {
      const length = Math.max(left.items.length, right.items.length)
      for (let i = 0; i < length; i++) below(String(i), left.items[i], right.items[i])
    } else if (left.kind === 'map' && right.kind === 'map') {
      const [own, other] = [valuesOf(left), valuesOf(right)]
      for (const [key, value] of own) below(key, value, other.get(key))
      for (const [key, value] of other) if (!own.has(key)) below(key, undefined, value)
    }
  }

  compare(a, b)
  return found
}

const valuesOf = ({ entries }: MapNode) => new Map(entries.map(({ key, value }) => [key.value, value]))

/** Every place of a node in a tree; aliases give it several. */
export function pathsOf(root: Node, target: Node): readonly TreePath[] {
  const found: TreePath[] = []
  const path: string[] = []

  const below = (key: string, node: Node) => {
    if (target.start < node.start || target.end > node.end) return
    path.push(key)
    find(node)
    path.pop()
  }

  function find(node: Node): void {
    if (
      node === target ||
      (node.start === target.start && node.end === target.end && node.kind === target.kind)
    )
      found.push([...path])
    else if (node.kind === 'list') for (const [i, item] of node.items.entries()) below(String(i), item)
    else if (node.kind === 'map') for (const { key, value } of node.entries) below(key.value, value)
  }

  find(root)
  return found
}

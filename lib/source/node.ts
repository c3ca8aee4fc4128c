/** One file as it was given. Offsets in it are UTF-16 code units; CRLF and a byte order mark are kept. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** A range of a source, the end exclusive. */
export interface Span {
  readonly source: Source
  readonly start: number
  readonly end: number
}

interface Placed extends Span {
  /** The tag as written, such as `!Ref`. Most nodes have none: the key is always there, so that all have one shape. */
  readonly tag: string | undefined
  /** In brackets, as all of JSON is. */
  readonly flow: boolean
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar'
  /** The text with quotes and escapes resolved. An absent value is the empty string. */
  readonly value: string
  readonly style: 'plain' | 'single' | 'double' | 'block'
}

export interface ListNode extends Placed {
  readonly kind: 'list'
  readonly items: readonly Node[]
}

export interface MapNode extends Placed {
  readonly kind: 'map'
  /** In the order of the text; a repeated key is here twice. Entries of a merge (`<<`) come last. */
  readonly entries: readonly Entry[]
}

export interface Entry {
  readonly key: ScalarNode
  readonly value: Node
  /** Taken over from another map by `<<`. */
  readonly merged: boolean
}

export type Node = ScalarNode | ListNode | MapNode

/** The entry of a map, the last one when the key is repeated, as readers of JSON and YAML do. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  for (let i = map.entries.length - 1; i >= 0; i--)
    if (map.entries[i]?.key.value === key && !map.entries[i]?.merged) return map.entries[i]
  return map.entries.find(entry => entry.key.value === key)
}

/** The value below a chain of keys; undefined when a step is missing or is not a map. */
export function valueAt(node: Node | undefined, ...keys: readonly string[]): Node | undefined {
  let found = node
  for (const key of keys) found = found?.kind === 'map' ? entryOf(found, key)?.value : undefined
  return found
}

/** The text of a scalar; undefined for everything else. */
export const textOf = (node: Node | undefined): string | undefined =>
  node?.kind === 'scalar' ? node.value : undefined

/** Where a value begins, its tag included. */
export const startOf = ({ source, start, tag }: Node): number =>
  tag === undefined ? start : source.text.lastIndexOf(tag, start)

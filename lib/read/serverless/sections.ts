import type { Entry, MapNode, Node } from '../../source/node'

/** The sections of a list as the one map that the framework makes of them; undefined if there are none. */
export function mergedSections(node: Node | undefined, resolve: (node: Node) => Node): MapNode | undefined {
  const merged = (one: Node, other: Node): Node => {
    const [before, after] = [resolve(one), resolve(other)]
    if (before.tag !== undefined || after.tag !== undefined) return after
    if (before.kind === 'map' && after.kind === 'map') return mergedMaps(before, after)
    if (before.kind !== 'list' || after.kind !== 'list') return after
    const items = after.items.map((item, i) => {
      const own = before.items[i]
      return own ? merged(own, item) : item
    })
    return { ...after, items: [...items, ...before.items.slice(items.length)] }
  }
  const mergedMaps = (before: MapNode, after: MapNode): MapNode => {
    const entries = new Map(entriesOf(before))
    for (const [key, entry] of entriesOf(after)) {
      const own = entries.get(key)
      entries.set(key, own ? { ...own, value: merged(own.value, entry.value) } : entry)
    }
    return { ...before, entries: [...entries.values()] }
  }
  const [first, ...others] = mapsOf(node, resolve)
  // A part of a section that is in a file of its own, which was not given, hides nothing of the sections before it.
  const isKnown = ({ value }: Entry) => resolve(value).kind !== 'scalar'
  const withoutUnknown = (section: MapNode): MapNode => ({
    ...section,
    entries: section.entries.filter(isKnown),
  })
  return first && others.reduce((before, section) => mergedMaps(before, withoutUnknown(section)), first)
}

/** Of a repeated key the last entry counts. Those of a merge (`<<`) come last, and do not count where the map has its own. */
export function entriesOf({ entries }: MapNode): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>()
  for (const entry of entries)
    if (!entry.merged || !found.has(entry.key.value)) found.set(entry.key.value, entry)
  return found
}

/** A map, or the maps of a list. */
const mapsOf = (node: Node | undefined, resolve: (node: Node) => Node): readonly MapNode[] =>
  itemsOf(node, resolve).filter(item => item.kind === 'map')

/** The items of a list, or the only one. */
export function itemsOf(node: Node | undefined, resolve: (node: Node) => Node): readonly Node[] {
  const found = node && resolve(node)
  if (found?.kind === 'list') return found.items.map(resolve)
  return found ? [found] : []
}

import { entryOf, type MapNode, type Node, type ScalarNode } from '../../source/node'

/** One event of a function: `http`, `httpApi` and their settings. */
export interface HttpEvent {
  readonly type: 'rest' | 'http'
  readonly key: ScalarNode
  readonly settings: Node
  readonly functionName: string
  /** Which of all events it is: that stays the same when an edit moves it. */
  readonly number: number
  readonly handler?: Node
}

/** The API events of all functions, which may be a map, a list of maps, or references to other files. */
export function httpEvents(functions: Node | undefined, resolve: (node: Node) => Node): readonly HttpEvent[] {
  const found: HttpEvent[] = []
  for (const map of mapsOf(functions, resolve))
    for (const { key, value } of map.entries) {
      const definition = resolve(value)
      if (definition.kind !== 'map') continue
      const events = entryOf(definition, 'events')?.value
      const list = events && resolve(events)
      for (const item of list?.kind === 'list' ? list.items : []) {
        const event = resolve(item)
        if (event.kind !== 'map') continue
        for (const entry of event.entries) {
          const type =
            entry.key.value === 'http' ? 'rest' : entry.key.value === 'httpApi' ? 'http' : undefined
          const handler = entryOf(definition, 'handler')?.value
          const settings = resolve(entry.value)
          if (type && !isEmpty(settings))
            found.push({
              type,
              key: entry.key,
              settings,
              functionName: key.value,
              number: found.length,
              ...(handler && { handler }),
            })
        }
      }
    }
  return found
}

/** An event with nothing below it: what was meant is beside it, or left out. */
export const isEmpty = (settings: Node): boolean =>
  settings.kind === 'scalar' && settings.style === 'plain' && /^(?:null|~)?$/i.test(settings.value)

/** A map, or the maps of a list. */
export const mapsOf = (node: Node | undefined, resolve: (node: Node) => Node): readonly MapNode[] =>
  itemsOf(node, resolve).filter(item => item.kind === 'map')

/** The items of a list, or the only one. */
export function itemsOf(node: Node | undefined, resolve: (node: Node) => Node): readonly Node[] {
  const found = node && resolve(node)
  if (found?.kind === 'list') return found.items.map(resolve)
  return found ? [found] : []
}

import { entryOf, type Node, type ScalarNode } from '../../source/node'
import { mergedSections } from './sections'

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
  for (const { key, value } of mergedSections(functions, resolve)?.entries ?? []) {
    const definition = resolve(value)
    if (definition.kind !== 'map') continue
    const events = entryOf(definition, 'events')?.value
    const list = events && resolve(events)
    for (const item of list?.kind === 'list' ? list.items : []) {
      const event = resolve(item)
      if (event.kind !== 'map') continue
      for (const entry of event.entries) {
        const type = entry.key.value === 'http' ? 'rest' : entry.key.value === 'httpApi' ? 'http' : undefined
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

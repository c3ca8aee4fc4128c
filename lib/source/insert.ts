import type { Edit } from './edit'
import type { Entry, ListNode, MapNode, Node, ScalarNode, Source } from './node'
import { entryOf, startOf } from './node'
import { breakOf, indentOf, lineEnd, lineStart } from './position'
import { type Spelling, spell } from './spell'

/** A value that an edit can write. */
export type NewValue = string | boolean | readonly string[] | { readonly [key: string]: NewValue }

/** Writes a new key into a map, after the first of `after` that is there, and otherwise at its end. */
export function insertEntry(map: MapNode, key: string, value: NewValue, after: readonly string[] = []): Edit {
  const own = map.entries.filter(({ merged }) => !merged)
  const companion = after.map(name => entryOf(map, name)).find(entry => entry && !entry.merged) ?? own.at(-1)
  const spelling = spellingOf(map, companion)
  if (!companion)
    return { ...at(map, map.start + 1), target: map, text: ` ${pair(key, value, spelling, '')} ` }
  const end = Math.max(companion.key.end, companion.value.end)
  if (!map.flow) {
    const indent = indentOf(companion.key)
    return {
      ...at(map, lineEnd(map.source, end)),
      target: map,
      text: breakOf(map.source) + indent + pair(key, value, spelling, indent),
    }
  }
  const separator = isMultiline(map, own) ? `,${breakOf(map.source)}${indentOf(companion.key)}` : ', '
  return {
    ...at(map, end),
    target: map,
    text: separator + pair(key, value, { ...spelling, flow: true }, indentOf(companion.key)),
  }
}

/** Writes several new keys into a map that has some, as one edit. */
export function insertEntries(
  map: MapNode,
  values: { readonly [key: string]: NewValue },
  after: readonly string[] = [],
): Edit | undefined {
  const edits = Object.entries(values).map(([key, value]) => insertEntry(map, key, value, after))
  const [first] = edits
  if (!first || map.entries.length === 0) return edits.length > 1 ? undefined : first
  return { ...first, text: edits.map(({ text }) => text).join('') }
}

/** Writes new texts at the end of a list. */
export function appendItems(list: ListNode, ...texts: readonly string[]): Edit {
  const last = list.items.at(-1)
  const spelling: Spelling = { json: isJson(list.source), flow: list.flow, like: scalarIn(last) }
  return last
    ? appendWritten(list, last, ...texts.map(text => spell(text, spelling)))
    : replaceValue(list, texts)
}

/** Writes new items, as they are to stand in the file, after the last one of a list. */
export function appendWritten(list: ListNode, last: Node, ...items: readonly string[]): Edit {
  const isBroken = /[\r\n]/.test(list.source.text.slice(list.start, list.items[0]?.start ?? list.start))
  const dash = list.source.text.slice(lineStart({ source: list.source, start: list.start }), list.start)
  const before = !list.flow
    ? `${breakOf(list.source)}${' '.repeat(dash.length)}- `
    : isBroken
      ? `,${breakOf(list.source)}${indentOf({ source: list.source, start: startOf(last) })}`
      : ', '
  return {
    ...at(list, list.flow ? last.end : lineEnd(list.source, last.end)),
    target: list,
    text: items.map(item => before + item).join(''),
  }
}

/** Writes another value in place of a scalar: a text with the quotes that it has, a boolean without any. */
export const replaceScalar = (node: ScalarNode, value: string | boolean): Edit => ({
  target: node,
  source: node.source,
  start: startOf(node),
  end: node.end,
  text: inline(value, { json: isJson(node.source), flow: true, like: node }),
})

/** Writes a list or map in place of a value. */
export function replaceValue(node: Node, value: NewValue): Edit {
  const spelling: Spelling = { json: isJson(node.source), flow: true }
  return {
    target: node,
    source: node.source,
    start: startOf(node),
    end: node.end,
    text: inline(value, spelling),
  }
}

function pair(key: string, value: NewValue, spelling: Spelling, indent: string): string {
  const label = spelling.json ? JSON.stringify(key) : key
  if (spelling.json || spelling.flow || typeof value === 'boolean' || typeof value === 'string')
    return `${label}: ${inline(value, spelling)}`
  const lineBreak = spelling.lineBreak ?? '\n'
  const inner = `${indent}${spelling.listIndent ?? '  '}`
  if (isList(value))
    return `${label}:${value.map(item => `${lineBreak}${inner}- ${spell(item, spelling)}`).join('')}`
  const deeper = `${indent}  `
  const lines = Object.entries(value).map(
    ([name, each]) => `${lineBreak}${deeper}${pair(name, each, spelling, deeper)}`,
  )
  return `${label}:${lines.join('')}`
}

function inline(value: NewValue, spelling: Spelling): string {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return spell(value, spelling)
  const flow = { ...spelling, flow: true }
  if (isList(value)) return `[${value.map(item => spell(item, flow)).join(', ')}]`
  return `{ ${Object.entries(value)
    .map(([name, each]) => `${spelling.json ? JSON.stringify(name) : name}: ${inline(each, flow)}`)
    .join(', ')} }`
}

const isList = (value: NewValue): value is readonly string[] => Array.isArray(value)

/** Quotes, line breaks and list style as the neighbours have them. */
function spellingOf(map: MapNode, companion: Entry | undefined): Spelling {
  const lists = map.entries.flatMap(({ value }) => (value.kind === 'list' && !value.flow ? [value] : []))
  const list = lists[0]
  const key = companion?.key ?? map
  const isDeeper = !list || columnOf(list) > columnOf(key)
  return {
    json: isJson(map.source) || companion?.key.style === 'double',
    flow: map.flow,
    lineBreak: breakOf(map.source),
    listIndent: isDeeper ? '  ' : '',
  }
}

const columnOf = (node: { readonly source: Source; readonly start: number }) => node.start - lineStart(node)

const isJson = ({ text }: Source) => /^\uFEFF?\s*[{[]/.test(text)

const isMultiline = (map: MapNode, own: readonly Entry[]) =>
  /[\r\n]/.test(map.source.text.slice(map.start, own.at(-1)?.key.start ?? map.start))

const at = ({ source }: { readonly source: Source }, offset: number) => ({
  source,
  start: offset,
  end: offset,
})

const scalarIn = (node: Node | undefined) => (node?.kind === 'scalar' ? node : undefined)

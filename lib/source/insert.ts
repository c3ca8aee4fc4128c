import type { Edit } from './edit'
import type { Entry, ListNode, MapNode, Node, ScalarNode, Source, Span } from './node'
import { entryOf, startOf } from './node'
import { breakOf, indentOf, lineEnd, lineStart } from './position'
import { type Spelling, spell } from './spell'

/** A value that an edit can write. */
export type NewValue = string | boolean | readonly string[] | { readonly [key: string]: NewValue }

/** Writes a new key into a map, after the first of `after` that is there, and otherwise at its end. */
export const insertEntry = (
  map: MapNode,
  key: string,
  value: NewValue,
  after: readonly string[] = [],
): Edit => insertEntries(map, { [key]: value }, after)

/** Writes several new keys into a map, as one edit. */
export function insertEntries(
  map: MapNode,
  values: { readonly [key: string]: NewValue },
  after: readonly string[] = [],
): Edit {
  const own = map.entries.filter(({ merged }) => !merged)
  const companion = after.map(name => entryOf(map, name)).find(entry => entry && !entry.merged) ?? own.at(-1)
  const spelling = spellingOf(map, companion)
  const pairs = (indent: string) =>
    Object.entries(values).map(([key, value]) => pair(key, value, spelling, indent))
  if (!companion) return { ...at(map, map.start + 1), target: map, text: ` ${pairs('').join(', ')} ` }
  const end = Math.max(companion.key.end, companion.value.end)
  if (map.flow) return inBrackets(map, end, pairs(''), companion.key, isMultiline(map, own.at(-1)?.key.start))
  const indent = indentOf(companion.key)
  return onLines(map, end, pairs(indent), indent)
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
  if (list.flow) {
    const place = { source: list.source, start: startOf(last) }
    return inBrackets(list, last.end, items, place, isMultiline(list, list.items[0]?.start))
  }
  const dash = list.source.text.slice(lineStart({ source: list.source, start: list.start }), list.start)
  return onLines(list, last.end, items, `${' '.repeat(dash.length)}- `)
}

/** Parts behind the line of an offset, each on its own. */
const onLines = (target: Node, end: number, parts: readonly string[], before: string): Edit => ({
  ...at(target, lineEnd(target.source, end)),
  target,
  text: parts.map(part => breakOf(target.source) + before + part).join(''),
})

/** What may be between an item and the end of its line. */
const COMMENT = /[ \t]*(,?)([ \t]+#[^\r\n]*)/y

/** Parts behind another one in brackets, below each other as it is. The comment of that one stays behind it. */
function inBrackets(
  target: Node,
  end: number,
  parts: readonly string[],
  like: Pick<Span, 'source' | 'start'>,
  isBroken: boolean,
): Edit {
  const { source } = target
  COMMENT.lastIndex = end
  const [passed = '', comma = '', comment = ''] = COMMENT.exec(source.text) ?? []
  const before = comment || isBroken ? breakOf(source) + indentOf(like) : ' '
  return {
    target,
    source,
    start: end,
    end: end + passed.length,
    text: `,${comment}${before}${parts.join(`,${before}`)}${comma}`,
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

const isMultiline = ({ source, start }: Node, end = start) => /[\r\n]/.test(source.text.slice(start, end))

const at = ({ source }: { readonly source: Source }, offset: number) => ({
  source,
  start: offset,
  end: offset,
})

const scalarIn = (node: Node | undefined) => (node?.kind === 'scalar' ? node : undefined)

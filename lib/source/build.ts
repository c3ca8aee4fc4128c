import { MAX_DEPTH, MAX_NODES } from './limits'
import type { Entry, ListNode, MapNode, Node, ScalarNode, Source, Span } from './node'
import { EVENT_ID, type Event, getScalarValue } from './yaml-events'

/** The content of one file. */
export interface Tree {
  readonly source: Source
  /** Absent for an empty file. */
  readonly root: Node | undefined
  /** What aliases and merges refer to: an edit there would change every place that uses it. */
  readonly shared: readonly Span[]
  /** The later of two equal keys of one map. */
  readonly duplicates: readonly Entry[]
  /** Documents after the first one, which nothing reads. */
  readonly furtherDocuments: number
}

/** A limit against hostile input was reached; `parseSource` turns it into a problem. */
export class TreeLimit extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message)
  }
}

interface Anchored {
  readonly node: Node
  readonly size: number
  readonly depth: number
}

/** Makes a tree of the events of a parse; `original` maps offsets of `text` to offsets of the source. */
export function buildTree(
  source: Source,
  text: string,
  events: readonly Event[],
  original: (offset: number) => number,
): Tree {
  const anchors = new Map<string, Anchored>()
  const shared = new Map<Node, Span>()
  const duplicates: Entry[] = []
  let at = 0
  let count = 0
  let last = 0
  let deepest = 0

  const spend = (nodes: number) => {
    count += nodes
    if (count > MAX_NODES)
      throw new TreeLimit(
        `The file has more than ${MAX_NODES} values once its aliases are expanded.`,
        original(last),
      )
  }
  const tagOf = (event: { readonly tagStart: number; readonly tagEnd: number }) =>
    event.tagStart === -1 ? undefined : text.slice(event.tagStart, event.tagEnd)

  function scalar(
    event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>,
    isAfterColon: boolean,
  ): ScalarNode {
    const style = STYLES[event.style - 1] ?? 'block'
    const quoted = style === 'single' || style === 'double' ? 1 : 0
    const absent = event.valueStart === -1
    const end = absent ? absentAt(event.tagEnd, isAfterColon) : withoutBlanks(event.valueEnd + quoted)
    // The value of a block scalar without lines begins after the line break that its end leaves out.
    const start = absent ? end : Math.min(event.valueStart - quoted, end)
    last = Math.max(last, end)
    return {
      kind: 'scalar',
      value: absent ? '' : getScalarValue(text, event),
      style,
      flow: false,
      tag: tagOf(event),
      source,
      start: original(start),
      end: original(end),
    }
  }

  /** Where an absent value would be: after its tag, after the colon of its key, or after what comes before. */
  const absentAt = (tagEnd: number, isAfterColon: boolean): number =>
    tagEnd !== -1 ? tagEnd : isAfterColon ? afterColon(last) : last

  /** A block scalar ends before its last line break; others end in no blank. */
  const withoutBlanks = (end: number): number => {
    let trimmed = end
    while (isBlank(text.charCodeAt(trimmed - 1))) trimmed--
    return trimmed
  }

  function node(depth: number, isAfterColon = false): Node {
    const event = events[at++]
    deepest = Math.max(deepest, depth)
    spend(1)
    const outerDeepest = deepest
    const before = count
    deepest = depth
    let made: Node
    let anchor = ''
    if (event?.type === EVENT_ID.ALIAS) {
      deepest = outerDeepest
      return alias(event, depth)
    }
    if (event?.type === EVENT_ID.SCALAR) {
      made = scalar(event, isAfterColon)
      anchor = nameOf(event)
    } else if (event?.type === EVENT_ID.SEQUENCE) {
      made = list(event, depth)
      anchor = nameOf(event)
    } else if (event?.type === EVENT_ID.MAPPING) {
      made = map(event, depth)
      anchor = nameOf(event)
    } else throw new Error('the parser returned an event that is not a node')
    if (anchor) anchors.set(anchor, { node: made, size: count - before + 1, depth: deepest - depth })
    deepest = Math.max(deepest, outerDeepest)
    return made
  }

  const nameOf = (event: { readonly anchorStart: number; readonly anchorEnd: number }) =>
    event.anchorStart === -1 ? '' : text.slice(event.anchorStart, event.anchorEnd)

  function alias(event: Extract<Event, { type: typeof EVENT_ID.ALIAS }>, depth: number): Node {
    last = Math.max(last, event.anchorEnd)
    const name = nameOf(event)
    const found = anchors.get(name)
    if (!found)
      throw new TreeLimit(
        `The alias *${name} does not refer to an earlier anchor.`,
        original(event.anchorStart),
      )
    spend(found.size)
    if (depth + found.depth > MAX_DEPTH)
      throw new TreeLimit(`The file is nested deeper than ${MAX_DEPTH} levels.`, original(event.anchorStart))
    deepest = Math.max(deepest, depth + found.depth)
    shared.set(found.node, { source, start: found.node.start, end: found.node.end })
    return found.node
  }

  function list(event: Extract<Event, { type: typeof EVENT_ID.SEQUENCE }>, depth: number): ListNode {
    const flow = event.style === FLOW
    last = Math.max(last, event.start + 1)
    const items: Node[] = []
    while (events[at]?.type !== EVENT_ID.POP) items.push(node(depth + 1))
    at++
    const end = flow ? closed(']') : last
    return {
      kind: 'list',
      items,
      flow,
      tag: tagOf(event),
      source,
      start: original(event.start),
      end: original(end),
    }
  }

  function map(event: Extract<Event, { type: typeof EVENT_ID.MAPPING }>, depth: number): MapNode {
    // A pair inside a flow list, such as `[a: b]`, is a map without brackets.
    const flow = event.style === FLOW
    const braced = flow && text[event.start] === '{'
    last = Math.max(last, flow ? event.start + 1 : event.start)
    const entries: Entry[] = []
    const seen = new Set<string>()
    const merges: { readonly key: ScalarNode; readonly value: Node }[] = []
    while (events[at]?.type !== EVENT_ID.POP) {
      const keyNode = node(depth + 1)
      const key = keyNode.kind === 'scalar' ? keyNode : complexKey(keyNode)
      const value = node(depth + 1, true)
      if (key.value === '<<' && key.style === 'plain') merges.push({ key, value })
      else {
        const entry: Entry = { key, value, merged: false }
        if (seen.has(key.value)) duplicates.push(entry)
        seen.add(key.value)
        entries.push(entry)
      }
    }
    at++
    const end = braced ? closed('}') : last
    for (const merge of merges) mergeInto(entries, seen, merge)
    return {
      kind: 'map',
      entries,
      flow,
      tag: tagOf(event),
      source,
      start: original(event.start),
      end: original(end),
    }
  }

  function mergeInto(
    entries: Entry[],
    seen: Set<string>,
    merge: { readonly key: ScalarNode; readonly value: Node },
  ) {
    const sources = merge.value.kind === 'list' ? merge.value.items : [merge.value]
    for (const from of sources) {
      // What cannot be merged stays a key of its own, so that it is not lost in silence.
      if (from.kind !== 'map') entries.push({ key: merge.key, value: from, merged: false })
      else
        for (const entry of from.entries) {
          spend(1)
          if (seen.has(entry.key.value)) continue
          seen.add(entry.key.value)
          entries.push({ ...entry, merged: true })
        }
    }
  }

  const complexKey = (key: Node): ScalarNode => ({
    kind: 'scalar',
    value: source.text.slice(key.start, key.end),
    style: 'plain',
    flow: key.flow,
    tag: undefined,
    source,
    start: key.start,
    end: key.end,
  })

  /** After the colon that follows a key. */
  const afterColon = (from: number): number => {
    const colon = skipBlank(from)
    return text[colon] === ':' ? colon + 1 : from
  }

  function closed(bracket: string): number {
    const end = skipBlank(last)
    last = text[end] === bracket ? end + 1 : last
    return last
  }

  /** Past white space, commas and comments. */
  function skipBlank(from: number): number {
    BLANK.lastIndex = from
    BLANK.test(text)
    return BLANK.lastIndex
  }

  let root: Node | undefined
  let documents = 0
  while (at < events.length) {
    const event = events[at++]
    if (event?.type !== EVENT_ID.DOCUMENT) continue
    documents++
    anchors.clear()
    if (events[at]?.type === EVENT_ID.POP) continue
    const found = node(0)
    root ??= found
  }
  const isEmpty = root?.kind === 'scalar' && root.value === '' && root.start === root.end
  return {
    source,
    root: isEmpty ? undefined : root,
    shared: [...shared.values()],
    duplicates,
    furtherDocuments: Math.max(0, documents - 1),
  }
}

const FLOW = 2
const BLANK = /(?:[ \n\r\t\uFEFF,]+|(?<!\S)#[^\n]*)*/y

/** White space of YAML: a space, a tab or a line break; and a byte order mark, which may begin a document. */
const isBlank = (code: number) =>
  code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff
const STYLES = ['plain', 'single', 'double', 'block', 'block'] as const

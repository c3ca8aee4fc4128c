import { commentsIn } from './comments'
import type { Edit } from './edit'
import { type ListNode, type MapNode, type Node, startOf } from './node'
import { breakOf, indentOf, lineEnd, lineStart } from './position'

/** Takes an item out of a list; undefined for the last one, and where a comment is in the way. */
export function removeItem(list: ListNode, index: number): Edit | undefined {
  const item = list.items[index]
  if (!item || list.items.length < 2) return undefined
  if (!list.flow) return removeLines(list, item.start, item.end, [item])
  const before = list.items[index - 1]
  return before
    ? removeText(list, before.end, item.end)
    : removeText(list, startOf(item), startOf(list.items[1] ?? item))
}

/** Takes a key and its value out of a map; undefined for the last one, and where a comment is in the way. */
export function removeEntry(map: MapNode, key: string): Edit | undefined {
  const index = map.entries.findIndex(entry => entry.key.value === key && !entry.merged)
  const entry = map.entries[index]
  if (!entry || map.entries.length < 2) return undefined
  const nodes = [entry.key, entry.value]
  if (!map.flow) return removeLines(map, entry.key.start, Math.max(entry.key.end, entry.value.end), nodes)
  const before = map.entries[index - 1]
  return before
    ? removeText(map, before.value.end, entry.value.end)
    : removeText(map, entry.key.start, map.entries[1]?.key.start ?? entry.value.end)
}

const removeText = (target: Node, start: number, end: number): Edit | undefined => {
  const span = { source: target.source, start, end }
  return commentsIn(span, [target]).length > 0 ? undefined : { ...span, target, text: '' }
}

/** Whole lines from the one with `start` to the one with `end`. Their comments stay, on lines of their own. */
function removeLines(target: Node, start: number, end: number, nodes: readonly Node[]): Edit | undefined {
  const { source } = target
  const from = lineStart({ source, start })
  // Something else on the first line, such as the dash of a list, must stay.
  if (!/^[\s-]*$/.test(source.text.slice(from, start)) || /-.*-/.test(source.text.slice(from, start)))
    return undefined
  const to = lineEnd(source, end)
  const next = source.text.startsWith('\r\n', to) ? to + 2 : Math.min(to + 1, source.text.length)
  const comments = commentsIn({ source, start: from, end: to }, nodes)
  const indent = indentOf({ source, start })
  const text = comments.map(comment => indent + comment + breakOf(source)).join('')
  return { target, source, start: from, end: next, text }
}

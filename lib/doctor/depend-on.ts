import type { Deployed, Resource } from '../deployed/deployed'
import type { Edit } from '../source/edit'
import { appendItem, insertEntry, replaceValue } from '../source/insert'
import { type ListNode, valueAt } from '../source/node'

/** Does nothing make a resource wait for another yet, and would DependsOn not close a circle? */
export const canWait = (
  waiting: Resource,
  first: Resource,
  { isOrdered }: Pick<Deployed, 'isOrdered'>,
): boolean => isOrdered(first, waiting) === false && isOrdered(waiting, first) === false

/** What a resource names to wait for another: that one, or the nested stack that it is in. Undefined in another template. */
export function toWaitFor(waiting: Resource, first: Resource): string | undefined {
  const prefix = waiting.key.slice(0, -waiting.id.length)
  return first.key.startsWith(prefix) ? first.key.slice(prefix.length).split('/')[0] : undefined
}

/** The edits that let a resource wait for others; none where DependsOn is written in a way that cannot be added to. */
export function dependOn({ node }: Resource, ids: readonly string[]): readonly Edit[] {
  if (!node) return []
  const present = valueAt(node, 'DependsOn')
  const [only, ...more] = ids
  if (only === undefined) return []
  if (!present) return [insertEntry(node, 'DependsOn', more.length === 0 ? only : ids, ['Type'])]
  if (present.kind === 'scalar') return [replaceValue(present, [present.value, ...ids])]
  if (present.kind !== 'list') return []
  if (more.length === 0) return [appendItem(present, only)]
  const named = present.items.flatMap(item => (item.kind === 'scalar' ? [item.value] : []))
  return present.flow ? [replaceValue(present, [...named, ...ids])] : appendAll(present, ids)
}

/** Several lines after the last item of a block list, as one edit. */
function appendAll(list: ListNode, ids: readonly string[]): readonly Edit[] {
  const edits = ids.map(id => appendItem(list, id))
  const [first] = edits
  return first ? [{ ...first, text: edits.map(({ text }) => text).join('') }] : []
}

import type { Deployed, Resource } from '../deployed/deployed'
import type { Edit } from '../source/edit'
import { appendItems, insertEntry, replaceValue } from '../source/insert'
import { valueAt } from '../source/node'

/** Whether CloudFormation creates one resource before another. */
type Order = Pick<Deployed, 'isOrdered'>

/** What a resource can name to wait for others that it does not wait for yet: each name once. */
export function namesToWaitFor(
  waiting: Resource,
  others: readonly Resource[],
  { isOrdered }: Order,
): readonly string[] {
  const late = others.filter(
    other => isOrdered(other, waiting) === false && isOrdered(waiting, other) === false,
  )
  return [...new Set(late.flatMap(other => nameIn(waiting, other) ?? []))]
}

/** What a template calls a resource: its id, or the nested stack that it is in. Undefined if it is outside the template. */
function nameIn({ key, id }: Resource, other: Resource): string | undefined {
  const prefix = key.slice(0, -id.length)
  return other.key.startsWith(prefix) ? other.key.slice(prefix.length).split('/')[0] : undefined
}

/** How to let a resource, which is a `kind`, wait for another; `besideIt` says so where one template has both. */
export function howToWait(
  waiting: Resource,
  other: Resource,
  { isOrdered }: Order,
  { kind, besideIt }: { readonly kind: string; readonly besideIt: string },
): string {
  if (isOrdered(waiting, other) === true)
    return `Let ${waiting.id} wait for ${other.id}, not the other way round.`
  const name = nameIn(waiting, other)
  if (name === other.id) return besideIt
  return name === undefined
    ? `Let the nested stack of the ${kind} depend on what creates ${other.id}.`
    : `Add DependsOn: ${name} to the ${kind}. This nested stack creates ${other.id}.`
}

/** The edits that let a resource wait for others; none where DependsOn is written in a way that cannot be added to. */
export function dependOn({ node }: Resource, ids: readonly string[]): readonly Edit[] {
  if (!node) return []
  const present = valueAt(node, 'DependsOn')
  const [only, ...more] = ids
  if (only === undefined) return []
  if (!present) return [insertEntry(node, 'DependsOn', more.length === 0 ? only : ids, ['Type'])]
  if (present.kind === 'scalar') return [replaceValue(present, [present.value, ...ids])]
  return present.kind === 'list' ? [appendItems(present, ...ids)] : []
}

import type { Resource } from '../../deployed/deployed'
import type { Stack } from './resource'

/**
 * Whether CloudFormation creates one resource before another: by DependsOn or references, through any others. Of resources in
 * nested stacks, those of the template that has both stacks decide.
 */
export function orderOf(stacks: readonly Stack[]): (first: Resource, then: Resource) => boolean | undefined {
  const known = new Map<string, (id: string) => boolean>()
  const places = new Map(stacks.map(stack => [stack, placesIn(stack)]))
  const byPrefix = new Map(stacks.map(stack => [stack.prefix, stack]))
  return (first, then) => {
    const prefix = commonPrefix(first.key, then.key)
    const stack = byPrefix.get(prefix)
    const waiting = idUnder(prefix, then)
    const needed = idUnder(prefix, first)
    if (!stack?.resources.has(waiting) || !stack.resources.has(needed) || waiting === needed) return undefined
    const key = prefix + waiting
    const needs = known.get(key) ?? allNeeds(stack, waiting, places.get(stack) ?? new Map())
    known.set(key, needs)
    return needs(needed)
  }
}

/** `stack0/` of `stack0/Notes/Get` and `stack0/Deployment`. */
function commonPrefix(a: string, b: string): string {
  const folder = a.slice(0, a.lastIndexOf('/') + 1)
  if (folder === b.slice(0, b.lastIndexOf('/') + 1)) return folder
  const others = b.split('/')
  const own = a.split('/').slice(0, -1)
  const end = own.findIndex((part, i) => part !== others[i] || i === others.length - 1)
  return (end === -1 ? own : own.slice(0, end)).map(part => `${part}/`).join('')
}

/** The resource itself, or the nested stack that it is in. */
const idUnder = (prefix: string, { key }: Resource): string => key.slice(prefix.length).split('/')[0] ?? ''

/** The place of each resource in its template. */
const placesIn = ({ resources }: Stack): ReadonlyMap<string, number> =>
  new Map([...resources.keys()].map((id, place) => [id, place]))

/** What a resource needs, through any others. It is kept for thousands of them, so that each has a byte for a resource. */
function allNeeds(stack: Stack, id: string, places: ReadonlyMap<string, number>): (id: string) => boolean {
  const found = new Uint8Array(places.size)
  const queue = [id]
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const need of stack.resources.get(next)?.needs() ?? []) {
      const place = places.get(need)
      if (place === undefined || found[place] === 1) continue
      found[place] = 1
      queue.push(need)
    }
  return wanted => found[places.get(wanted) ?? -1] === 1
}

import type { Resource } from '../../deployed/deployed'
import type { Stack } from './resource'

/**
 * Whether CloudFormation creates one resource before another: by DependsOn or references, through any others. Of resources in
 * nested stacks, those of the template that has both stacks decide.
 */
export function orderOf(stacks: readonly Stack[]): (first: Resource, then: Resource) => boolean | undefined {
  const known = new Map<string, ReadonlySet<string>>()
  const byPrefix = new Map(stacks.map(stack => [stack.prefix, stack]))
  return (first, then) => {
    const prefix = commonPrefix(first.key, then.key)
    const stack = byPrefix.get(prefix)
    const waiting = idUnder(prefix, then)
    const needed = idUnder(prefix, first)
    if (!stack?.resources.has(waiting) || !stack.resources.has(needed) || waiting === needed) return undefined
    const key = prefix + waiting
    const needs = known.get(key) ?? allNeeds(stack, waiting)
    known.set(key, needs)
    return needs.has(needed)
  }
}

/** `stack0/` of `stack0/Notes/Get` and `stack0/Deployment`. */
function commonPrefix(a: string, b: string): string {
  const others = b.split('/')
  const own = a.split('/').slice(0, -1)
  const end = own.findIndex((part, i) => part !== others[i] || i === others.length - 1)
  return (end === -1 ? own : own.slice(0, end)).map(part => `${part}/`).join('')
}

/** The resource itself, or the nested stack that it is in. */
const idUnder = (prefix: string, { key }: Resource): string => key.slice(prefix.length).split('/')[0] ?? ''

function allNeeds(stack: Stack, id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const queue = [id]
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const need of stack.resources.get(next)?.needs() ?? [])
      if (!found.has(need)) {
        found.add(need)
        queue.push(need)
      }
  return found
}

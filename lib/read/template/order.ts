import type { Resource } from '../../deployed/deployed'
import type { Stack } from './resource'

/** Whether CloudFormation creates one resource before another: by DependsOn or references, through any others. */
export function orderOf(stacks: readonly Stack[]): (first: Resource, then: Resource) => boolean | undefined {
  const known = new Map<string, ReadonlySet<string>>()
  const stackOf = (resource: Resource) =>
    stacks.find(
      ({ prefix, resources }) =>
        resources.get(resource.id)?.key === resource.key && resource.key.startsWith(prefix),
    )
  return (first, then) => {
    const stack = stackOf(then)
    if (!stack || stackOf(first) !== stack) return undefined
    let needed = known.get(then.key)
    if (!needed) {
      needed = allNeeds(stack, then.id)
      known.set(then.key, needed)
    }
    return needed.has(first.id)
  }
}

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

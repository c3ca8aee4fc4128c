import { entryOf, type MapNode, type Node } from '../../source/node'
import { callOf } from './call'

/** Logical ids that a resource names in DependsOn or refers to anywhere: CloudFormation creates those first. */
export function referencesIn(resource: MapNode): ReadonlySet<string> {
  const found = new Set<string>()
  const dependsOn = entryOf(resource, 'DependsOn')?.value
  for (const node of dependsOn?.kind === 'list' ? dependsOn.items : [dependsOn])
    if (node?.kind === 'scalar') found.add(node.value)
  const properties = entryOf(resource, 'Properties')?.value
  if (properties) walk(properties, found)
  return found
}

/** `Id.Attribute` → `Id`. */
const idIn = (reference: string) => reference.trim().replace(/\..*$/s, '')

function walk(node: Node, found: Set<string>): void {
  const call = callOf(node)
  if (call) {
    const { name, argument } = call
    const first = argument.kind === 'list' ? argument.items[0] : argument
    if (name === 'Ref' && argument.kind === 'scalar') found.add(idIn(argument.value))
    else if (name === 'GetAtt' && first?.kind === 'scalar') found.add(idIn(first.value))
    else if (name === 'Sub' && first?.kind === 'scalar')
      for (const [reference] of first.value.matchAll(/\$\{[^{}!]*\}/g))
        found.add(idIn(reference.slice(2, -1)))
    if (argument.kind !== 'scalar') walk(argument, found)
    return
  }
  if (node.kind === 'list') for (const item of node.items) walk(item, found)
  if (node.kind === 'map') for (const { value } of node.entries) walk(value, found)
}

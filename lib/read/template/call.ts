import type { Node } from '../../source/node'

/** An intrinsic function of CloudFormation: `!Sub x`, `{ Fn::Sub: x }` and `{ Ref: x }` alike. */
export interface Call {
  /** Without `Fn::`, such as Sub, GetAtt or Ref. */
  readonly name: string
  readonly argument: Node
}

/** The call that a node is, if it is one. */
export function callOf(node: Node): Call | undefined {
  if (node.tag?.startsWith('!') && !node.tag.startsWith('!!')) {
    return { name: node.tag.slice(1), argument: { ...node, tag: undefined } }
  }
  if (node.kind !== 'map' || node.entries.length !== 1) return undefined
  const [entry] = node.entries
  if (!entry) return undefined
  const key = entry.key.value
  if (key === 'Ref') return { name: 'Ref', argument: entry.value }
  return key.startsWith('Fn::') && !key.startsWith('Fn::ForEach')
    ? { name: key.slice(4), argument: entry.value }
    : undefined
}

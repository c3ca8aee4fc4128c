import type { Node, ScalarNode, Span } from './node'

/** The comments of a range, each from its `#` to the end of its line. `nodes` are all nodes that the range contains. */
export function commentsIn({ source, start, end }: Span, nodes: readonly Node[]): readonly string[] {
  const found: string[] = []
  let from = start
  // Outside of scalars, a number sign after white space can only begin a comment. Scalars of elsewhere, which a merge or an
  // alias brings, are passed over.
  const scalars: ScalarNode[] = []
  for (const node of nodes) addScalars(node, scalars)
  for (const scalar of scalars.sort((a, b) => a.start - b.start)) {
    addComments(source.text.slice(from, Math.min(scalar.start, end)), found)
    from = Math.max(from, scalar.end)
  }
  addComments(source.text.slice(from, end), found)
  return found
}

/** Adds the comments of a gap between scalars. Most gaps have none. */
function addComments(gap: string, found: string[]): void {
  if (gap.includes('#')) for (const [comment] of gap.matchAll(/(?<=^|\s)#[^\r\n]*/g)) found.push(comment)
}

function addScalars(node: Node, found: ScalarNode[]): void {
  if (node.kind === 'scalar') found.push(node)
  else if (node.kind === 'list') for (const item of node.items) addScalars(item, found)
  else
    for (const { key, value } of node.entries) {
      found.push(key)
      addScalars(value, found)
    }
}

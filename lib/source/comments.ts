import type { Node, ScalarNode, Span } from './node'

/** The comments of a range, each from its `#` to the end of its line. `nodes` are all nodes that the range contains. */
export function commentsIn({ source, start, end }: Span, nodes: readonly Node[]): readonly string[] {
  const found: string[] = []
  let from = start
  // Outside of scalars, a number sign after white space can only begin a comment.
  for (const scalar of [...nodes.flatMap(scalarsOf)].sort((a, b) => a.start - b.start)) {
    if (scalar.end <= from || scalar.start >= end) continue
    found.push(...commentsOfGap(source.text.slice(from, Math.max(from, scalar.start))))
    from = scalar.end
  }
  return [...found, ...commentsOfGap(source.text.slice(from, end))]
}

const commentsOfGap = (text: string): readonly string[] =>
  [...text.matchAll(/(?<=^|\s)#[^\r\n]*/g)].map(([comment]) => comment)

function scalarsOf(node: Node): readonly ScalarNode[] {
  if (node.kind === 'scalar') return [node]
  if (node.kind === 'list') return node.items.flatMap(scalarsOf)
  return node.entries.filter(({ merged }) => !merged).flatMap(({ key, value }) => [key, ...scalarsOf(value)])
}

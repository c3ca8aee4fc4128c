import { type AccessGraph, indexLinks, type Link } from './graph'

/** The part of a graph that belongs to one node. */
export interface AccessPath {
  readonly nodes: ReadonlySet<string>
  readonly links: ReadonlySet<Link>
}

/**
 * Follows the access of one node in both directions: what a client can call and with which credentials, who can call an
 * endpoint, or both for a credential. Public endpoints belong to every client.
 */
export function pathOf(graph: AccessGraph, keys: readonly string[]): AccessPath {
  const grants = indexLinks(graph.grants)
  const requirements = indexLinks(graph.requirements)
  const nodes = new Set<string>(keys)
  const links = new Set<Link>()
  const forward = ({ from }: typeof grants, starts: readonly string[]) => follow(starts.flatMap(from), 'to')
  const backward = ({ to }: typeof grants, starts: readonly string[]) => follow(starts.flatMap(to), 'from')
  function follow(found: readonly Link[], end: 'from' | 'to'): readonly string[] {
    for (const link of found) {
      links.add(link)
      nodes.add(link[end])
    }
    return [...new Set(found.map(link => link[end]))]
  }

  const isAny = (list: readonly { readonly key: string }[]) => list.some(({ key }) => keys.includes(key))
  if (isAny(graph.clients)) {
    const open = graph.credentials.filter(({ kind }) => kind === 'none').map(({ key }) => key)
    for (const key of open) nodes.add(key)
    forward(requirements, [...forward(grants, keys), ...open])
  } else if (isAny(graph.credentials)) {
    forward(requirements, keys)
    backward(grants, keys)
  } else backward(grants, backward(requirements, keys))
  return { nodes, links }
}

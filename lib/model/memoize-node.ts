import { sameItems } from './keep'

/**
 * Memoizes a pure function of a node of the model, with the last arguments for each node. A node never changes, and one
 * that an edit left alone is the same object in the next model: what is made from it is the same object as well.
 */
export function memoizeNode<Node extends object, Arguments extends readonly unknown[], Result>(
  make: (node: Node, ...others: Arguments) => Result,
): (node: Node, ...others: Arguments) => Result {
  const known = new WeakMap<Node, { readonly others: Arguments; readonly result: Result }>()
  return (node, ...others) => {
    const last = known.get(node)
    if (last && sameItems(last.others, others)) return last.result
    const result = make(node, ...others)
    known.set(node, { others, result })
    return result
  }
}

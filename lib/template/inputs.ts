/**
 * What a block or a resource is made from: plain data, with no functions and no links back to what contains it. A
 * node of the model has such links, so inputs name the properties they take from one.
 */
export interface Inputs {
  readonly [name: string]: Input
}

export type Input = string | number | boolean | undefined | readonly Input[] | Inputs

/**
 * Tells whether two inputs are equal in everything, the order of their properties included: a value tree is printed in
 * that order. Comparing takes half the time of making strings to compare (0.4 ms against 0.75 ms for 1,000 blocks).
 */
export function sameInputs(one: Inputs, other: Inputs): boolean {
  if (one === other) return true
  const others = Object.keys(other)
  let place = 0
  // Not `Object.keys` for both: this runs for every block of every frame.
  for (const name in one) {
    if (name !== others[place++]) return false
    if (one[name] !== other[name] && !isSame(one[name], other[name])) return false
  }
  return place === others.length
}

function isSame(one: Input, other: Input): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object') return false
  if (isList(one)) return isList(other) && sameItems(one, other)
  return !isList(other) && sameInputs(one, other)
}

function sameItems(one: readonly Input[], other: readonly Input[]): boolean {
  if (one.length !== other.length) return false
  let place = 0
  for (const item of one) if (!isSame(item, other[place++])) return false
  return true
}

const isList = (input: readonly Input[] | Inputs): input is readonly Input[] => Array.isArray(input)

import type { Cause } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import { asText, propertyAt } from '../../deployed/questions'
import type { Fields, Term } from '../../deployed/term'
import type { Span } from '../../source/node'
import { type Branches, branchesOf } from '../branches'

/** References from one path item to the next. More than a few can only be a circle. */
const MAX_STEPS = 8

/** The operations of a path, and why there may be others. `$ref` is followed within the document. */
export function pathItemOf(path: string, written: Term, document: Fields, step = 0, under?: Cause): Branches {
  const { branches, open } = branchesOf(written, under)
  const found = branches.map((branch): Branches => {
    if (!branch.map.fields.has('$ref')) return { branches: [branch], open: [] }
    const reference = propertyAt(branch.map, ['$ref'])
    const pointer = whole(asText(reference))
    const target = pointer?.startsWith('#/') ? propertyAt(document, keysOf(pointer)) : undefined
    return target?.kind === 'fields' && step < MAX_STEPS
      ? pathItemOf(path, target, document, step + 1, branch.under)
      : { branches: [branch], open: [notRead(path, pointer, reference.at)] }
  })
  return {
    branches: found.flatMap(it => it.branches),
    open: [...open, ...found.flatMap(it => it.open)],
  }
}

/** The keys of a JSON pointer in a URI fragment (RFC 6901 §6). */
const keysOf = (pointer: string): readonly string[] =>
  pointer
    .slice(2)
    .split('/')
    .map(key => decoded(key).replaceAll('~1', '/').replaceAll('~0', '~'))

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const notRead = (path: string, pointer = 'another value', at: Span): Cause => ({
  kind: 'file',
  name: pointer,
  message: `The methods of ${path} are not known: it refers to ${pointer}, which is not a path item of this document.`,
  at,
})

import type { Cause } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import { asText, propertyAt } from '../../deployed/questions'
import type { Fields, Term } from '../../deployed/term'
import type { Span } from '../../source/node'

/** References from one path item to the next. More than a few can only be a circle. */
const MAX_STEPS = 8

/** The operations of a path, and why there may be others. `$ref` is followed within the document. */
export function pathItemOf(
  path: string,
  written: Term,
  document: Fields,
): { readonly item: Term; readonly open: readonly Cause[] } {
  let item = written
  for (let step = 0; item.kind === 'fields' && item.fields.has('$ref'); step++) {
    const reference = propertyAt(item, ['$ref'])
    const pointer = whole(asText(reference))
    const target = pointer?.startsWith('#/') ? propertyAt(document, keysOf(pointer)) : undefined
    if (target?.kind !== 'fields' || step === MAX_STEPS)
      return { item: written, open: [notRead(path, pointer, reference.at)] }
    item = target
  }
  if (item.kind === 'unknown' || item.kind === 'either') return { item, open: [item.cause] }
  return { item, open: item.kind === 'fields' ? item.open : [] }
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

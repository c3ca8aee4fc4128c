import type { Endpoint } from '../deployed/deployed'
import { listingOf } from '../deployed/questions'
import { knownTexts } from './known-text'

/** The audiences that all JWT authorizers of some endpoints list; undefined unless the files show them, and they are the same. */
export function knownAudiences(endpoints: readonly Endpoint[]): readonly string[] | undefined {
  const lists = endpoints.flatMap(({ apiType, authorizer }) =>
    apiType === 'http' && authorizer.kind === 'one' ? [authorizer.to.audience] : [],
  )
  const [first, ...others] = lists.map(list => {
    const { items, open } = listingOf(list)
    const texts = knownTexts(list)
    return open.length === 0 && texts.length === items.length ? texts.toSorted().join('\n') : undefined
  })
  return first && others.every(other => other === first) ? first.split('\n') : undefined
}

import type { Api } from '../deployed/deployed'
import { includes, isAbsent, listingOf } from '../deployed/questions'
import type { Term } from '../deployed/term'

/** The resource policy of an API, and the types of its endpoints where one is private. */
export function reachOf(policy: Term, ...types: readonly Term[]): Pick<Api, 'reach'> {
  const reach = [
    ...(isAbsent(policy).is === true ? [] : [policy]),
    ...types.filter(term => includes(listingOf(term), 'PRIVATE').is !== false),
  ]
  return reach.length > 0 ? { reach } : {}
}

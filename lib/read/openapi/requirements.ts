import { type Cause, outside } from '../../deployed/cause'
import { longList, MAX_ITEMS } from '../../deployed/questions'
import type { Term } from '../../deployed/term'

/** Why a list of requirements does not show all of them. */
export function hiddenIn(security: Term): Cause | undefined {
  if ('cause' in security) return security.cause
  if (security.kind !== 'list') return undefined
  if (security.items.length > MAX_ITEMS) return longList(security.at)
  const inItems = security.items.flatMap(({ term, under }) => [
    ...(under ? [under] : []),
    ...('cause' in term ? [term.cause] : term.kind === 'fields' ? term.open : []),
  ])
  return [...security.open, ...inItems][0]
}

/** A method has one authorizer, whether the document joins several or offers a choice. */
export const oneOf = (names: readonly string[]): Cause =>
  outside(
    'security',
    `A method has one authorizer, and no page of AWS says which of ${names.join(', ')} API Gateway takes. Keep one of them.`,
  )

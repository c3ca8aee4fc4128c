import { whole } from '../deployed/compare'
import type { Api } from '../deployed/deployed'
import { anyItem, listingOf, wholeTextIs } from '../deployed/questions'
import type { Term } from '../deployed/term'
import type { Notes } from './report'

/** Notes that an API has a resource policy or is private, or may be: a spec cannot say so. */
export function noteNetworkLimits({ id, policies = [], endpointTypes = [] }: Api, { entries }: Notes): void {
  const limits = [
    ...policies.map(term => ({ term, limits: saysSomething(term) })),
    ...endpointTypes.map(term => ({ term, limits: isPrivate(term) })),
  ]
  const found = limits.find(it => it.limits) ?? limits.find(it => it.limits === undefined)
  if (!found) return
  const sure = found.limits ? '' : ' These files do not show whether this API limits them.'
  entries.push({
    what: `network limits of API ${id}`,
    at: found.term.at,
    how: 'left-out',
    into: null,
    why: `The new API has no resource policy and is not private: every network reaches it.${sure}`,
  })
}

const isPrivate = (types: Term): boolean | undefined =>
  anyItem(listingOf(types), type => wholeTextIs(type, text => text.toUpperCase() === 'PRIVATE')).is

/** Does a value say anything? Empty texts, lists and maps do not. Undefined where the files do not show it. */
function saysSomething(term: Term): boolean | undefined {
  switch (term.kind) {
    case 'absent':
      return false
    case 'unknown':
      return undefined
    case 'text':
      return whole(term) !== undefined || term.parts.some(({ kind }) => kind === 'literal')
        ? whole(term)?.trim() !== ''
        : undefined
    case 'either': {
      const [left, right] = term.options.map(saysSomething)
      return left === right ? left : undefined
    }
    case 'list':
      return someSays(
        term.items.map(({ term: item, under }) => saysSomething(item) && (under ? undefined : true)),
        term.open.length > 0,
      )
    case 'fields':
      return someSays(
        [...term.fields.values()].map(({ value }) => saysSomething(value)),
        term.open.length > 0,
      )
  }
}

const someSays = (parts: readonly (boolean | undefined)[], isOpen: boolean): boolean | undefined =>
  parts.includes(true) || (isOpen || parts.includes(undefined) ? undefined : false)

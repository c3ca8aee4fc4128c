import { whole } from '../deployed/compare'
import type { Api, Authorizer, Deployed } from '../deployed/deployed'
import { isOfAnotherProvider } from '../deployed/links'
import { listingOf } from '../deployed/questions'
import { show } from '../deployed/show'
import type { Text } from '../deployed/term'
import { knownText } from './known-text'
import type { Notes } from './report'

/** The pools that an authorizer trusts next to the one of the spec. */
export type Trusts = (authorizer: Authorizer) => readonly Text[]

/** Notes what becomes of every authorizer: the spec has its own, which reads user pool tokens from the header Authorization. */
export function noteAuthorizers({ authorizers }: Deployed, api: Api, trusts: Trusts, notes: Notes): void {
  for (const authorizer of authorizers) {
    // Every event that writes out its authorizer has one of its own: those of an API are one entry.
    const group = authorizer.implicit
      ? authorizers.filter(other => other.implicit && apiOf(other) === apiOf(authorizer))
      : [authorizer]
    if (authorizer !== group[0]) continue
    const what = authorizer.implicit ? 'authorizers of the events' : `authorizer ${authorizer.id}`
    const isOwn = apiOf(authorizer) === api.key
    const left = isOwn ? whyLeftOut(authorizer) : 'It belongs to another API.'
    const why = left ?? whatChanges(group, trusts)
    notes.entries.push(
      left === undefined
        ? { what, at: authorizer.at, how: 'changed', into: 'api', why }
        : { what, at: authorizer.at, how: 'left-out', into: null, why },
    )
  }
}

const apiOf = ({ api }: Authorizer): string | undefined => (api.kind === 'one' ? api.to.key : undefined)

/** Why an authorizer that trusts an issuer which is certainly none of Cognito cannot be expressed; undefined for others. */
export function ofOtherProvider({ issuer }: Authorizer): string | undefined {
  const isOther = issuer.kind === 'text' && isOfAnotherProvider(issuer).is === true
  return isOther ? `trusts ${show(issuer)}, which is not the issuer of a user pool.` : undefined
}

function whyLeftOut(authorizer: Authorizer): string | undefined {
  const type = knownText(authorizer.type)
  if (type === undefined) return 'Its type is not known from these files.'
  if (type === 'TOKEN' || type === 'REQUEST') return 'Lambda authorizers cannot be expressed.'
  if (type !== 'COGNITO_USER_POOLS' && type !== 'JWT') return `API Gateway has no authorizer type ${type}.`
  const other = ofOtherProvider(authorizer)
  return other && `It ${other}`
}

const HEADER = /\.header\.authorization$/i

function whatChanges(authorizers: readonly Authorizer[], trusts: Trusts): string {
  const isElsewhere = authorizers.some(({ identitySource }) => {
    const { items, hidden } = listingOf(identitySource)
    return hidden.length > 0 || items.some(({ text }) => !HEADER.test(whole(text) ?? ''))
  })
  const hasExpression = authorizers.some(({ validationExpression }) => validationExpression.kind !== 'absent')
  const others = [...new Set(authorizers.flatMap(trusts).map(show))]
  const lost = [
    ...(others.length > 0 ? [` It does not trust ${others.join(', ')}.`] : []),
    ...(isElsewhere ? [' It reads the token from the header Authorization.'] : []),
    ...(hasExpression ? [' The expression for the audience is left out.'] : []),
  ]
  return `The spec creates its own authorizer.${lost.join('')}`
}

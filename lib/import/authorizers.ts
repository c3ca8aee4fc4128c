import { whole } from '../deployed/compare'
import type { Api, Authorizer, Deployed } from '../deployed/deployed'
import { isOfAnotherProvider } from '../deployed/links'
import { listingOf } from '../deployed/questions'
import { show } from '../deployed/show'
import { knownText } from './known-text'
import type { Notes } from './report'

/** Notes what becomes of every authorizer: the spec has its own, which reads user pool tokens from the header Authorization. */
export function noteAuthorizers({ authorizers }: Deployed, api: Api, notes: Notes): void {
  // Events that write out their authorizer have one each, without a name.
  const ofEvents = authorizers.filter(({ implicit }) => implicit)
  for (const authorizer of authorizers) {
    const isOfEvents = authorizer === ofEvents[0]
    if (authorizer.implicit && !isOfEvents) continue
    const what = isOfEvents ? 'authorizers of the events' : `authorizer ${authorizer.id}`
    const isOwn = authorizer.api.kind === 'one' && authorizer.api.to.key === api.key
    const left = isOwn ? whyLeftOut(authorizer) : 'It belongs to another API.'
    const why = left ?? whatChanges(isOfEvents ? ofEvents : [authorizer])
    notes.entries.push(
      left === undefined
        ? { what, at: authorizer.at, how: 'changed', into: 'api', why }
        : { what, at: authorizer.at, how: 'left-out', into: null, why },
    )
  }
}

/** Why an authorizer that trusts an issuer which is certainly none of Cognito cannot be expressed; undefined for others. */
export function ofOtherProvider({ issuer }: Authorizer): string | undefined {
  const isOther = issuer.kind === 'text' && isOfAnotherProvider(issuer).is === true
  return isOther ? `trusts ${show(issuer)}, which is no user pool.` : undefined
}

function whyLeftOut(authorizer: Authorizer): string | undefined {
  const type = knownText(authorizer.type)
  if (type !== 'COGNITO_USER_POOLS' && type !== 'JWT') return 'Lambda authorizers cannot be expressed.'
  const other = ofOtherProvider(authorizer)
  return other && `It ${other}`
}

const HEADER = /\.header\.authorization$/i

function whatChanges(authorizers: readonly Authorizer[]): string {
  const isElsewhere = authorizers.some(({ identitySource }) => {
    const { items, hidden } = listingOf(identitySource)
    return hidden.length > 0 || items.some(({ text }) => !HEADER.test(whole(text) ?? ''))
  })
  const hasExpression = authorizers.some(({ validationExpression }) => validationExpression.kind !== 'absent')
  const lost = [
    ...(isElsewhere ? [' It reads the token from the header Authorization.'] : []),
    ...(hasExpression ? [' The expression for the audience is left out.'] : []),
  ]
  return `The spec creates its own authorizer.${lost.join('')}`
}

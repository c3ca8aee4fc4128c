import { type Cause, outside } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import type { Api, Authorizer, Link } from '../../deployed/deployed'
import { linkTo } from '../../deployed/links'
import { asText, property } from '../../deployed/questions'
import { show } from '../../deployed/show'
import { type Fields, type Term, unknown } from '../../deployed/term'
import { memoizeByObject } from '../../source/memoize-by-object'
import type { Span } from '../../source/node'
import type { Builder } from '../template/builder'
import { itemsOf, placeOf } from './place'

/** A call that AWS refused when the snapshot was taken. */
interface Failure {
  readonly call: string
  readonly cause: Cause
}

/** The refused calls of a snapshot. The answer may be in another file by now, but not those of single clients. */
export const failuresOf = memoizeByObject(({ fields }: Fields): readonly Failure[] =>
  itemsOf(fields.get('failed')?.value).flatMap(failed => {
    const [member, call, error] = ['member', 'call', 'error'].map(key => whole(asText(property(failed, key))))
    if (!member || !call || (fields.has(member) && call !== 'describe-user-pool-client')) return []
    const message = `AWS refused ${call}${error ? ` (${error})` : ''} when the snapshot was taken. Allow the call and take the snapshot again.`
    return [{ call, cause: { ...outside(call, message), at: placeOf(failed) } }]
  }),
)

export const isRefused = (snapshot: Fields, call: string): boolean =>
  failuresOf(snapshot).some(failure => failure.call === call)

export const notGiven = (name: string, call: string, at: Span): Cause => ({
  ...outside(name, `The answer of ${call} is not in these files.`),
  at,
})

/** Why an answer is not there, which then says nothing of the API: its call was refused, or nobody made it. */
export const notCollected = (snapshot: Fields, name: string, call: string, at: Span): Cause =>
  failuresOf(snapshot).find(failure => failure.call === call)?.cause ?? notGiven(name, call, at)

/** An answer that is not there. */
export const missingAnswer = (snapshot: Fields, name: string, call: string): Term =>
  unknown(
    `answer ${call} ${snapshot.at.source.path}`,
    notCollected(snapshot, name, call, snapshot.at),
    snapshot.at,
  )

/** The API of authorizers whose answer stands alone: endpoints that use them are in the answer of another call. */
export const ofNoApi = (snapshot: Fields, name: string, call: string): Link<Api> => ({
  kind: 'unknown',
  because: [notCollected(snapshot, name, call, snapshot.at)],
})

/** The authorizer with an id, or why it is not among those that are listed. */
export function authorizerOf(
  id: Term,
  list: Term,
  snapshot: Fields,
  { authorizers }: Builder,
): Link<Authorizer> {
  const link = linkTo(id, authorizers, ({ authorizerId }) => authorizerId, 'authorizer')
  if (link.kind !== 'foreign') return link
  const because =
    list.kind === 'list'
      ? notListed(show(link.text), id.at)
      : notCollected(snapshot, 'authorizers', 'get-authorizers', id.at)
  return { ...link, because }
}

const notListed = (authorizer: string, at: Span): Cause => ({
  ...outside(
    `authorizer ${authorizer}`,
    `The answer of get-authorizers does not have the authorizer ${authorizer}, which a method names. Get all answers again.`,
  ),
  at,
})

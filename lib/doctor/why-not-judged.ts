import { type Access, requiresApiKey, sameLink } from '../deployed/access'
import type { Endpoint, Link, UserPool } from '../deployed/deployed'
import { ofAny } from '../deployed/links'
import { isAbsent, isOneOf } from '../deployed/questions'
import { some } from '../deployed/truth'
import { hasOtherType, readsTokens } from './authorizer-kind'
import { hasNoSource, hasWrongSource } from './identity-source'
import type { Facts } from './rule'
import { rejectsEveryIssuer, rejectsIssuerOf } from './wrong-issuer'

/** The user pool of a spec, and its id where it is known. */
export interface PoolOfSpec {
  readonly link: Link<UserPool> | undefined
  readonly id: string | undefined
  /** The issuer that tokens are compared with, where the id is known. */
  readonly issuer: string | undefined
}

/**
 * Why no verdict on a token is certain at an endpoint that a spec has: what a spec cannot say of its authorizer may refuse
 * the token, or accept another one.
 */
export function whyNotJudged(
  endpoint: Endpoint,
  pool: PoolOfSpec,
  { access, deployed }: Pick<Facts, 'access' | 'deployed'>,
): string | undefined {
  const { authorizer } = endpoint
  if (authorizer.kind === 'none' || authorizer.kind === 'missing')
    return 'It requires a token, but names no authorizer that these files have.'
  if (authorizer.kind === 'one') {
    const { id, issuer, validationExpression } = authorizer.to
    const isRejected = rejectsEveryIssuer(endpoint, { deployed }).is
    if (isRejected === true) return `Every token gets 401: none has the issuer of the authorizer ${id}.`
    // A token shows its issuer: where the id of the pool is known, it is compared, whichever one the pool writes.
    if (isRejected === undefined && !(pool.issuer && isOneOf(issuer, pool.issuer).is))
      return `These files do not show whether tokens have the issuer of ${id}.`
    if (readsTokens(authorizer.to).is === false)
      return `Its authorization type does not match the authorizer ${id}.`
    if (hasNoSource(authorizer.to).is !== false || hasWrongSource(authorizer.to).is !== false)
      return `These files do not show a place where ${id} can read the token.`
    const ofPool = (it: UserPool) => rejectsIssuerOf(it, authorizer.to)
    const isUpdated = some(...access.poolsOf(endpoint).map(it => ofAny(it, deployed.userPools, ofPool))).is
    if (isUpdated === true) return 'Every token gets 401: a REST API accepts the original issuer only.'
    if (isUpdated === undefined) return `These files do not show whether tokens have the issuer of ${id}.`
    if (isAbsent(validationExpression).is !== true)
      return `The authorizer ${id} also compares the audience with an expression.`
  }
  if (hasOtherType(endpoint).is !== false)
    return 'These files do not show whether its authorization type matches its authorizer.'
  return trusts(endpoint, pool, access) ? undefined : 'It may trust another user pool than other endpoints.'
}

/** Why no verdict is certain at an endpoint that requires no token: a request without an API key may get 403. */
export const whyNotOpen = (endpoint: Endpoint): string | undefined => {
  const { is } = requiresApiKey(endpoint)
  if (is === false) return undefined
  return is
    ? 'It requires an API key, and no token.'
    : 'These files do not show whether it requires an API key.'
}

/** Does the endpoint trust the pool of the spec, and where its id is known, no other one? */
function trusts(endpoint: Endpoint, { link, id }: PoolOfSpec, access: Access): boolean {
  if (!link) return true
  const same = access.poolsOf(endpoint).map(other => sameLink(other, link).is)
  return id === undefined ? !same.length || same.some(is => is !== false) : same.every(is => is === true)
}

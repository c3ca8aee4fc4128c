import { type Access, asksForToken, changeOf } from '../deployed/access'
import { grantsOf, isFromSdk, setting } from '../deployed/client'
import type { Authorizer, Client, Deployed, Endpoint, Link, Resource, UserPool } from '../deployed/deployed'
import { anyItem, isAbsent, isEmpty, isOn, listingOf, wholeTextIs } from '../deployed/questions'
import { endpointName } from '../deployed/show'
import type { Text } from '../deployed/term'
import { all, no, not, some, type Truth, undecided, yes } from '../deployed/truth'
import { authorizationOf } from './authorization'
import { checksTokensWithoutScopes, hasOtherType } from './authorizer-kind'
import type { Diagnosis } from './diagnose-reading'
import { hasNoSource, hasWrongSource } from './identity-source'
import type { Facts } from './rule'
import { isShort } from './short-scope'
import { rejectsEveryIssuer, rejectsIssuerOf } from './wrong-issuer'

/** Which clients can call one endpoint with an access token. */
export interface AccessRow {
  readonly endpoint: string
  /** Id of its API; null if the files do not show which one it is. */
  readonly api: string | null
  readonly authorization: string
  readonly clients: readonly {
    readonly id: string
    /**
     * Can the client call it with an access token? Null if the files do not show it. Without authorization everybody can;
     * for signed requests no token is of use.
     */
    readonly allowed: boolean | null
  }[]
}

const usesOAuth = (client: Client): Truth => isOn(setting(client, 'AllowedOAuthFlowsUserPoolClient'))

/** Scopes that a client lists count once its OAuth settings are enabled, and it has a flow to get them by. */
const canRequest = (client: Client): Truth => all(usesOAuth(client), not(isEmpty(grantsOf(client))))

/** A client that lists a scope of no resource server is not deployed. */
const certainlyMissing = (client: Client, scope: Text, access: Access): boolean =>
  some(isShort(scope), not(access.isDeclared(scope, access.poolOf(client)))).is === true

/** A client gets a scope that it lists, or the one of SDK sign-in. */
function canGet(client: Client, scope: Text, access: Access): Truth {
  const fromSdk = isFromSdk(client, scope)
  if (certainlyMissing(client, scope, access)) return fromSdk
  return some(fromSdk, all(canRequest(client), access.canObtain(client, scope)))
}

/** A JWT authorizer compares the client ID, or the resource that a token is bound to, with its audience. */
function isInAudience({ apiType, authorizer }: Endpoint, access: Access): (client: Client) => Truth {
  if (apiType !== 'http' || authorizer.kind !== 'one') return () => yes
  const { to } = authorizer
  const mayBeBound = anyItem(listingOf(to.audience), text => wholeTextIs(text, word => word.includes(':')))
  const otherwise = mayBeBound.is === false ? no : undecided()
  return client => some(access.isListed(client, to), otherwise)
}

/** Does the authorizer find the token of a user pool, and accept its issuer? */
function acceptsTokens(endpoint: Endpoint, pools: readonly Link<UserPool>[], facts: Facts): Truth {
  const { authorizer } = endpoint
  if (authorizer.kind !== 'one') return not(rejectsEveryIssuer(endpoint, facts))
  return all(
    not(rejectsEveryIssuer(endpoint, facts)),
    not(hasNoSource(authorizer.to)),
    not(hasWrongSource(authorizer.to)),
    pools.length > 0 ? some(...pools.map(pool => acceptsIssuer(pool, authorizer.to))) : yes,
  )
}

const acceptsIssuer = (pool: Link<UserPool>, authorizer: Authorizer): Truth =>
  pool.kind === 'one' ? not(rejectsIssuerOf(pool.to, authorizer)) : yes

/** A validation expression is compared with the audience, which access tokens do not have. */
const readsAudience = ({ authorizer }: Endpoint): Truth =>
  authorizer.kind === 'one' ? not(isAbsent(authorizer.to.validationExpression)) : no

/** A Lambda authorizer decides as it likes, and so may one of another type. */
const mayDecideOtherwise = (endpoint: Endpoint, authorization: string): boolean =>
  authorization === 'custom' || hasOtherType(endpoint).is !== false

/** May the pool of a client add any scope to its tokens? */
function mayAddScopes(client: Client, access: Access): Truth {
  const pool = access.poolOf(client)
  return pool.kind !== 'unknown' && access.hasScopeTrigger(pool).is === false ? no : undecided()
}

/** Does the stage serve something else than the files have? */
export const isChangedOnStage = ({ at }: Endpoint, { apis }: Deployed): boolean =>
  apis.some(({ served }) => served?.changes.some(change => change.at === at))

/** Does the authorizer certainly take every token for an ID token, because the method lists no scopes? */
export function takesIdTokensOnly(endpoint: Endpoint, facts: Facts): boolean {
  return (
    endpoint.apiType === 'rest' &&
    authorizationOf(endpoint) === 'cognito' &&
    checksTokensWithoutScopes(endpoint, 'COGNITO_USER_POOLS').is === true &&
    !isChangedOnStage(endpoint, facts.deployed) &&
    acceptsTokens(endpoint, facts.access.poolsOf(endpoint), facts).is !== false
  )
}

/** Cognito refuses it for certain only with OAuth settings in use: whether it checks those that are off is not documented. */
export function isCreated(client: Client, refused: Diagnosis['refused']): Truth {
  const truth = refused.get(client) ?? no
  return truth.is && usesOAuth(client).is !== true ? undecided() : not(truth)
}

/** A row for each endpoint, with an answer for each client; `refused` has those that Cognito refuses to create, or may refuse. */
export function accessMatrix(facts: Facts, refused: Diagnosis['refused']): readonly AccessRow[] {
  const { deployed, access } = facts
  return deployed.endpoints.map(endpoint => {
    const { authorizer } = endpoint
    const authorization = authorizationOf(endpoint)
    const scopes = listingOf(endpoint.scopes)
    const pools = access.poolsOf(endpoint)
    const isChanged = isChangedOnStage(endpoint, deployed)
    const isRefused = takesIdTokensOnly(endpoint, facts) || rejectsEveryIssuer(endpoint, facts).is === true
    const mayBeOther = mayDecideOtherwise(endpoint, authorization)
    const accepting = all(
      asksForToken(endpoint),
      not(hasOtherType(endpoint)),
      acceptsTokens(endpoint, pools, facts),
      not(readsAudience(endpoint)),
    )
    const isAudience = isInAudience(endpoint, access)
    const asksForScopes = not(isEmpty(scopes))
    // A JWT authorizer without scopes accepts every token of its audience.
    const isForAll = endpoint.apiType === 'http' ? not(asksForScopes) : no
    const members = new Map<Resource, Truth>()
    for (const pool of pools) {
      const isIssuerRight = authorizer.kind === 'one' ? acceptsIssuer(pool, authorizer.to) : yes
      for (const { thing, belongs } of access.clientsOf(pool))
        members.set(thing, some(members.get(thing) ?? no, all(belongs, isIssuerRight)))
    }
    const canCall = (client: Client): Truth => {
      // What is not known may be no authorization at all.
      if (isChanged || authorization === 'unknown') return undecided()
      if (authorization === 'none') return yes
      const created = isCreated(client, refused)
      if (isRefused || created.is === false) return no
      const member = members.get(client) ?? no
      // An authorizer of elsewhere may trust any pool.
      const mayBeMember = authorizer.kind === 'foreign' && member.is === false
      if (mayBeOther || mayBeMember || changeOf(client)) return undecided()
      return all(
        created,
        accepting,
        member,
        isAudience(client),
        some(
          anyItem(scopes, scope => canGet(client, scope, access)),
          isForAll,
          all(asksForScopes, mayAddScopes(client, access)),
        ),
      )
    }
    return {
      endpoint: endpointName(endpoint),
      api: endpoint.api.kind === 'one' ? endpoint.api.to.id : null,
      authorization,
      clients: deployed.clients.map(client => ({ id: client.id, allowed: canCall(client).is ?? null })),
    }
  })
}

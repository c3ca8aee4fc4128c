import { type Access, asksForToken, isFromSdk, isSdkOnly, macroOver, setting } from '../deployed/access'
import { sameText } from '../deployed/compare'
import type { Authorizer, Client, Deployed, Endpoint, Link, UserPool } from '../deployed/deployed'
import { anyItem, isAbsent, isEmpty, isOn, listingOf, wholeTextIs } from '../deployed/questions'
import { endpointName } from '../deployed/show'
import type { Text } from '../deployed/term'
import { all, no, not, some, type Truth, undecided, yes } from '../deployed/truth'
import type { Span } from '../source/node'
import { authorizationOf } from './authorization'
import { hasOtherType } from './authorizer-kind'
import { hasNoSource, hasWrongSource } from './identity-source'
import type { Facts } from './rule'
import { isShort } from './short-scope'
import { withTrigger } from './trigger'
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

/** Scopes that a client lists count once its OAuth settings are enabled; a client of the SDK alone lists none. */
const canRequest = (client: Client): Truth =>
  some(isOn(setting(client, 'AllowedOAuthFlowsUserPoolClient')), isSdkOnly(client))

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
function isInAudience(client: Client, { apiType, authorizer }: Endpoint): Truth {
  if (apiType !== 'http' || authorizer.kind !== 'one') return yes
  const audience = listingOf(authorizer.to.audience)
  const mayBeBound = anyItem(audience, text => wholeTextIs(text, word => word.includes(':')))
  return some(
    anyItem(audience, text => sameText(text, client.clientId)),
    mayBeBound.is === false ? no : undecided(),
  )
}

/** A validation expression is compared with the audience, which access tokens do not have. */
const canRead = (authorizer: Authorizer): Truth =>
  all(
    isAbsent(authorizer.validationExpression),
    not(hasNoSource(authorizer)),
    not(hasWrongSource(authorizer)),
  )

/** A Lambda authorizer decides as it likes, and of an unknown type or one that does not match nothing is known. */
const mayDecideOtherwise = (endpoint: Endpoint, authorization: string): boolean =>
  authorization === 'custom' || authorization === 'unknown' || hasOtherType(endpoint).is === true

/** Where the stage serves something else than the files have. */
const changedOnStage = ({ apis }: Deployed): ReadonlySet<Span> =>
  new Set(apis.flatMap(({ served }) => served?.changes.map(({ at }) => at) ?? []))

/** Does the authorizer accept the issuer of the pool's tokens? */
const acceptsIssuer = (pool: Link<UserPool>, { authorizer }: Endpoint): Truth =>
  pool.kind === 'one' && authorizer.kind === 'one' ? not(rejectsIssuerOf(pool.to, authorizer.to)) : yes

/** A row for each endpoint, with an answer for each client. */
export function accessMatrix({ deployed, access }: Facts): readonly AccessRow[] {
  const changed = changedOnStage(deployed)
  return deployed.endpoints.map(endpoint => {
    const { authorizer } = endpoint
    const authorization = authorizationOf(endpoint)
    const mayBeOther = mayDecideOtherwise(endpoint, authorization)
    const scopes = listingOf(endpoint.scopes)
    const pools = access.poolsOf(endpoint)
    const mayBeAdded = withTrigger(yes, pools, access).is === true ? no : undecided()
    const isIssuerRight = not(rejectsEveryIssuer(endpoint, { deployed }))
    const members = new Map<string, Truth>()
    for (const pool of pools)
      for (const { thing, belongs } of access.clientsOf(pool))
        members.set(thing.key, all(belongs, acceptsIssuer(pool, endpoint)))
    return {
      endpoint: endpointName(endpoint),
      api: endpoint.api.kind === 'one' ? endpoint.api.to.id : null,
      authorization,
      clients: deployed.clients.map(client => {
        if (changed.has(endpoint.at)) return { id: client.id, allowed: null }
        if (authorization === 'none') return { id: client.id, allowed: true }
        if (isIssuerRight.is === false) return { id: client.id, allowed: false }
        const mayBeMember = pools.some(({ kind }) => kind === 'unknown') && !members.has(client.key)
        const accepted = all(
          asksForToken(endpoint),
          isIssuerRight,
          members.get(client.key) ?? no,
          isInAudience(client, endpoint),
          not(hasOtherType(endpoint)),
          authorizer.kind === 'one' ? canRead(authorizer.to) : yes,
          some(
            anyItem(scopes, scope => canGet(client, scope, access)),
            isEmpty(scopes).is === false ? mayBeAdded : no,
            // A JWT authorizer without scopes accepts every token of its audience.
            endpoint.apiType === 'http' ? isEmpty(scopes) : no,
          ),
        )
        const truth = mayBeOther || mayBeMember || macroOver(client) ? undecided() : accepted
        return { id: client.id, allowed: truth.is ?? null }
      }),
    }
  })
}

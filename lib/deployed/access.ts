import { memoizeByObject } from '../source/memoize-by-object'
import { type Cause, outside } from './cause'
import { isFromSdk, isOfUsers, isReserved, isSdkOnly, scopesOf } from './client'
import { causesOf, endsDiffer, sameText, whole } from './compare'
import {
  type Authorizer,
  type Client,
  type Deployed,
  type Endpoint,
  type Link,
  none,
  type Resource,
  type ResourceServer,
  type UserPool,
} from './deployed'
import { linkAssuming, linkToPool, ofAny, ofLink } from './links'
import {
  anyItem,
  asText,
  isOn,
  isOneOf,
  itemsOf,
  type Listed,
  type Listing,
  listingOf,
  property,
} from './questions'
import { inBranches, literal, type Term, type Text, textOfParts } from './term'
import {
  all,
  and,
  assume,
  known,
  knownUnless,
  no,
  not,
  some,
  someFor,
  type Truth,
  undecided,
  yes,
} from './truth'

/** Is the resource created as it is written, whatever the conditions are and the macros do? */
export const exists = ({ under, assumed }: Pick<Resource, 'under' | 'assumed'>): Truth =>
  under ? undecided(under) : known(true, assumed)

/** What may make another resource of it, such as a macro: nothing that is written about it is certain. A condition does not. */
export const changeOf = ({ under }: { readonly under?: Cause }): Cause | undefined =>
  under?.kind === 'condition' ? undefined : under

/** Does the endpoint ask for a token of a user pool? */
export const asksForToken = ({ authorizationType }: Endpoint): Truth =>
  isOneOf(authorizationType, 'COGNITO_USER_POOLS', 'JWT')

/** Does a call need an API key of a usage plan too? */
export const requiresApiKey = ({ apiKey }: Endpoint): Truth => (apiKey ? isOn(apiKey) : no)

/** Is the link to this target? */
export const isLinkTo = <Target extends { readonly key: string }>(
  link: Link<Target>,
  target: Target,
): Truth => ofLink(link, ({ key }) => known(key === target.key))

/** Do two links name the same target? */
export function sameLink<Target extends { readonly key: string }>(a: Link<Target>, b: Link<Target>): Truth {
  if (a.kind === 'one') return assume(isLinkTo(b, a.to), a.assumed)
  if (b.kind === 'one') return sameLink(b, a)
  if (a.kind === 'foreign' && b.kind === 'foreign')
    return assume(assume(sameText(a.text, b.text), a.assumed), b.assumed)
  if (a.kind === 'unknown') return undecided(...a.because)
  return b.kind === 'unknown' ? undecided(...b.because) : no
}

/** Which clients can get which scope of which pool, as far as the files show. */
export interface Access {
  readonly poolOf: (thing: { readonly userPoolId: Term }) => Link<UserPool>
  /** The pools that an authorizer trusts. */
  readonly trusted: (authorizer: Authorizer) => readonly Link<UserPool>[]
  readonly poolsOf: (endpoint: Endpoint) => readonly Link<UserPool>[]
  /** Clients that belong to a pool, each with how certain that is: by a default, it may be that of another pool. */
  readonly clientsOf: (pool: Link<UserPool>) => readonly Member<Client>[]
  readonly serversOf: (pool: Link<UserPool>) => readonly Member<ResourceServer>[]
  /** Every custom scope of a server by its full name. */
  readonly fullScopes: (server: ResourceServer) => Listing
  /** Does this resource server declare the scope? */
  readonly declares: (server: ResourceServer, scope: Text) => Truth
  /** Does a resource server of the pool declare the scope? */
  readonly isDeclared: (scope: Text, pool: Link<UserPool>) => Truth
  /** Whether a client can get a token with the scope. */
  readonly canObtain: (client: Client, scope: Text) => Truth
  /** Does a JWT authorizer list the client in its audience? */
  readonly isListed: (client: Client, authorizer: Authorizer) => Truth
  /** Do all clients of the pool sign in through the SDK only? No, where there are none. */
  readonly isForSdkOnly: (pool: Link<UserPool>) => Truth
  /** Does a pre token generation trigger write scopes into access tokens? */
  readonly hasScopeTrigger: (pool: Link<UserPool>) => Truth
}

export interface Member<Thing> {
  readonly thing: Thing
  readonly belongs: Truth
}

/** Texts that are compared for what the files ask: as many scopes as AWS allows in its largest pools, for 100 clients. */
const MAX_COMPARED = 20_000_000

const TOO_MANY = outside('scopes', 'The files contain too many scopes and clients to compare all of them.')
const NO_SERVER = outside('resource server', 'No resource server of the user pool is in these files.')

export function accessOf(deployed: Deployed): Access {
  let compared = 0
  /** Is the scope in the list? Of millions of items, those that certainly differ must cost little. */
  const lists = (listing: Listing, scope: Text): Truth => {
    compared += listing.items.length
    if (compared > MAX_COMPARED) return undecided(TOO_MANY)
    const mayBe = ({ text }: Listed) =>
      text.assumed.length + scope.assumed.length > 0 || !endsDiffer(text, scope)
    return anyItem({ ...listing, items: listing.items.filter(mayBe) }, text => sameText(text, scope))
  }
  const links = new Map<object, Link<UserPool>>()
  const poolOf = (thing: { readonly userPoolId: Term }): Link<UserPool> => {
    const found = links.get(thing) ?? linkToPool(thing.userPoolId, deployed.userPools)
    links.set(thing, found)
    return found
  }
  const members = <Thing extends Pick<Resource, 'under' | 'assumed'> & { readonly userPoolId: Term }>(
    things: readonly Thing[],
    pool: Link<UserPool>,
  ): readonly Member<Thing>[] =>
    things.flatMap(thing => {
      const truth = all(exists(thing), sameLink(poolOf(thing), pool))
      return truth === no ? [] : [{ thing, belongs: truth }]
    })
  const clientsOf = memoizeByObject((pool: Link<UserPool>) => members(deployed.clients, pool))
  const serversOf = memoizeByObject((pool: Link<UserPool>) => members(deployed.resourceServers, pool))
  const fullScopes = memoizeByObject(fullScopesOf)
  const knownScopes = memoizeByObject((server: ResourceServer) => knownOf(fullScopes(server)))
  const declares = (server: ResourceServer, scope: Text): Truth => {
    const name = whole(scope)
    const names = scope.assumed.length === 0 && name !== undefined ? knownScopes(server) : undefined
    return names && name !== undefined ? known(names.has(name)) : lists(fullScopes(server), scope)
  }
  /** The scopes that a pool certainly has, and the servers that must be asked one by one. */
  const declaredIn = memoizeByObject((pool: Link<UserPool>) => {
    const names = new Set<string>()
    const others = serversOf(pool).filter(({ thing, belongs }) => {
      const known = belongs.is === true && belongs.assumed.length === 0 ? knownScopes(thing) : undefined
      for (const name of known ?? []) names.add(name)
      return !known
    })
    return { names, others }
  })
  const trusted = memoizeByObject((authorizer: Authorizer): readonly Link<UserPool>[] => {
    if (authorizer.issuer.kind !== 'absent') return [linkToPool(authorizer.issuer, deployed.userPools)]
    return itemsOf(authorizer.providerArns).map(({ text, sure: { is, because } }) => {
      const link = linkToPool(text, deployed.userPools)
      if (is) return link
      const open = link.kind === 'unknown' ? link.because : []
      return { kind: 'unknown', because: [...new Set([...because, ...open])], branches: [link, none] }
    })
  })
  const trustedBy = memoizeByObject(({ to, assumed }: Extract<Link<Authorizer>, { kind: 'one' }>) =>
    assumed ? trusted(to).map(pool => linkAssuming(pool, assumed)) : trusted(to),
  )
  // Of hundreds of endpoints with one authorizer, the answer is the same.
  const listed = memoizeByObject((authorizer: Authorizer) =>
    memoizeByObject((client: Client) =>
      anyItem(listingOf(authorizer.audience), text => sameText(text, client.clientId)),
    ),
  )
  const unknownPool = memoizeByObject(
    ({ because }: { readonly because: readonly Cause[] }): Link<UserPool> => ({ kind: 'unknown', because }),
  )
  const isDeclaredIn = (scope: Text, pool: Link<UserPool>): Truth => {
    if (compared > MAX_COMPARED) return undecided(TOO_MANY)
    const servers = serversOf(pool)
    const { names, others } = declaredIn(pool)
    const name = whole(scope)
    // Of hundreds of servers, those whose scopes are all known are asked at once.
    const isPlain = name !== undefined && scope.assumed.length === 0
    if (isPlain && names.has(name)) return yes
    const found = some(
      isReserved(scope),
      someFor(isPlain ? others : servers, ({ thing, belongs }) => all(belongs, declares(thing, scope))),
    )
    return amongMembers(found, servers, pool, deployed, NO_SERVER, causesOf(scope))
  }
  return {
    poolOf,
    trusted,
    poolsOf: ({ authorizer }) =>
      authorizer.kind === 'one'
        ? trustedBy(authorizer)
        : authorizer.kind === 'unknown'
          ? [unknownPool(authorizer)]
          : [
              {
                kind: 'foreign',
                text: literal('', deployedPlace(deployed)),
                because:
                  'because' in authorizer
                    ? authorizer.because
                    : outside('authorizer', 'The authorizer is not in these files.'),
              },
            ],
    clientsOf,
    serversOf,
    fullScopes,
    declares,
    isDeclared: (scope, pool) => assume(isDeclaredIn(scope, pool), pool.assumed),
    canObtain: (client, scope) =>
      some(
        and(lists(scopesOf(client), scope), () => not(isOfUsers(client, scope))),
        isFromSdk(client, scope),
      ),
    isListed: (client, authorizer) => listed(authorizer)(client),
    isForSdkOnly: memoizeByObject(pool => {
      const clients = clientsOf(pool)
      const isEmpty = clients.every(({ belongs }) => belongs.is === false)
      if (isEmpty || pool.kind === 'foreign') return assume(no, pool.assumed)
      if (pool.kind !== 'one') return undecided(...(whyUnknown(pool, deployed) ?? []))
      const others = someFor(clients, ({ thing, belongs }) => all(belongs, not(isSdkOnly(thing))))
      return assume(all(not(others), ...deployed.open.map(cause => undecided(cause))), pool.assumed)
    }),
    hasScopeTrigger: pool =>
      ofAny(pool, deployed.userPools, it => isOneOf(it.triggerVersion, 'V2_0', 'V3_0')),
  }
}

/** The items of a listing if all are known and always present, and there can be no others. */
function knownOf({ items, open, assumed }: Listing): ReadonlySet<string> | undefined {
  if (open.length + assumed.length > 0) return undefined
  const texts = items.flatMap(({ text, sure }) =>
    sure.is === true && text.assumed.length === 0 ? (whole(text) ?? []) : [],
  )
  return texts.length === items.length ? new Set(texts) : undefined
}

/** Why nothing can be said of a pool: it is not in the files, or which one it is is unknown. */
export function whyUnknown(pool: Link<UserPool>, { userPools }: Deployed): readonly Cause[] | undefined {
  if (pool.kind === 'one') return undefined
  if (pool.kind === 'foreign') return [pool.because]
  if (pool.kind === 'unknown' && userPools.length > 0) return pool.because
  return [outside('user pool', 'The user pool is not in these files.')]
}

/**
 * What was found among the members of a pool that the files have: undecided where the pool is not known or has `none` of
 * them here, and where there may be others.
 */
export function amongMembers(
  found: Truth,
  members: readonly Member<unknown>[],
  pool: Link<UserPool>,
  deployed: Deployed,
  none: Cause,
  because: readonly Cause[] = [],
): Truth {
  if (found.is === true) return found
  const unknown = whyUnknown(pool, deployed)
  if (unknown) return undecided(...unknown, ...because)
  const member = some(...members.map(({ belongs }) => belongs))
  if (member.is === false) return undecided(...deployed.open, none, ...because)
  return member.is ? some(found, knownUnless(deployed.open, false)) : member
}

const fullScopesOf = ({ identifier, scopes }: ResourceServer): Listing => {
  const name = asText(identifier)
  return listingOf(namesIn(scopes, scope => joinScope(name, scope)))
}

/** A list of scopes with the name of each in its place; an item that a condition leaves out stays absent. */
export const namesIn = (scopes: Term, toName: (scopeName: Text) => Text): Term =>
  inBranches(scopes, list => {
    if (list.kind !== 'list') return list
    const items = list.items.map(item => ({
      ...item,
      term: inBranches(item.term, scope =>
        scope.kind === 'absent' ? scope : toName(asText(property(scope, 'ScopeName'))),
      ),
    }))
    return { ...list, items }
  })

const joinScope = (identifier: Text, name: Text): Text =>
  textOfParts([...identifier.parts, { kind: 'literal', text: '/' }, ...name.parts], name.at, [
    ...new Set([...identifier.assumed, ...name.assumed]),
  ])

const deployedPlace = ({ endpoints }: Deployed) =>
  endpoints[0]?.at ?? { source: { path: '', text: '' }, start: 0, end: 0 }

import { MAX_AUDIENCES } from '../aws/limits'
import { type Access, accessOf, type Member, sameLink } from '../deployed/access'
import { chooseApi } from '../deployed/choose-api'
import type { Api, Authorizer, Deployed, Endpoint, Link, UserPool } from '../deployed/deployed'
import { endpointName } from '../deployed/show'
import type { Text } from '../deployed/term'
import type { SpecError } from '../document/error'
import type { Spec } from '../document/spec'
import { importAudiences } from './audiences'
import { importClients } from './clients'
import { importCors, isPreflight } from './cors'
import { type ImportedEndpoint, importEndpoints } from './endpoints'
import { knownText } from './known-text'
import { leaveOut, leaveOutEndpoints, noteOtherPools } from './leave-out'
import { importNames, noteDefaults } from './names'
import { importPool } from './pool'
import { type ImportEntry, inOrder, type Notes } from './report'
import { fullScopeOf, importServers } from './resource-servers'
import { validated } from './validated'

/** The spec of what some files deploy, and what became of everything in them. */
export type Imported =
  | {
      readonly ok: true
      readonly spec: Spec
      readonly report: readonly ImportEntry[]
      readonly api: Api
      /** Endpoints in the order of the spec. */
      readonly endpoints: readonly Endpoint[]
      /** The pool that the first endpoint with an authorizer trusts. */
      readonly pool: Link<UserPool> | undefined
      /** Ids of a deployed pool and its clients, for exact checks of issuer and audience. */
      readonly userPoolId: string | undefined
      readonly clientIds: readonly string[]
      /** `none`: no client of the spec is certainly one of the user pool, because they are elsewhere or invented. */
      readonly clientsInFiles: 'some' | 'none'
    }
  | {
      readonly ok: false
      readonly errors: readonly SpecError[]
      readonly report: readonly ImportEntry[]
      /** There is nothing to import because what protects endpoints is not known, or cannot be expressed. */
      readonly isUndecided: boolean
    }

/** Makes a valid spec of one API of the files; `wanted` is the id of the API. */
export function importSpec(deployed: Deployed, wanted?: string): Imported {
  const notes: Notes = { entries: [] }
  const api = chooseApi(deployed.apis, deployed.endpoints, wanted)
  if (!api) {
    const ids = deployed.apis.map(({ id }) => id).join(', ')
    return refuse(
      wanted === undefined
        ? 'These files show no REST or HTTP API.'
        : `There is no API ${wanted}. Use one of ${ids}.`,
      notes,
    )
  }
  const own = deployed.endpoints.filter(it => it.api.kind === 'one' && it.api.to.key === api.key)
  const access = accessOf(deployed)
  const cors = importCors(api, own, notes)
  const called = own.filter(endpoint => !isPreflight(endpoint))
  const imported = importEndpoints(called, cors !== undefined, deployed, notes).map(it => ({
    ...it,
    value: {
      ...it.value,
      scopes: it.value.scopes.map(scope => fullScopeOf(scope, deployed.resourceServers)),
    },
  }))
  const guarded = imported.filter(isGuarded)
  if (guarded.length === 0) {
    const lost = lostEndpoints(notes)
    for (const { endpoint, value } of imported)
      notes.entries.push({
        what: `endpoint ${endpointName(endpoint)}`,
        at: endpoint.at,
        how: 'left-out',
        into: null,
        why: value.auth === 'iam' ? 'It requires signed requests, not a token.' : 'It requires no token.',
      })
    leaveOutEndpoints(deployed, api, notes)
    const isUndecided = lost.length > 0 || deployed.endpoints.some(it => it.api.kind === 'unknown')
    return refuse(whyNothing(api, lost), notes, isUndecided)
  }

  const link = poolOf(
    guarded.map(({ endpoint }) => endpoint),
    deployed,
    access,
  )
  const names = importNames(deployed, api, notes)
  const pool = importPool(link, { deployed, access, names, notes })
  const candidates = link ? access.clientsOf(link).filter(mayBelong) : []
  const members = candidates.map(({ thing }) => thing)
  const servers = link ? access.serversOf(link).filter(mayBelong) : []
  const used = [...new Set(imported.flatMap(({ value }) => value.scopes))]
  const clients = importClients(link ? members : deployed.clients, used, {
    names,
    notes,
    isPoolDeployed: pool.userPoolId !== undefined,
  })
  const allUsed = [...new Set([...used, ...clients.flatMap(({ value }) => value.scopes)])]
  const resourceServers = importServers(
    link ? servers.map(({ thing }) => thing) : deployed.resourceServers,
    allUsed,
    notes,
  )
  const otherPools = (authorizer: Authorizer) =>
    access
      .trusted(authorizer)
      .flatMap(pool => (link && sameLink(pool, link).is === false ? namesOf(pool) : []))
  leaveOut(deployed, api, otherPools, notes)
  const audiences = importAudiences(
    guarded.map(({ endpoint }) => endpoint),
    deployed.clients,
    MAX_AUDIENCES - clients.length,
    notes,
  )
  const result = validated(
    {
      version: 1,
      service: names.service,
      ...(names.stage !== undefined && { stage: names.stage }),
      ...regionOf(pool.region ?? names.region),
      userPool: pool.value,
      api: {
        type: api.type,
        name: names.api,
        ...(cors && { cors: { allowOrigins: cors } }),
        ...(audiences.length > 0 && { additionalAudiences: audiences }),
      },
    },
    { resourceServers, clients, endpoints: imported },
    notes,
  )
  noteOtherPools(deployed, notes)
  if (result.ok) noteDefaults(result.spec, { ...names, region: pool.region ?? names.region }, notes)
  if (result.ok ? !result.endpoints.some(isGuarded) : result.isEmpty)
    return refuse(whyNothing(api, lostEndpoints(notes)), notes, true)
  if (!result.ok)
    return { ok: false, errors: result.errors, report: inOrder(notes.entries), isUndecided: false }
  return {
    ok: true,
    spec: result.spec,
    report: inOrder(notes.entries),
    api,
    endpoints: result.endpoints.map(({ endpoint }) => endpoint),
    pool: link,
    userPoolId: pool.userPoolId,
    clientIds: pool.userPoolId
      ? result.clients.flatMap(({ client }) => (client ? (knownText(client.clientId) ?? []) : []))
      : [],
    clientsInFiles: candidates.some(
      ({ thing, belongs }) => belongs.is === true && clients.some(({ client }) => client === thing),
    )
      ? 'some'
      : 'none',
  }
}

/**
 * The pool that the first authorizer trusts. Where no endpoint has one, it is the only pool of the files; undefined where the
 * authorizers are elsewhere.
 */
function poolOf(
  guarded: readonly Endpoint[],
  { userPools }: Deployed,
  access: Access,
): Link<UserPool> | undefined {
  const having = (kind: Link<Authorizer>['kind']) =>
    guarded.filter(({ authorizer }) => authorizer.kind === kind)
  const [only, ...more] = userPools
  const isUndefined = guarded.every(({ authorizer: { kind } }) => kind === 'missing' || kind === 'none')
  if (isUndefined && only && more.length === 0) return { kind: 'one', to: only }
  const [link] = [...having('one'), ...having('unknown')].flatMap(access.poolsOf)
  // Where a condition decides, the pool of these files is the one to work with.
  const own = link?.kind === 'unknown' ? link.branches?.find(({ kind }) => kind === 'one') : undefined
  return own ?? link
}

/** The ids of the pools that it is, or may be. */
function namesOf(pool: Link<UserPool>): readonly Text[] {
  if (pool.kind === 'unknown') return (pool.branches ?? []).flatMap(namesOf)
  return pool.kind === 'one' ? [pool.to.poolId] : pool.kind === 'foreign' ? [pool.text] : []
}

const mayBelong = ({ belongs }: Member<unknown>): boolean => belongs.is !== false

const isGuarded = ({ value }: ImportedEndpoint): boolean =>
  value.auth === 'access_token' || value.auth === 'id_token'

const lostEndpoints = ({ entries }: Notes): readonly ImportEntry[] =>
  entries.filter(({ what, how }) => how === 'left-out' && what.startsWith('endpoint '))

/** How many endpoints a message names. */
const NAMED = 3

function whyNothing({ id }: Api, lost: readonly ImportEntry[]): string {
  const reasons = lost.slice(0, NAMED).map(({ what, why }) => ` The ${what} is left out: ${why}`)
  const more = lost.length > NAMED ? ` So are ${lost.length - NAMED} more.` : ''
  return `No endpoint of ${id} that requires a token can be imported.${reasons.join('')}${more}`
}

const refuse = (message: string, notes: Notes, isUndecided = false): Imported => ({
  ok: false,
  errors: [{ code: 'NOTHING_TO_IMPORT', path: '', message }],
  report: inOrder(notes.entries),
  isUndecided,
})

const regionOf = (region: string | undefined) => (region === undefined ? {} : { region })

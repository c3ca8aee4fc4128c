import { endpointName } from '../deployed/show'
import type { SpecError } from '../document/error'
import { parseSpec } from '../document/parse'
import type { Spec } from '../document/spec'
import type { Span } from '../source/node'
import type { ImportedClient } from './clients'
import type { ImportedEndpoint } from './endpoints'
import type { Notes } from './report'
import type { ImportedServer } from './resource-servers'

interface Lists {
  readonly resourceServers: readonly ImportedServer[]
  readonly clients: readonly ImportedClient[]
  readonly endpoints: readonly ImportedEndpoint[]
}

type Validated =
  | ({ readonly ok: true; readonly spec: Spec } & Lists)
  | {
      readonly ok: false
      readonly errors: readonly SpecError[]
      /** No endpoint is left. */
      readonly isEmpty: boolean
    }

/**
 * The spec, without the items that its own rules refuse: all endpoints that an error names, since each rule compares an
 * endpoint with those before it, so that of two that clash the first one stays; of other items the last one at a time.
 */
export function validated(head: object, given: Lists, notes: Notes): Validated {
  let lists = given
  for (;;) {
    const { resourceServers, clients, endpoints } = lists
    const parsed = parseSpec({
      ...head,
      resourceServers: resourceServers.map(({ value }) => value),
      clients: clients.map(({ value }) => value),
      endpoints: endpoints.map(({ value }) => value),
    })
    if (parsed.ok) {
      noteMapped(lists, notes)
      return { ok: true, spec: parsed.spec, ...lists }
    }
    const named = parsed.errors.flatMap(error => refusedItem(error, lists) ?? [])
    const ofEndpoints = named.filter(({ list }) => list === 'endpoints')
    const refused = ofEndpoints.length > 0 ? ofEndpoints : named.slice(-1)
    const [first] = refused
    if (!first) return { ok: false, errors: parsed.errors, isEmpty: endpoints.length === 0 }
    const gone = new Set<number>()
    for (const { index, what, at, why } of refused.toReversed()) {
      if (gone.has(index)) continue
      gone.add(index)
      notes.entries.push({ what, at: at ?? null, how: 'left-out', into: null, why })
    }
    lists = { ...lists, [first.list]: lists[first.list].filter((_, i) => !gone.has(i)) }
  }
}

interface Refused {
  readonly list: keyof Lists
  readonly index: number
  readonly what: string
  readonly at: Span | undefined
  readonly why: string
}

/** The item that an error names, if it names one. */
function refusedItem({ path, message: why }: SpecError, lists: Lists): Refused | undefined {
  const [list, place] = path.split('.')
  const index = Number(place)
  const endpoint = lists.endpoints[index]?.endpoint
  if (list === 'endpoints' && endpoint)
    return { list, index, what: `endpoint ${endpointName(endpoint)}`, at: endpoint.at, why }
  const client = lists.clients[index]
  if (list === 'clients' && client)
    return { list, index, what: `client ${client.value.name}`, at: client.client?.at, why }
  const server = lists.resourceServers[index]
  if (list === 'resourceServers' && server)
    return { list, index, what: `resource server ${server.value.identifier}`, at: server.server?.at, why }
  return undefined
}

/** Says of every item that stayed where it is in the spec. */
function noteMapped({ resourceServers, clients, endpoints }: Lists, notes: Notes): void {
  for (const [i, { server, value, invented }] of resourceServers.entries()) {
    for (const name of invented)
      notes.entries.push({
        what: `scope ${value.identifier}/${name}`,
        at: null,
        how: 'invented',
        into: `resourceServers.${i}.scopes.${value.scopes.findIndex(scope => scope.name === name)}`,
        why: 'It is used, but no resource server of the user pool declares it in these files.',
      })
    if (server)
      notes.entries.push({
        what: `resource server ${value.identifier}`,
        at: server.at,
        how: 'mapped',
        into: `resourceServers.${i}`,
        why: '',
      })
  }
  for (const [i, { client, value, isCallbackInvented }] of clients.entries()) {
    if (isCallbackInvented)
      notes.entries.push({
        what: `callback URL of client ${value.name}`,
        at: null,
        how: 'invented',
        into: `clients.${i}.callbackUrls`,
        why: 'No callback URL is known from these files.',
      })
    if (client)
      notes.entries.push({
        what: `client ${value.name}`,
        at: client.at,
        how: 'mapped',
        into: `clients.${i}`,
        why: '',
      })
  }
  for (const [i, { endpoint, isHandlerInvented }] of endpoints.entries()) {
    notes.entries.push({
      what: `endpoint ${endpointName(endpoint)}`,
      at: endpoint.at,
      how: 'mapped',
      into: `endpoints.${i}`,
      why: '',
    })
    if (isHandlerInvented)
      notes.entries.push({
        what: `handler of ${endpointName(endpoint)}`,
        at: null,
        how: 'invented',
        into: `endpoints.${i}.handler`,
        why: 'The files do not name a file and export of its function.',
      })
  }
}

import { endpointName } from '../deployed/show'
import type { SpecError } from '../document/error'
import { parseSpec } from '../document/parse'
import type { Spec } from '../document/spec'
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
 * The spec, without the items that its own rules refuse. One item is left out at a time, the last one that an error
 * names, so that of two endpoints that clash the first one stays.
 */
export function validated(head: object, lists: Lists, notes: Notes): Validated {
  let { endpoints, clients } = lists
  let { resourceServers } = lists
  for (;;) {
    const parsed = parseSpec({
      ...head,
      resourceServers: resourceServers.map(({ value }) => value),
      clients: clients.map(({ value }) => value),
      endpoints: endpoints.map(({ value }) => value),
    })
    if (parsed.ok) {
      noteMapped({ resourceServers, clients, endpoints }, notes)
      return { ok: true, spec: parsed.spec, resourceServers, clients, endpoints }
    }
    const named = parsed.errors.flatMap(({ path, message }) => {
      const match = /^(endpoints|clients|resourceServers)\.(\d+)/.exec(path)
      return match ? [{ list: match[1], index: Number(match[2]), message }] : []
    })
    const error = named.findLast(({ list }) => list === 'endpoints') ?? named.at(-1)
    if (!error) return { ok: false, errors: parsed.errors, isEmpty: endpoints.length === 0 }
    const { list, index, message } = error
    const [what, at] =
      list === 'endpoints'
        ? [
            `endpoint ${endpoints[index] ? endpointName(endpoints[index].endpoint) : index}`,
            endpoints[index]?.endpoint.at,
          ]
        : list === 'clients'
          ? [`client ${clients[index]?.value.name}`, clients[index]?.client?.at]
          : [
              `resource server ${resourceServers[index]?.value.identifier}`,
              resourceServers[index]?.server?.at,
            ]
    notes.entries.push({ what, at: at ?? null, how: 'left-out', into: null, why: message })
    if (list === 'endpoints') endpoints = endpoints.filter((_, i) => i !== index)
    else if (list === 'clients') clients = clients.filter((_, i) => i !== index)
    else resourceServers = resourceServers.filter((_, i) => i !== index)
  }
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
        why: 'It is used, but no resource server of these files declares it.',
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

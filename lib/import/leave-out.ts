import { distinctCauses } from '../deployed/cause'
import { whole } from '../deployed/compare'
import type { Api, Deployed, Endpoint } from '../deployed/deployed'
import { endpointName } from '../deployed/show'
import type { Span } from '../source/node'
import { noteAuthorizers, type Trusts } from './authorizers'
import { noteNetworkLimits } from './network-limits'
import type { Notes } from './report'

/** What is in the files and has no place in a spec of one API. */
export function leaveOut(deployed: Deployed, api: Api, trusts: Trusts, notes: Notes): void {
  const out = (what: string, at: Endpoint['at'], why: string) =>
    notes.entries.push({ what, at, how: 'left-out', into: null, why })
  for (const { name, at = null, message } of distinctCauses([...deployed.open, ...api.open]))
    notes.entries.push({ what: name, at, how: 'left-out', into: null, why: message })
  for (const other of deployed.apis)
    if (other.key !== api.key) out(`API ${other.id}`, other.at, 'A spec has one API.')
  noteNetworkLimits(api, notes)
  leaveOutEndpoints(deployed, api, notes)
  noteAuthorizers(deployed, api, trusts, notes)
  // The place of an API is that of gateway responses that an export may have left out.
  const apiPlaces = new Set(deployed.apis.map(({ at }) => at))
  for (const response of deployed.gatewayResponses.filter(({ at }) => !apiPlaces.has(at)))
    out(`gateway response ${response.id}`, response.at, 'The CORS settings of the spec create their own.')
  for (const branding of deployed.brandings)
    out(
      `branding ${branding.id}`,
      branding.at,
      'The spec creates one for each client if managed login is on.',
    )
}

/** Notes the endpoints that belong to another API, or may do so. */
export function leaveOutEndpoints({ endpoints }: Deployed, api: Api, notes: Notes): void {
  for (const endpoint of endpoints) {
    const { id, at, method, path, api: link } = endpoint
    if (link.kind === 'one' && link.to.key === api.key) continue
    const [cause] = link.kind === 'unknown' ? link.because : []
    const why = cause
      ? `These files do not show which API it belongs to. ${cause.message}`
      : 'It belongs to another API.'
    const isNamed = whole(method) !== undefined && whole(path) !== undefined
    const what = `endpoint ${isNamed ? endpointName(endpoint) : id}`
    notes.entries.push({ what, at, how: 'left-out', into: null, why })
  }
}

/** Notes what belongs to other user pools than the one of the spec: whatever the report has not named yet. */
export function noteOtherPools(deployed: Deployed, notes: Notes): void {
  const named = new Set(notes.entries.flatMap(({ at }) => (at ? [nameOf(at)] : [])))
  const things = [
    ...deployed.userPools.map(it => ({ what: `user pool ${it.id}`, at: it.at })),
    ...deployed.domains.map(it => ({ what: `domain ${it.id}`, at: it.at })),
    ...deployed.resourceServers.map(it => ({ what: `resource server ${it.id}`, at: it.at })),
    ...deployed.clients.map(it => ({ what: `client ${it.id}`, at: it.at })),
  ]
  for (const { what, at } of things)
    if (!named.has(nameOf(at)))
      notes.entries.push({ what, at, how: 'left-out', into: null, why: 'A spec has one user pool.' })
}

const nameOf = ({ source, start }: Span): string => `${source.path} ${start}`

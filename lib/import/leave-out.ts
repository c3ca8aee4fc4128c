import { distinctCauses } from '../deployed/cause'
import type { Api, Deployed, Endpoint } from '../deployed/deployed'
import type { Span } from '../source/node'
import { knownText } from './known-text'
import type { Notes } from './report'

/** What is in the files and has no place in a spec of one API. */
export function leaveOut(deployed: Deployed, api: Api, notes: Notes): void {
  const out = (what: string, at: Endpoint['at'], why: string) =>
    notes.entries.push({ what, at, how: 'left-out', into: null, why })
  for (const { name, at = null, message } of distinctCauses([...deployed.open, ...api.open]))
    notes.entries.push({ what: name, at, how: 'left-out', into: null, why: message })
  for (const other of deployed.apis)
    if (other.key !== api.key) out(`API ${other.id}`, other.at, 'A spec has one API.')
  leaveOutEndpoints(deployed, api, notes)
  // Events that write out their authorizer have one each, without a name.
  const ofEvents = deployed.authorizers.find(({ implicit }) => implicit)
  for (const authorizer of deployed.authorizers) {
    if (authorizer.implicit && authorizer !== ofEvents) continue
    const isOwn = authorizer.api.kind === 'one' && authorizer.api.to.key === api.key
    const type = knownText(authorizer.type)
    if (isOwn && (type === 'COGNITO_USER_POOLS' || type === 'JWT'))
      notes.entries.push({
        what: authorizer.implicit ? 'authorizers of the events' : `authorizer ${authorizer.id}`,
        at: authorizer.at,
        how: 'changed',
        into: 'api',
        why: 'The spec creates its own authorizer.',
      })
    else
      out(
        `authorizer ${authorizer.id}`,
        authorizer.at,
        isOwn ? 'Lambda authorizers cannot be expressed.' : 'It belongs to another API.',
      )
  }
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
  for (const { id, at, api: link } of endpoints) {
    if (link.kind === 'one' && link.to.key === api.key) continue
    const [cause] = link.kind === 'unknown' ? link.because : []
    const why = cause
      ? `These files do not show which API it belongs to. ${cause.message}`
      : 'It belongs to another API.'
    notes.entries.push({ what: `endpoint ${id}`, at, how: 'left-out', into: null, why })
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

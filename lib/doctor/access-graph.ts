import type { AccessGraph, CredentialNode, EndpointNode, Link, Note } from '../access-map/graph'
import { isReservedScope } from '../aws/scopes'
import { accessOf } from '../deployed/access'
import { chooseApi } from '../deployed/choose-api'
import { isFromSdk, scopesOf } from '../deployed/client'
import { whole } from '../deployed/compare'
import type { Endpoint } from '../deployed/deployed'
import { listingOf } from '../deployed/questions'
import type { Text } from '../deployed/term'
import type { Reading } from '../read/read-opened'
import type { Span } from '../source/node'
import { type AccessRow, takesIdTokensOnly } from './access-matrix'
import { checksTokensWithoutScopes } from './authorizer-kind'
import { placeOf, type ReportPlace } from './report'
import type { Facts } from './rule'

const UNKNOWN_SCOPE = 'unknown-scope'

/**
 * Draws up who can call the endpoints of one API with an access token, as the files say it. `rows` are the access list of
 * their report, and `asked` is the id of the API; left out, it is the one with the most endpoints that require a token. Scopes appear as they are written, so that a scope that is
 * not declared shows as one of its own.
 */
export function accessGraph(
  reading: Reading,
  rows: readonly AccessRow[],
  asked?: string,
): AccessGraph<ReportPlace> {
  const { deployed } = reading
  const access = accessOf(deployed)
  const facts = { ...reading, access }
  const api = chooseApi(deployed.apis, deployed.endpoints, asked)?.id ?? asked
  const own = deployed.endpoints.flatMap((endpoint, i) => {
    const row = rows[i]
    return row && (row.api === null || row.api === api)
      ? [{ endpoint, row, key: `endpoint ${i}`, other: otherThanScope(endpoint, row, facts) }]
      : []
  })
  const credentials = new Map<string, CredentialNode<ReportPlace>>()
  const add = (node: Omit<CredentialNode<ReportPlace>, 'type'>) => {
    if (!credentials.has(node.key)) credentials.set(node.key, { type: 'credential', ...node })
    return node.key
  }
  const scope = (text: Text) => {
    const name = whole(text)
    return name === undefined
      ? add({
          key: UNKNOWN_SCOPE,
          kind: 'unknown',
          label: 'a scope the files do not show',
          target: placeIn(text.at),
        })
      : add({ key: `scope ${name}`, kind: kindOf(name), label: name, target: placeIn(text.at) })
  }
  const declared = new Set(
    deployed.resourceServers.flatMap(server =>
      access.fullScopes(server).items.map(({ text }) => scope(text)),
    ),
  )
  const grants = new Map<string, Link>()
  const grant = (from: string, to: string) => grants.set(JSON.stringify([from, to]), { from, to })
  for (const [i, client] of deployed.clients.entries())
    for (const { text } of scopesOf(client).items) grant(`client ${i}`, scope(text))
  // SDK sign-in gives a scope that clients need not list.
  for (const [i, client] of deployed.clients.entries())
    for (const { endpoint } of own)
      for (const { text } of listingOf(endpoint.scopes).items)
        if (isFromSdk(client, text).is) grant(`client ${i}`, scope(text))
  const requirements = own.flatMap(({ endpoint, row, key, other }) => {
    const scopes = isByToken(row) ? listingOf(endpoint.scopes).items.map(({ text }) => scope(text)) : []
    const froms = scopes.length > 0 ? scopes : [add(other)]
    return [...new Set(froms)].map((from): Link => ({ from, to: key }))
  })
  for (const { row, endpoint, other } of own)
    if (other.key === 'any-token' && listingOf(endpoint.scopes).items.length === 0)
      for (const [i, { allowed }] of row.clients.entries()) if (allowed) grant(`client ${i}`, 'any-token')

  const granted = new Set([...grants.values()].map(({ to }) => to))
  const required = new Set(requirements.map(({ from }) => from))
  const isComplete = deployed.open.length === 0 && deployed.resourceServers.length > 0
  return {
    clients: deployed.clients.map(({ id, at }, i) => ({
      type: 'client',
      key: `client ${i}`,
      label: id,
      target: placeOf(at),
      ...(own.length > 0 &&
        own.every(({ row }) => row.clients[i]?.allowed === false) && { note: 'calls-nothing' }),
    })),
    credentials: [...credentials.values()].map(node => ({ ...node, ...noteOf(node) })),
    endpoints: own.map(({ endpoint, row, key, other }) =>
      endpointNode(key, endpoint, row, other.key === 'id-token'),
    ),
    grants: [...grants.values()],
    requirements,
  }

  function noteOf({ key, kind }: CredentialNode): { readonly note?: Note } {
    if (kind !== 'scope') return {}
    if (!declared.has(key) && isComplete) return { note: 'undeclared' }
    if (!required.has(key)) return { note: 'grants-nothing' }
    return granted.has(key) || deployed.clients.length === 0 ? {} : { note: 'no-client' }
  }
}

const kindOf = (scope: string) => (isReservedScope(scope) ? 'reserved-scope' : 'scope')

const isByToken = ({ authorization }: AccessRow) => authorization === 'cognito' || authorization === 'jwt'

/** What is required instead of a scope. */
function otherThanScope(endpoint: Endpoint, { authorization }: AccessRow, facts: Facts) {
  const target = placeIn(endpoint.at)
  switch (authorization) {
    case 'cognito':
      if (!takesIdTokensOnly(endpoint, facts)) break
      return { key: 'id-token', kind: 'id-token', label: 'ID token', target } as const
    case 'jwt':
      if (checksTokensWithoutScopes(endpoint, 'JWT').is !== true) break
      return { key: 'any-token', kind: 'any-token', label: 'Any token', target } as const
    case 'iam':
      return { key: 'iam', kind: 'iam', label: 'AWS signature', target } as const
    case 'custom':
      return { key: 'custom', kind: 'custom', label: 'Lambda authorizer', target } as const
    case 'none':
      return { key: 'none', kind: 'none', label: 'No authorization', target } as const
  }
  return { key: 'unknown', kind: 'unknown', label: 'not shown in these files', target } as const
}

function endpointNode(
  key: string,
  endpoint: Endpoint,
  row: AccessRow,
  isForIdTokens: boolean,
): EndpointNode<ReportPlace> {
  const [method = '', path] = row.endpoint.split(/ (.*)/)
  const note = endpointNote(row, isForIdTokens)
  return {
    type: 'endpoint',
    key,
    label: row.endpoint,
    method: path === undefined ? '' : method,
    path: path ?? method,
    target: placeIn(endpoint.at),
    ...(note && { note }),
  }
}

function endpointNote(row: AccessRow, isForIdTokens: boolean): Note | undefined {
  if (row.authorization === 'unknown') return 'undecided'
  if (!isByToken(row) || row.clients.length === 0) return undefined
  const answers = row.clients.map(({ allowed }) => allowed)
  if (answers.includes(true)) return undefined
  if (answers.includes(null)) return 'undecided'
  return isForIdTokens ? 'id-token-only' : 'unreachable'
}

/** Undefined for what a format adds and no file says. */
const placeIn = (at: Span): ReportPlace | undefined => (at.source.path === '' ? undefined : placeOf(at))

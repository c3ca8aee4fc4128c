import type { AccessGraph, CredentialNode, Link, Note } from '../access-map/graph'
import { SIGN_IN_SCOPE } from '../aws/scopes'
import type { FieldPath } from '../document/field-path'
import type { Client, Endpoint, Model, ScopeUse } from '../model/model'
import { type Access, accessMatrix } from './access-matrix'

type Credential = CredentialNode<FieldPath>

/** Draws up who can call what from the spec. Every grant of a client and every requirement of an endpoint is a link. */
export function accessGraph(model: Model): AccessGraph<FieldPath> {
  const { clients, rows } = accessMatrix(model)
  const grants = [
    ...clients.flatMap(({ field, scopes }) =>
      scopes.map(({ fullScope }): Link => ({ from: field, to: scopeKey(fullScope) })),
    ),
    ...clients.flatMap((client, i) =>
      rows.some(({ cells }) => hasSignInScope(cells[i])) && !client.scopes.some(isSignInScope)
        ? [{ from: client.field, to: scopeKey(SIGN_IN_SCOPE) }]
        : [],
    ),
    ...clients.flatMap(({ field }, i) =>
      [...new Set(rows.map(({ cells }) => tokenOf(cells[i])))].flatMap((to): Link[] =>
        to === undefined ? [] : [{ from: field, to }],
      ),
    ),
  ]
  const requirements = rows.flatMap(({ endpoint }) =>
    requiredBy(endpoint, model).map((from): Link => ({ from, to: endpoint.field })),
  )
  const granted = new Set(grants.map(({ to }) => to))
  const required = new Set(requirements.map(({ from }) => from))
  return {
    clients: clients.map(({ field, name }, i) => ({
      type: 'client',
      key: field,
      label: name,
      target: field,
      ...(rows.every(({ cells }) => !isByToken(cells[i])) && { note: 'calls-nothing' }),
    })),
    credentials: [
      ...scopesOf(model).map(credential => ({ ...credential, ...noteOf(credential) })),
      ...others(model).filter(({ key }) => required.has(key)),
    ],
    endpoints: rows.map(({ endpoint, reachable }) => ({
      type: 'endpoint',
      key: endpoint.field,
      label: `${endpoint.method} ${endpoint.path}`,
      method: endpoint.method,
      path: endpoint.path,
      target: endpoint.field,
      ...(!reachable && { note: 'unreachable' }),
    })),
    grants,
    requirements,
  }

  function noteOf({ key, kind }: Credential): { readonly note?: Note } {
    if (!required.has(key)) return kind === 'scope' ? { note: 'grants-nothing' } : {}
    return granted.has(key) ? {} : { note: 'no-client' }
  }
}

const scopeKey = (fullScope: string) => `scope ${fullScope}`

/** The credential that is not a scope by which a client has access. */
const tokenOf = (access: Access | undefined): 'id-token' | 'any-token' | undefined =>
  access?.by === 'id-token' || access?.by === 'any-token' ? access.by : undefined

/** SDK sign-in gives this scope to clients that do not list it. */
const hasSignInScope = (access: Access | undefined) =>
  access?.by === 'scope' && access.scopes.includes(SIGN_IN_SCOPE)

const isSignInScope = ({ fullScope }: ScopeUse) => fullScope === SIGN_IN_SCOPE

const isByToken = (access: Access | undefined) => access?.by === 'scope' || tokenOf(access) !== undefined

function requiredBy({ auth, scopes }: Endpoint, { api }: Model): readonly string[] {
  switch (auth) {
    case 'access_token':
      return scopes.map(({ fullScope }) => scopeKey(fullScope))
    case 'id_token':
      return [api.type === 'http' ? 'any-token' : 'id-token']
    case 'iam':
      return ['iam']
    case 'none':
      return ['none']
  }
}

/** Custom scopes as they are declared, then the reserved ones that a client or an endpoint lists. */
function scopesOf({ resourceServers, clients, endpoints }: Model): readonly Credential[] {
  const uses = (lists: readonly (Client | Endpoint)[]): readonly ScopeUse[] =>
    lists.flatMap(({ scopes }) => scopes.filter(({ scope }) => scope === undefined))
  const reserved = new Map<string, ScopeUse>()
  for (const use of [...uses(clients), ...uses(endpoints)])
    if (!reserved.has(use.fullScope)) reserved.set(use.fullScope, use)
  return [
    ...resourceServers.flatMap(server =>
      server.scopes.map(({ fullScope, field }) => scopeNode(fullScope, 'scope', field)),
    ),
    ...[...reserved.values()].map(({ fullScope, field }) => scopeNode(fullScope, 'reserved-scope', field)),
  ]
}

const scopeNode = (fullScope: string, kind: Credential['kind'], target: FieldPath): Credential => ({
  type: 'credential',
  key: scopeKey(fullScope),
  label: fullScope,
  kind,
  target,
})

/** What endpoints require that is not a scope. A click leads to the first endpoint that does. */
function others({ endpoints, api }: Model): readonly Credential[] {
  const first = (auth: Endpoint['auth']) => endpoints.find(one => one.auth === auth)?.field
  const token = first('id_token')
  return [
    api.type === 'http' ? other('any-token', 'Any token', token) : other('id-token', 'ID token', token),
    other('iam', 'AWS signature', first('iam')),
    other('none', 'No authorization', first('none')),
  ]
}

const other = (
  kind: Exclude<Credential['kind'], 'scope' | 'reserved-scope'>,
  label: string,
  target: FieldPath | undefined,
): Credential => ({ type: 'credential', key: kind, label, kind, target })

import type { Client, Endpoint, Model } from '../model/model'
import { obtainableScopes } from '../model/obtainable-scopes'
import { triggerMayApplyTo } from '../model/trigger'

/** How a client gets access to an endpoint. */
export type Access =
  /** An access token with one of these scopes. */
  | { readonly by: 'scope'; readonly scopes: readonly string[] }
  /** REST API: the ID token of a sign-in. */
  | { readonly by: 'id-token' }
  /** HTTP API route without scopes: any token of the client. */
  | { readonly by: 'any-token' }
  /** No token: the request is signed with AWS credentials, whoever the client is. */
  | { readonly by: 'iam' }
  /** No token. */
  | { readonly by: 'no-auth' }
  | { readonly by: 'none'; readonly reason: string }

export interface MatrixRow {
  readonly endpoint: Endpoint
  /** One for each client, in the model's order. */
  readonly cells: readonly Access[]
  /** Some client has access, or the endpoint is public or for signed requests. */
  readonly reachable: boolean
}

/** Which client may call which endpoint, and with which scope. */
export interface AccessMatrix {
  readonly clients: readonly Client[]
  readonly rows: readonly MatrixRow[]
  /** Declared custom scopes that no endpoint requires. */
  readonly unusedScopes: readonly string[]
  /** Per client (as `clients`): custom scopes it may request that no endpoint requires. */
  readonly idleScopes: readonly (readonly string[])[]
}

/** Computes endpoints × clients from the spec: what the tokens of each client can access after a deployment. */
export function accessMatrix(model: Model): AccessMatrix {
  const { clients, endpoints } = model
  const may = clients.map(obtainableScopes)
  const wanted = new Set(endpoints.flatMap(endpoint => endpoint.scopes.map(use => use.fullScope)))
  const rows = endpoints.map((endpoint): MatrixRow => {
    const cells = clients.map((client, i) => access(model, endpoint, client, may[i]!))
    return { endpoint, cells, reachable: endpoint.auth === 'none' || cells.some(cell => cell.by !== 'none') }
  })
  return {
    clients,
    rows,
    unusedScopes: model.resourceServers
      .flatMap(server => server.scopes.map(scope => scope.fullScope))
      .filter(fullScope => !wanted.has(fullScope)),
    idleScopes: clients.map(client =>
      client.scopes.filter(use => use.scope && !wanted.has(use.fullScope)).map(use => use.fullScope),
    ),
  }
}

/** What the matrix does not say: scopes are granted to the app, whoever signs in with it. */
export const SCOPES_BIND_TO_THE_APP =
  'Scopes are granted to the app, not to the person: every user of a client can get every scope that the client may request. To restrict a scope to some users, remove it for the others in a pre token generation trigger (by group), or give it to a client of its own.'

const NO_SCOPE: Access = { by: 'none', reason: 'The client cannot get any of the scopes.' }
const TRIGGER_ONLY: Access = {
  by: 'none',
  reason: 'The client cannot get any of the scopes, but the trigger can add one.',
}
const NO_USER: Access = { by: 'none', reason: 'No user signs in with this client, so it has no ID token.' }
const NO_OPENID: Access = {
  by: 'none',
  reason: 'Without the scope openid, the token endpoint gives the client no ID token.',
}
const ID_TOKEN: Access = { by: 'id-token' }
const ANY_TOKEN: Access = { by: 'any-token' }
const IAM: Access = { by: 'iam' }
const NO_AUTH: Access = { by: 'no-auth' }

function access(model: Model, endpoint: Endpoint, client: Client, may: ReadonlySet<string>): Access {
  switch (endpoint.auth) {
    case 'none':
      return NO_AUTH
    case 'iam':
      return IAM
    case 'access_token': {
      const scopes = endpoint.scopes.map(use => use.fullScope).filter(fullScope => may.has(fullScope))
      if (scopes.length > 0) return { by: 'scope', scopes }
      return triggerMayApplyTo(client, model) ? TRIGGER_ONLY : NO_SCOPE
    }
    case 'id_token':
      if (model.api.type === 'http') return ANY_TOKEN
      if (!client.interactive) return NO_USER
      return may.has('openid') ? ID_TOKEN : NO_OPENID
  }
}

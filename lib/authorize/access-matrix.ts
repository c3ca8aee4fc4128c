import type { Client, Endpoint, Model } from '../model/model'

/** How a client gets into an endpoint. */
export type Access =
  /** With an access token that has one of these scopes. */
  | { readonly by: 'scope'; readonly scopes: readonly string[] }
  /** REST: with the ID token of a sign-in. */
  | { readonly by: 'id-token' }
  /** HTTP API route without scopes: with any token of the client. */
  | { readonly by: 'any-token' }
  /** Without a token. */
  | { readonly by: 'no-auth' }
  | { readonly by: 'none'; readonly reason: string }

export interface MatrixRow {
  readonly endpoint: Endpoint
  /** One for each client, in the model's order. */
  readonly cells: readonly Access[]
  /** Some client gets in, or nobody needs to ask. */
  readonly reachable: boolean
}

/** Who may call what, and through which scope. */
export interface AccessMatrix {
  readonly clients: readonly Client[]
  readonly rows: readonly MatrixRow[]
  /** Declared custom scopes that no endpoint asks for. */
  readonly unusedScopes: readonly string[]
  /** Per client (as `clients`): custom scopes it may ask for that open nothing. */
  readonly idleScopes: readonly (readonly string[])[]
}

/** Endpoints × clients, by the spec alone: what tokens of each client could open after a deployment. */
export function accessMatrix(model: Model): AccessMatrix {
  const { clients, endpoints } = model
  const may = clients.map(client => new Set(client.scopes.map(use => use.fullScope)))
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

const NO_SCOPE: Access = { by: 'none', reason: 'It may ask for none of the scopes.' }
const NO_USER: Access = { by: 'none', reason: 'No user signs in, so it has no ID token.' }
const NO_OPENID: Access = { by: 'none', reason: 'Without the openid scope it gets no ID token.' }
const ID_TOKEN: Access = { by: 'id-token' }
const ANY_TOKEN: Access = { by: 'any-token' }
const NO_AUTH: Access = { by: 'no-auth' }

function access(model: Model, endpoint: Endpoint, client: Client, may: ReadonlySet<string>): Access {
  switch (endpoint.auth) {
    case 'none':
      return NO_AUTH
    case 'access_token': {
      const scopes = endpoint.scopes.map(use => use.fullScope).filter(fullScope => may.has(fullScope))
      return scopes.length ? { by: 'scope', scopes } : NO_SCOPE
    }
    case 'id_token':
      if (model.api.type === 'http') return ANY_TOKEN
      if (!client.interactive) return NO_USER
      return may.has('openid') ? ID_TOKEN : NO_OPENID
  }
}

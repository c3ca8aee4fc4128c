import type { Access } from '../deployed/access'
import { grantsOf, scopesOf } from '../deployed/client'
import { whole } from '../deployed/compare'
import type { Deployed } from '../deployed/deployed'
import { listingOf } from '../deployed/questions'
import { show } from '../deployed/show'
import type { Text } from '../deployed/term'
import { authorizationOf } from './authorization'

/** The authorization graph as plain data; null for a string that is only partly known. */
export interface Graph {
  readonly endpoints: readonly {
    readonly method: string
    readonly path: string
    readonly authorization: string
    readonly scopes: readonly (string | null)[]
  }[]
  readonly clients: readonly {
    readonly id: string
    readonly grants: readonly (string | null)[]
    readonly scopes: readonly (string | null)[]
  }[]
  readonly resourceServers: readonly { readonly id: string; readonly scopes: readonly (string | null)[] }[]
}

/** Endpoints, clients and resource servers, in the order of the files. */
export function graphOf(deployed: Deployed, access: Access): Graph {
  return {
    endpoints: deployed.endpoints.map(endpoint => ({
      method: show(endpoint.method),
      path: show(endpoint.path),
      authorization: authorizationOf(endpoint),
      scopes: listingOf(endpoint.scopes).items.map(({ text }) => known(text)),
    })),
    clients: deployed.clients.map(client => ({
      id: client.id,
      grants: grantsOf(client).items.map(({ text }) => known(text)),
      scopes: scopesOf(client).items.map(({ text }) => known(text)),
    })),
    resourceServers: deployed.resourceServers.map(server => ({
      id: server.id,
      scopes: access.fullScopes(server).items.map(({ text }) => known(text)),
    })),
  }
}

const known = (text: Text): string | null => whole(text) ?? null

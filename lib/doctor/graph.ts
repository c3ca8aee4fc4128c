import { type Access, grantsOf, macroOver, scopesOf } from '../deployed/access'
import { whole } from '../deployed/compare'
import type { Deployed, Endpoint } from '../deployed/deployed'
import { listingOf } from '../deployed/questions'
import { show } from '../deployed/show'
import type { Text } from '../deployed/term'

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

const WORDS: Readonly<Record<string, string>> = {
  COGNITO_USER_POOLS: 'cognito',
  JWT: 'jwt',
  AWS_IAM: 'iam',
  CUSTOM: 'custom',
  NONE: 'none',
}

/** cognito, jwt, iam, custom, none or unknown. */
export function authorizationOf(endpoint: Endpoint): string {
  const { authorizationType: type } = endpoint
  if (macroOver(endpoint)) return 'unknown'
  if (type.kind === 'absent') return 'none'
  const word = type.kind === 'text' ? whole(type) : undefined
  return word === undefined ? 'unknown' : (WORDS[word] ?? 'unknown')
}

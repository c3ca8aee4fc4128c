import { groupBy } from './group-by'

/**
 * Who can call what: clients, the credentials that they can get, and the endpoints that require one of them. `Target`
 * names the place where a node is defined: a form field, or a line of a file.
 */
export interface AccessGraph<Target = unknown> {
  readonly clients: readonly ClientNode<Target>[]
  readonly credentials: readonly CredentialNode<Target>[]
  readonly endpoints: readonly EndpointNode<Target>[]
  /** From a client to each credential that it can get. */
  readonly grants: readonly Link[]
  /** From a credential to each endpoint that accepts it. */
  readonly requirements: readonly Link[]
}

/** A connection of two nodes by their keys. */
export interface Link {
  readonly from: string
  readonly to: string
}

interface Node<Target> {
  /** Unique in the graph. */
  readonly key: string
  /** The client's name, the full scope, or method and path. */
  readonly label: string
  readonly target: Target | undefined
  /** What stands out about the node. */
  readonly note?: Note
}

export interface ClientNode<Target = unknown> extends Node<Target> {
  readonly type: 'client'
}

/** What a caller must present: a scope of an access token, or something else. */
export interface CredentialNode<Target = unknown> extends Node<Target> {
  readonly type: 'credential'
  /** `none`: nothing at all; `unknown`: the files do not show it. */
  readonly kind: 'scope' | 'reserved-scope' | 'id-token' | 'any-token' | 'iam' | 'custom' | 'none' | 'unknown'
}

export interface EndpointNode<Target = unknown> extends Node<Target> {
  readonly type: 'endpoint'
  /** Empty for the route `$default`. */
  readonly method: string
  readonly path: string
}

export type Note =
  /** An endpoint that no client can call. */
  | 'unreachable'
  /** An endpoint that only ID tokens can call. */
  | 'id-token-only'
  /** An endpoint whose files do not show who can call it. */
  | 'undecided'
  /** A client that can call no endpoint that requires a token. */
  | 'calls-nothing'
  /** A scope that no endpoint requires. */
  | 'grants-nothing'
  /** A scope that an endpoint requires and no client can get. */
  | 'no-client'
  /** A scope that no resource server declares. */
  | 'undeclared'

/** Links by the key of the node where they start, and where they end. */
export interface LinkIndex {
  readonly from: (key: string) => readonly Link[]
  readonly to: (key: string) => readonly Link[]
}

/** Indexes links by both of their ends. */
export function indexLinks(links: readonly Link[]): LinkIndex {
  const from = groupBy(links, link => link.from)
  const to = groupBy(links, link => link.to)
  return { from: key => from.get(key) ?? [], to: key => to.get(key) ?? [] }
}

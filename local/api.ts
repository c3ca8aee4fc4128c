// The types that `cognito-scope-wizard/local` publishes. This file imports nothing: its declarations are shipped as they are.

/** A function of the API, called in the process of the test. */
export type Handler = (event: Readonly<Record<string, unknown>>) => unknown

/** Everything that can be chosen; each is a flag of `cognito-scope-wizard local` too. */
export interface LocalOptions {
  /** A spec, the path of its file or of a template, or the id of a preset. Left out: `wizard.json`. */
  readonly spec?: string | object
  /** The folder of the handler files, or the handlers by name (`bin/orders.list`). Left out: the folder of the spec. */
  readonly handlers?: string | Readonly<Record<string, Handler>>
  /** `{ users: [ … ] }`, or the path of such a file. Left out: `users.json` next to the spec if there is one, else one user, ada. */
  readonly users?: string | object
  /** Port of the API; 0 for any free one. */
  readonly port?: number
  /** Port of the issuer. Left out: the one after the API's, or any free one with port 0. */
  readonly issuerPort?: number
  /** Address to listen on. Left out: 127.0.0.1 and ::1. Any other needs `unsafeHost`. */
  readonly host?: string
  readonly unsafeHost?: boolean
  /** What `iss` says: the local URL, or the one of AWS for the same pool id. */
  readonly issuer?: 'local' | 'aws'
  /** `CERT,KEY`: paths of PEM files; both servers then use TLS. */
  readonly https?: string
  /** File of the signing keys, made when missing. Left out: new keys on every start. */
  readonly keys?: string
  /** Fixed time of the clock, in seconds since 1970. */
  readonly now?: number
  /** Makes ids, codes and secrets the same on every start. */
  readonly seed?: string
  /** Where allowed requests are forwarded, instead of calling handlers. */
  readonly upstream?: string
  /** How the claims travel to the upstream: in the header `x-amzn-request-context`, the only way there is. */
  readonly upstreamClaims?: 'header'
  /** Handlers that are missing answer with their event. */
  readonly stub?: boolean
  /** Name of the user who is signed in without a page. */
  readonly autoLogin?: string
  /** File of environment variables for the handlers. */
  readonly env?: string
  /** Seconds until the integration times out. Left out: 29 for a REST API, 30 for an HTTP API. */
  readonly timeout?: number
}

/** A token to make, possibly with a fault. */
export interface TokenRequest {
  /** Name of a client in the spec. */
  readonly client: string
  /** A user name; for a client that users sign in to, the first user when left out. */
  readonly user?: string
  /** Left out: every scope the client may request. */
  readonly scopes?: readonly string[]
  /** Left out: access. */
  readonly use?: 'access' | 'id' | 'refresh'
  /** Seconds from now until the token expires; negative for one that has expired. */
  readonly expiresIn?: number
  readonly claims?: Readonly<Record<string, unknown>>
  /** What the access token of a user is bound to, as by `resource=`: a resource server, or an additional audience. */
  readonly resource?: string
  readonly tamper?: 'signature' | 'kid' | 'issuer' | 'alg-none'
}

/** What a client gets at an endpoint. */
export interface MatrixCell {
  readonly method: string
  readonly path: string
  /** Name of the client whose token was sent. */
  readonly client: string
  readonly status: number
  readonly code: string
}

/** One line of the JSON log. Contains no token. */
export interface RequestLog {
  readonly type: 'request'
  readonly method: string
  /** Without the stage. */
  readonly path: string
  readonly status: number
  /** ALLOWED, SCOPE_MISSING …, or NO_ROUTE, PREFLIGHT, HANDLER_ERROR, TIMEOUT, TOO_LARGE, UPSTREAM_ERROR. */
  readonly code: string
  readonly message: string
  /** The steps of the authorizer, in its order. */
  readonly checks: readonly { readonly name: string; readonly outcome: string; readonly detail: string }[]
  /** Empty when nothing is to be done. */
  readonly fix: string
  /** Milliseconds. */
  readonly ms: number
}

/** A running gateway with its issuer, for tests. */
export interface LocalApi {
  /** Of the API, with its stage. */
  readonly url: string
  /** As tokens say it. */
  readonly issuer: string
  /** Where the issuer answers. */
  readonly issuerUrl: string
  readonly jwksUri: string
  readonly userPoolId: string
  /** The last 1,000 requests, the newest last. */
  readonly requests: readonly RequestLog[]
  readonly clock: {
    /** Seconds since 1970. */
    now(): number
    /** Moves issuer and authorizer by so many seconds. */
    advance(seconds: number): void
  }
  /** Id and secret of a client of the spec; throws for an unknown name. */
  client(name: string): { readonly id: string; readonly secret?: string }
  /** A token, possibly with a fault; throws for a request that Cognito would refuse. */
  token(request: TokenRequest): Promise<string>
  /** Calls every endpoint with a token of every client. */
  matrix(): Promise<readonly MatrixCell[]>
  /** Ends everything; may be called twice. */
  close(): Promise<void>
}

import type { Handler } from './invoke/functions'

/** Everything that can be chosen; each is a flag of `cognito-scope-wizard local` too. */
export interface LocalOptions {
  /** A spec, the path of its file, or the id of a preset. Left out: `wizard.json`. */
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
  /** `CERT,KEY`: paths of PEM files; both servers then speak TLS. */
  readonly https?: string
  /** File of the signing keys, made when missing. Left out: new keys on every start. */
  readonly keys?: string
  /** Seconds since 1970 at which the clock stands still. */
  readonly now?: number
  /** Makes ids, codes and secrets the same on every start. */
  readonly seed?: string
  /** Where allowed requests are forwarded, instead of calling handlers. */
  readonly upstream?: string
  /** Handlers that are missing answer with their event. */
  readonly stub?: boolean
  /** Name of the user who is signed in without a page. */
  readonly autoLogin?: string
  /** File of environment variables for the handlers. */
  readonly env?: string
  /** Seconds until the integration times out. Left out: 29 for a REST API, 30 for an HTTP API. */
  readonly timeout?: number
}

/** The ports of the API and the issuer, and whether any free ones may be taken. */
export const DEFAULT_PORT = 4000

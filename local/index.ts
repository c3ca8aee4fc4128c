import { type MatrixCell, matrix } from './matrix'
import { type Listeners, open } from './open'
import type { LocalOptions } from './options'
import { clientNamed, mintToken, type TokenRequest } from './pool/mint'
import { readyLine } from './ready'
import type { RequestLog } from './server/log'

export type { Handler } from './invoke/functions'
export type { MatrixCell } from './matrix'
export type { LocalOptions } from './options'
export type { TokenRequest } from './pool/mint'
export type { RequestLog } from './server/log'

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

const MOST_REQUESTS = 1000

/** Starts the API of a spec on this machine; any free ports unless told otherwise. Throws when it cannot start. */
export async function startLocal(options: LocalOptions = {}): Promise<LocalApi> {
  const requests: RequestLog[] = []
  const listeners: Listeners = {
    request: ({ log }) => {
      requests.push(log)
      if (requests.length > MOST_REQUESTS) requests.shift()
    },
    output: (handler, stream, text) => process[stream].write(`${handler}: ${text}`),
    notice: text => process.stderr.write(`${text}\n`),
    errors: errors =>
      process.stderr.write(`${errors.map(({ path, message }) => `${path}: ${message}`).join('\n')}\n`),
  }
  const opened = await open({ port: 0, ...options }, process.cwd(), listeners)
  if (!opened.ok)
    throw new Error(
      [opened.reason, ...opened.errors.map(({ path, message }) => `${path}: ${message}`)].join('\n'),
    )
  const { pool } = opened
  const { issuer, issuerUrl, jwksUri, userPoolId } = readyLine(opened)
  return {
    get url() {
      return opened.url()
    },
    issuer,
    issuerUrl,
    jwksUri,
    userPoolId,
    requests,
    clock: { now: pool.clock.now, advance: pool.clock.advance },
    client(name) {
      const found = clientNamed(pool, name)
      if (!found.ok) throw new Error(found.reason)
      const { id, secret } = found.value
      return { id, ...(secret !== undefined && { secret }) }
    },
    async token(request) {
      const minted = await mintToken(pool, request)
      if (!minted.ok) throw new Error(minted.reason)
      return minted.value
    },
    matrix: () => matrix(opened),
    close: opened.close,
  }
}

import type { Check, VerdictCode } from '../../lib/authorize/verdict'
import type { JsonObject } from '../../lib/token/json'
import type { RequestLog as PublishedLog } from '../api'

/** What became of a request: the authorizer's verdict, or what API Gateway did of its own. */
export type RequestCode =
  | VerdictCode
  | 'NO_ROUTE'
  | 'PREFLIGHT'
  | 'HANDLER_ERROR'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'UPSTREAM_ERROR'

/** One line of the JSON log, with its types as they are here. */
export interface RequestLog extends PublishedLog {
  readonly code: RequestCode
  readonly checks: readonly Check[]
}

/** A request with what the live page shows of it. */
export interface Exchange {
  readonly log: RequestLog
  /** As the answer's header has it. */
  readonly requestId: string
  /** Milliseconds since 1970. */
  readonly time: number
  /** Header and claims of the token, decoded. */
  readonly token?: { readonly kind: string; readonly header: JsonObject; readonly claims: JsonObject }
  /**
   * What the function received, as JSON; absent when it was not called. Text, because most are never looked at, and one
   * string costs the garbage collector less than an object of a hundred values.
   */
  readonly event?: string
  /** The request as a command, its token as `$TOKEN`. */
  readonly curl: () => string
}

/** Where the server reports to. */
export interface Reports {
  request(exchange: Exchange): void
  /** Output of a function. */
  output(handler: string, stream: 'stdout' | 'stderr', text: string): void
  /** A sentence for the developer: what was reloaded, what a function did wrong. */
  notice(text: string): void
}

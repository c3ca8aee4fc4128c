import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Answer } from '../../lib/gateway/request'
import type { Received } from './gateway'
import { isAllowedHost } from './listen'
import type { LiveLog } from './live-log'
import { livePage } from './live-page'
import type { Reports } from './log'
import { bodyOf, headOf, NOTHING, send } from './message'

export interface ServeOptions {
  readonly host: string
  readonly port: number
  readonly scheme: 'http' | 'https'
  readonly answer: (received: Received) => Promise<Answer>
  /** Takes over documents that have changed; called before every request. */
  readonly look: () => void
  /** Whether a path of the live page is free for it. */
  readonly isOwnPage: (path: string) => boolean
  readonly liveLog: LiveLog
  readonly listeners: Reports
}

const HOST_REFUSED: Answer = {
  status: 403,
  headers: [['content-type', 'application/json']],
  body: '{"message":"Host header not allowed: use localhost"}',
}

/** Turns Node's requests into ours and back, after the checks that apply to every path. */
export const serve =
  (options: ServeOptions): RequestListener =>
  (message, response) => {
    // A caller that disconnects early is not worth reporting.
    response.on('error', () => {})
    respond(options, message, response).catch(error => {
      if (message.destroyed && !message.complete) return
      options.listeners.notice(
        `Internal error of the local gateway: ${error instanceof Error ? error.stack : error}`,
      )
      send(response, { status: 500, headers: [], body: '' })
    })
  }

async function respond(
  options: ServeOptions,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host, port, scheme, liveLog } = options
  if (!isAllowedHost(message, host)) {
    message.resume()
    return send(response, HOST_REFUSED)
  }
  options.look()
  const head = headOf(message, port, scheme)
  if (
    head.method === 'GET' &&
    (head.path === '/_' || head.path === '/_/events') &&
    options.isOwnPage(head.path)
  )
    return head.path === '/_' ? send(response, livePage) : liveLog.follow(response)
  const body = await bodyOf(message)
  send(
    response,
    await options.answer({
      request: { ...head, body: body ?? NOTHING },
      tooLarge: body === undefined,
    }),
  )
}

import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Socket,
  type Server as SocketServer,
} from 'node:net'
import { type Refused, refused } from '../result'

export interface Listening {
  readonly ok: true
  readonly port: number
  /** Ends every connection, whatever is open. */
  close(): Promise<void>
}

export interface Tls {
  readonly cert: Buffer
  readonly key: Buffer
}

export interface ListenOptions {
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly tls?: Tls
  readonly onRequest: RequestListener
}

/**
 * Listens on one address; for 127.0.0.1 on ::1 too where there is one, because `localhost` may be either. A port that is
 * taken is refused with the command that shows by whom.
 */
export async function listen(options: ListenOptions): Promise<Listening | Refused> {
  const { host, port, tls, onRequest } = options
  const limits = {
    maxHeaderSize: 32_768,
    headersTimeout: 20_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
  }
  const server = tls ? createSecureServer({ ...limits, ...tls }, onRequest) : createServer(limits, onRequest)
  const sockets = new Set<Socket>()
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  server.on('connection', track)
  server.on('clientError', answerBadRequest)
  // HTTP/2 and WebSocket upgrades are offers that a server may ignore (RFC 9110 §7.8).
  const failed = await started(server, port, host)
  if (failed) return refusal(failed, port, host)
  const bound = (server.address() as AddressInfo).port
  const twin =
    host === '127.0.0.1'
      ? createSocketServer({ allowHalfOpen: true, noDelay: true }, socket =>
          server.emit('connection', socket),
        )
      : undefined
  const twinFailed = twin && (await started(twin, bound, '::1'))
  if (twinFailed && twinFailed.code === 'EADDRINUSE') {
    await closed(server)
    return port === 0 ? listen(options) : refusal(twinFailed, port, '::1')
  }
  return {
    ok: true,
    port: bound,
    async close() {
      const ended = [closed(server), ...(twin && !twinFailed ? [closed(twin)] : [])]
      for (const socket of sockets) socket.destroy()
      await Promise.all(ended)
    },
  }
}

const started = (
  server: SocketServer,
  port: number,
  host: string,
): Promise<NodeJS.ErrnoException | undefined> =>
  new Promise(resolve => {
    server.once('error', resolve)
    server.listen({ port, host, ipv6Only: true }, () => {
      server.off('error', resolve)
      resolve(undefined)
    })
  })

const closed = (server: SocketServer): Promise<void> => new Promise(resolve => server.close(() => resolve()))

function refusal({ code, message }: NodeJS.ErrnoException, port: number, host: string): Refused {
  if (code === 'EADDRINUSE')
    return refused(
      `port ${port} is in use: lsof -i :${port} shows the process; stop it or choose another port`,
    )
  if (code === 'EACCES') return refused(`port ${port} requires privileges; choose one above 1023`)
  return refused(`cannot listen on ${host}, port ${port}: ${message}`)
}

function answerBadRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request'
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/**
 * Whether the request is for this machine: any other name may be a web page's way around the same-origin policy. The
 * target counts before the `Host` header if it has a host (RFC 9112 §3.2.2); two `Host` headers name none (§3.2).
 */
export function isAllowedHost({ headers, rawHeaders, url = '' }: IncomingMessage, host: string): boolean {
  const sent = rawHeaders.filter(
    (text, i) => i % 2 === 0 && text.length === 4 && text.toLowerCase() === 'host',
  )
  if (sent.length > 1) return false
  const authority = ABSOLUTE.exec(url)?.[1] ?? headers.host ?? ''
  const name = authority.toLowerCase().replace(/:\d*$/, '')
  return ['localhost', '127.0.0.1', '[::1]', host.toLowerCase(), `[${host.toLowerCase()}]`].includes(name)
}

/** A target in absolute form, with its host and port. */
const ABSOLUTE = /^https?:\/\/([^/?#]*)/i

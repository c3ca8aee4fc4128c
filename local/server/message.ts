import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer, GatewayRequest, Header } from '../../lib/gateway/request'

/** What API Gateway accepts as a body: 10 MB (guide, "Quotas"). */
const MAX_BYTES = 10 * 1024 * 1024

/** The body of a request without one. */
export const NOTHING: Uint8Array = new Uint8Array()

/** A request without its body. */
export type Head = Omit<GatewayRequest, 'body'>

/** Reads method, path, query and headers; a target in absolute form (RFC 9112 §3.2.2) loses its origin. */
export function headOf(message: IncomingMessage, port: number, scheme: 'http' | 'https'): Head {
  const target = (message.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '')
  const question = target.indexOf('?')
  const path = question < 0 ? target : target.slice(0, question)
  return {
    method: message.method ?? 'GET',
    path: path === '' ? '/' : path,
    query: question < 0 ? '' : target.slice(question + 1),
    headers: headersOf(message.rawHeaders),
    sourceIp: (message.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
    port,
    scheme,
  }
}

function headersOf(raw: readonly string[]): readonly Header[] {
  const headers: Header[] = []
  for (let i = 0; i + 1 < raw.length; i += 2) headers.push([raw[i] ?? '', raw[i + 1] ?? ''])
  return headers
}

/**
 * Reads the body; undefined when it is too large, after the rest of it was read and dropped, so that the connection
 * stays usable. Rejects when the caller disconnects.
 */
export function bodyOf(message: IncomingMessage): Promise<Uint8Array | undefined> {
  // Without either header a request has no body (RFC 9112 §6.3).
  const { 'content-length': length, 'transfer-encoding': encoding } = message.headers
  if (length === undefined && encoding === undefined) {
    message.resume()
    return Promise.resolve(NOTHING)
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    message.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length < MAX_BYTES) chunks.push(chunk)
      else chunks.length = 0
      // Nobody sends this much by mistake; reading it to the end would only keep the machine busy.
      if (length > 20 * MAX_BYTES) message.destroy()
    })
    message.on('end', () => resolve(length < MAX_BYTES ? Buffer.concat(chunks) : undefined))
    message.on('error', reject)
    message.on('close', () => reject(new Error('the caller disconnected')))
  })
}

/** Sends an answer; nothing happens when the caller has gone. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.headersSent || response.destroyed) return
  const hasBody = status !== 204 && status !== 304
  // Names and values in one list, and a body of text: Node.js then writes all of it to the socket at once.
  const flat: string[] = []
  for (const [name, value] of headers)
    if (!hasBody || name.length !== 14 || name.toLowerCase() !== 'content-length') flat.push(name, value)
  if (hasBody) flat.push('content-length', String(Buffer.byteLength(body)))
  response.writeHead(status, flat)
  response.end(body)
}

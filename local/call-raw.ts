import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Response } from './call'

/** Milliseconds for a whole response: a request that the server waits for the rest of gets none. */
const TIMEOUT = 10_000

/** Sends `text` as is over a socket to one of our own servers, and reads the response. Rejects if there is no whole one. */
export function callRaw(url: string, text: string): Promise<Response> {
  const { protocol, hostname, port } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const socket =
    protocol === 'https:'
      ? connectTls({ host, port: Number(port), rejectUnauthorized: false })
      : connect({ host, port: Number(port) })
  let received = Buffer.alloc(0)
  return new Promise<Response>((resolve, reject) => {
    const finish = (isClosed: boolean) => {
      const response = parse(received, /^HEAD /i.test(text), isClosed)
      if (response) resolve(response)
      return response !== undefined
    }
    const fail = () => {
      if (!finish(true)) reject(new Error('raw: the server sent no response'))
    }
    socket.setTimeout(TIMEOUT, () => reject(new Error(`raw: no response within ${TIMEOUT / 1000} seconds`)))
    socket.on('data', part => {
      received = Buffer.concat([received, part])
      finish(false)
    })
    socket.on('close', fail)
    // A server that refuses a request may close the connection while it is still being sent.
    socket.on('error', fail)
    socket.write(text)
  }).finally(() => socket.destroy())
}

/** The response in what was received; undefined while it is not whole. Answers with 100 Continue are skipped. */
function parse(received: Buffer, isHead: boolean, isClosed: boolean): Response | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n')
  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(first)?.[1])
  const rest = received.subarray(end + 4)
  if (status >= 100 && status < 200) return parse(rest, isHead, isClosed)
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? []
    const key = name.toLowerCase()
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value
  }
  const body = isHead || status === 204 || status === 304 ? '' : bodyOf(rest, headers, isClosed)
  return body === undefined ? undefined : { status, headers, body }
}

function bodyOf(
  rest: Buffer,
  headers: Readonly<Record<string, string>>,
  isClosed: boolean,
): string | undefined {
  if (headers['transfer-encoding'] === 'chunked') return chunked(rest) ?? (isClosed ? '' : undefined)
  const length = headers['content-length']
  if (length === undefined) return isClosed ? rest.toString() : undefined
  return rest.length >= Number(length) || isClosed ? rest.subarray(0, Number(length)).toString() : undefined
}

/** A body in chunks (RFC 9112 §7.1); undefined while the last one is missing. */
function chunked(rest: Buffer): string | undefined {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const line = rest.indexOf('\r\n', at)
    if (line < 0) return undefined
    const size = Number.parseInt(rest.subarray(at, line).toString('latin1'), 16)
    if (size === 0) return Buffer.concat(parts).toString()
    if (Number.isNaN(size) || rest.length < line + 2 + size + 2) return undefined
    parts.push(rest.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}

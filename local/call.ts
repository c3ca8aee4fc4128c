import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'

/** A response as it came over the wire. */
export interface Response {
  readonly status: number
  /** Names in lower case; a repeated header is joined by ", ". */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface CallOptions {
  readonly method: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Calls our own servers. Their certificate is not checked: it is the developer's own, and nothing else answers there. */
export function call(url: string, { method, headers = {}, body = '' }: CallOptions): Promise<Response> {
  const { protocol, hostname, port } = new URL(url)
  const send = protocol === 'https:' ? requestHttps : requestHttp
  const target = url.slice(url.indexOf('/', protocol.length + 2))
  return new Promise((resolve, reject) => {
    const outgoing = send(
      {
        hostname: hostname.replace(/^\[|\]$/g, ''),
        port,
        method,
        // As given: a URL object would resolve dots and encode characters that the check has to send.
        path: target.startsWith('/') ? target : '/',
        headers: { ...headers, ...(body !== '' && { 'content-length': Buffer.byteLength(body) }) },
        rejectUnauthorized: false,
        agent: false,
      },
      incoming => {
        const chunks: Buffer[] = []
        incoming.on('data', chunk => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: Object.fromEntries(
              Object.entries(incoming.headers).map(([name, value = '']) => [name, [value].flat().join(', ')]),
            ),
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** The id of a request, as its response has it. */
export const requestIdOf = ({ headers }: Response): string =>
  headers['x-amzn-requestid'] ?? headers['apigw-requestid'] ?? ''

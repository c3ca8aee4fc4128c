import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { Answer, GatewayRequest, Header } from '../../lib/gateway/request'
import type { JsonObject, JsonValue } from '../../lib/token/json'
import { type Result, refused } from '../result'

/** The header that Lambda Web Adapter puts the request context in; its form is not documented by AWS. */
const CONTEXT = 'x-amzn-request-context'
const MAX_BYTES = 10 * 1024 * 1024

/** Headers between two hops (RFC 9110 §7.6.1), which the next connection sets for itself. */
const HOP = new Set([
  'connection',
  'content-length',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const passedOn = (headers: readonly Header[]): readonly Header[] =>
  headers.filter(([name]) => !HOP.has(name.toLowerCase()) && name.toLowerCase() !== CONTEXT)

/**
 * Forwards an allowed request, its path without the stage, with the caller's claims in a header that only we set, until
 * the signal ends it.
 */
export function forward(
  upstream: URL,
  request: GatewayRequest,
  event: JsonObject,
  signal: AbortSignal,
): Promise<Result<Answer>> {
  const base = upstream.pathname.replace(/\/$/, '')
  const send = upstream.protocol === 'https:' ? requestHttps : requestHttp
  const sent: readonly Header[] = [
    ...passedOn(request.headers),
    [CONTEXT, asHeader(event.requestContext ?? null)],
  ]
  return new Promise(resolve => {
    const outgoing = send(
      {
        hostname: upstream.hostname.replace(/^\[|\]$/g, ''),
        port: upstream.port,
        method: request.method,
        path: `${base}${request.path}${request.query === '' ? '' : `?${request.query}`}`,
        headers: [
          'Host',
          upstream.host,
          ...sent.flat(),
          ...(request.body.length > 0 ? ['Content-Length', String(request.body.length)] : []),
        ],
        signal,
      },
      incoming => {
        const chunks: Buffer[] = []
        let length = 0
        incoming.on('data', (chunk: Buffer) => {
          length += chunk.length
          if (length > MAX_BYTES) outgoing.destroy(new Error('the response is larger than 10 MB'))
          else chunks.push(chunk)
        })
        incoming.on('error', error => resolve(refused(`${upstream.origin}: ${error.message}`)))
        incoming.on('end', () => {
          const headers: Header[] = []
          for (let i = 0; i + 1 < incoming.rawHeaders.length; i += 2)
            headers.push([incoming.rawHeaders[i] ?? '', incoming.rawHeaders[i + 1] ?? ''])
          resolve({
            ok: true,
            value: {
              status: incoming.statusCode ?? 502,
              headers: passedOn(headers),
              body: Buffer.concat(chunks),
            },
          })
        })
      },
    )
    outgoing.on('error', error =>
      resolve(refused(`${upstream.origin}: ${error.message || 'it does not respond'}`)),
    )
    outgoing.end(request.body)
  })
}

/** JSON in ASCII, because a header carries nothing else safely. */
const asHeader = (value: JsonValue): string =>
  JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

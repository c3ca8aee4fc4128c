import { type Answer, headerValues } from '../../lib/gateway/request'
import { mintToken } from '../pool/mint'
import { type Issuer, type IssuerRequest, json } from './exchange'

/** `/_local/*`: tokens, clients and the clock for tests in any language. Web pages and other machines get 403, and no CORS header. */
export async function control({ pool }: Issuer, request: IssuerRequest): Promise<Answer> {
  if (!LOOPBACK.test(request.sourceIp))
    return json(403, { error: 'this path is not available to other machines' })
  if (fromBrowser(request)) return json(403, { error: 'this path is not available to web pages' })
  switch (`${request.method} ${request.path}`) {
    case 'GET /_local/clients':
      return json(200, {
        clients: pool.clients().map(({ client, id, secret }) => ({
          name: client.name,
          id,
          ...(secret !== undefined && { secret }),
        })),
      })
    case 'POST /_local/token': {
      const body = bodyOf(request)
      if (!body) return json(400, { error: 'the body is not a JSON object' })
      const minted = await mintToken(pool, body)
      return minted.ok ? json(200, { token: minted.value }) : json(400, { error: minted.reason })
    }
    case 'POST /_local/clock': {
      const seconds = bodyOf(request)?.advance
      if (typeof seconds !== 'number' || !Number.isFinite(seconds) || Math.abs(seconds) > 1e10)
        return json(400, { error: 'advance: expected a number of seconds, {"advance":3600}' })
      pool.clock.advance(seconds)
      return json(200, { now: pool.clock.now() })
    }
    default:
      return json(404, {
        error: 'not found; use POST /_local/token, GET /_local/clients or POST /_local/clock',
      })
  }
}

const LOOPBACK = /^(127\.|::1$)/

const fromBrowser = ({ headers }: IssuerRequest): boolean =>
  headerValues(headers, 'origin').length > 0 || headerValues(headers, 'sec-fetch-site').includes('cross-site')

// biome-ignore lint/suspicious/noExplicitAny: a document from outside, which mintToken and the clock check
function bodyOf({ body }: IssuerRequest): any {
  try {
    const value = JSON.parse(new TextDecoder().decode(body))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

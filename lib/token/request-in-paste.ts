import { isObject, type JsonObject, type JsonValue, readJson } from './json'

/** The method and path of a request, as far as a paste shows them. */
export interface PastedRequest {
  readonly method: string
  /** Without host and query; may start with the stage. */
  readonly path: string
  /** The token of its Authorization header, from a HAR file. */
  readonly token?: string
}

/** Characters in which a command or request line is looked for. */
const MAX_TEXT = 200_000
const METHODS = 'GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS'
const REQUEST_LINE = new RegExp(`(?:^|["\\n]|> )(${METHODS}) (\\/[^\\s"]*|https?:\\/\\/[^\\s"]+)`)
const URL_IN_TEXT = /https?:\/\/[^\s'"\\`<>]+/
const CURL = /(?:^|[\s$>;|&])curl(?:\.exe)?\s/
const CURL_METHOD = /\s(?:-X\s*|--request[\s=])["']?([A-Za-z]+)/
const CURL_DATA = /\s(?:-d|--data(?:-raw|-binary|-urlencode|-ascii)?|--json|-F|--form)[\s='"]/
const FETCH = /\bfetch\(\s*["'`](https?:\/\/[^\s"'`]+)/

/** Finds the request of a curl command, of its verbose output, a HAR file, a Lambda event, a fetch call or a log line. */
export function requestIn(paste: string): PastedRequest | undefined {
  const text = paste.slice(0, MAX_TEXT)
  return fromJson(paste) ?? fromCurl(text) ?? fromFetch(text) ?? fromRequestLine(text)
}

function fromCurl(text: string): PastedRequest | undefined {
  const command = CURL.exec(text)
  if (!command) return undefined
  const args = text.slice(command.index)
  // `-v` output repeats what was really sent.
  const sent = /^> /m.test(args) ? fromRequestLine(args) : undefined
  if (sent) return sent
  const url = URL_IN_TEXT.exec(args)?.[0]
  const named = CURL_METHOD.exec(args)?.[1]?.toUpperCase()
  if (/\s(?:-I|--head)\s/.test(args)) return request(named ?? 'HEAD', url)
  const hasBody = CURL_DATA.test(args) && !/\s(?:-G|--get)\s/.test(args)
  return request(named ?? (hasBody ? 'POST' : 'GET'), url)
}

function fromFetch(text: string): PastedRequest | undefined {
  const call = FETCH.exec(text)
  if (!call) return undefined
  const method = /["']?method["']?\s*:\s*["'`]([A-Za-z]+)/.exec(text.slice(call.index))?.[1]
  return request(method?.toUpperCase() ?? 'GET', call[1])
}

function fromRequestLine(text: string): PastedRequest | undefined {
  const line = REQUEST_LINE.exec(text)
  return line ? request(line[1], line[2]) : undefined
}

function request(method: string | undefined, target: string | undefined): PastedRequest | undefined {
  if (method === undefined || target === undefined) return undefined
  const path = target.replace(/^https?:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '')
  return { method, path: path || '/' }
}

function fromJson(paste: string): PastedRequest | undefined {
  const start = paste.search(/\S/)
  if (start < 0 || paste[start] !== '{') return undefined
  const { value } = readJson(paste.slice(start))
  if (!isObject(value)) return undefined
  return fromHar(value) ?? fromEvent(value)
}

/** The first request of a HAR file with an Authorization header; one that failed counts more than one that did not. */
function fromHar({ log }: JsonObject): PastedRequest | undefined {
  const entries = isObject(log) && Array.isArray(log.entries) ? log.entries.filter(isObject) : []
  const sent = entries.flatMap(entry => {
    const found = isObject(entry.request) ? fromHarRequest(entry.request) : undefined
    const status = isObject(entry.response) ? entry.response.status : undefined
    return found ? [{ found, failed: typeof status === 'number' && status >= 400 }] : []
  })
  return (sent.find(({ failed }) => failed) ?? sent[0])?.found
}

function fromHarRequest({ method, url, headers }: JsonObject): PastedRequest | undefined {
  const list: readonly JsonValue[] = Array.isArray(headers) ? headers : []
  const header = list
    .filter(isObject)
    .find(({ name }) => typeof name === 'string' && name.toLowerCase() === 'authorization')
  if (typeof method !== 'string' || typeof url !== 'string' || typeof header?.value !== 'string')
    return undefined
  const token = header.value.replace(/^(?:bearer\s+)+/i, '').replace(/^["']|["']$/g, '')
  const found = request(method, url)
  return found && { ...found, token }
}

/** The event of a REST API (`httpMethod`, `resource`) or an HTTP API (`routeKey`). */
function fromEvent({
  routeKey,
  httpMethod,
  resource,
  path,
  requestContext,
}: JsonObject): PastedRequest | undefined {
  if (typeof routeKey === 'string' && routeKey.includes(' /')) {
    const [method, route] = routeKey.split(' ')
    return request(method, route)
  }
  const target = typeof resource === 'string' ? resource : path
  if (typeof httpMethod === 'string' && typeof target === 'string') return request(httpMethod, target)
  const http = isObject(requestContext) ? requestContext.http : undefined
  if (isObject(http) && typeof http.method === 'string' && typeof http.path === 'string')
    return request(http.method, http.path)
  return undefined
}

import { isDeepStrictEqual } from 'node:util'
import type { JsonObject, JsonValue } from '../lib/token/json'
import type { TokenRequest } from './api'
import { call, type Response, requestIdOf } from './call'
import { callRaw } from './call-raw'
import type { Running } from './open'
import { clientNamed, mintToken } from './pool/mint'

/** One request and what it should come to: an entry of a checks file. */
export interface Check {
  readonly id: string
  readonly request: {
    /** Absent only with `raw`. */
    readonly method?: string
    /** Without the stage. Absent only with `raw`. */
    readonly path?: string
    /** The whole request as it is sent over a socket, with the stage in its path; the other fields are not used then. */
    readonly raw?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
    readonly token?: TokenRequest
    /** The request goes to the issuer. */
    readonly issuer?: boolean
    readonly form?: Readonly<Record<string, string>>
    /** Name of a client whose id and secret are sent by HTTP Basic. */
    readonly basic?: string
  }
  readonly expect: {
    readonly status?: number
    /** A header that must not be there is null. */
    readonly headers?: Readonly<Record<string, string | null>>
    readonly body?: string
    readonly json?: JsonValue
    /** Members of the function's event by dot path; `(absent)` for one that must not be there. */
    readonly event?: Readonly<Record<string, JsonValue>>
  }
}

/** What a check found; no faults: it passed. */
export interface Checked {
  readonly id: string
  readonly faults: readonly string[]
}

/** Sends the request of a check to the running servers. */
export async function send(running: Running, request: Check['request']): Promise<Response> {
  const { pool } = running
  const filled = (text: string) => fill(running, text)
  const base = request.issuer ? pool.origin : running.url()
  if (request.raw !== undefined) return callRaw(base, filled(request.raw))
  const { method = '', path = '' } = request
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name] = filled(value)
  if (request.token) {
    const token = await mintToken(pool, request.token)
    if (!token.ok) throw new Error(token.reason)
    headers.authorization = `Bearer ${token.value}`
  }
  if (request.basic !== undefined) {
    const client = clientNamed(pool, request.basic)
    if (!client.ok) throw new Error(client.reason)
    headers.authorization = `Basic ${Buffer.from(`${client.value.id}:${client.value.secret ?? ''}`).toString('base64')}`
  }
  if (request.form) headers['content-type'] = 'application/x-www-form-urlencoded'
  const form = Object.entries(request.form ?? {}).map(([name, value]): [string, string] => [
    name,
    filled(value),
  ])
  const body = request.form ? new URLSearchParams(form).toString() : request.body
  return call(base + filled(path), {
    method,
    headers,
    ...(body !== undefined && { body }),
  })
}

/** Puts in the ids that only this pool has: `{{id:CLIENT}}`, `{{pool}}`. */
const fill = ({ pool }: Running, text: string): string =>
  text.replaceAll('{{pool}}', pool.id).replace(/\{\{id:([^}]+)\}\}/g, (whole, name: string) => {
    const client = clientNamed(pool, name)
    return client.ok ? client.value.id : whole
  })

/** Runs one check; a request that cannot be made is a fault too. */
export async function runCheck(running: Running, { id, request, expect }: Check): Promise<Checked> {
  try {
    const response = await send(running, request)
    const { event = '{}' } = running.liveLog.find(requestIdOf(response)) ?? {}
    return { id, faults: faultsOf(expect, response, JSON.parse(event)) }
  } catch (error) {
    return { id, faults: [error instanceof Error ? error.message : String(error)] }
  }
}

function faultsOf(
  expect: Check['expect'],
  { status, headers, body }: Response,
  event: JsonObject,
): readonly string[] {
  const faults: string[] = []
  const compare = (what: string, found: unknown, expected: unknown) => {
    if (!matches(found, expected)) faults.push(`${what} is ${shown(found)}, expected ${shown(expected)}`)
  }
  if (expect.status !== undefined) compare('status', status, expect.status)
  for (const [name, value] of Object.entries(expect.headers ?? {}))
    compare(`header ${name}`, headers[name.toLowerCase()], value ?? undefined)
  if (expect.body !== undefined) compare('body', body, expect.body)
  if (expect.json !== undefined) compare('body', parsed(body), expect.json)
  for (const [path, value] of Object.entries(expect.event ?? {}))
    compare(`event ${path}`, memberAt(event, path), value === '(absent)' ? undefined : value)
  return faults
}

const shown = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value))

/** Whether the values are equal, or the pattern matches: a string `/…/` with a special character of patterns. */
function matches(found: unknown, expected: unknown): boolean {
  const pattern = typeof expected === 'string' ? /^\/(.*[\\^$|[(.*+].*)\/$/s.exec(expected)?.[1] : undefined
  if (pattern === undefined) return isDeepStrictEqual(plain(found), plain(expected))
  return typeof found === 'string' && new RegExp(pattern).test(found)
}

/** Without prototypes, which claims lack and parsed JSON has. */
const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** A member by its dot path; names may contain colons and dots (`authorizer.claims.cognito:groups`). */
function memberAt(value: unknown, path: string): unknown {
  if (path === '') return value
  if (typeof value !== 'object' || value === null) return undefined
  const name = Object.keys(value).find(key => path === key || path.startsWith(`${key}.`))
  return name === undefined ? undefined : memberAt(Reflect.get(value, name), path.slice(name.length + 1))
}

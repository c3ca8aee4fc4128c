import type { JsonObject, JsonValue } from '../token/json'
import { decodeBase64 } from './base64'
import type { Header } from './request'
import {
  hasHeader,
  headersOf,
  invalidHeader,
  isObject,
  type ReadResult,
  refused,
  statusOf,
} from './result-fields'

/**
 * Reads the result of a function called by an HTTP API, format 2.0. A result without `statusCode` is the body of a 200 with
 * type application/json (guide, "Lambda function response for format 2.0").
 */
export function httpResult(result: JsonValue): ReadResult {
  if (isObject(result) && result.statusCode !== undefined) return withStatus(result)
  return {
    ok: true,
    answer: {
      status: 200,
      headers: [['content-type', 'application/json']],
      body: typeof result === 'string' ? result : JSON.stringify(result),
    },
  }
}

function withStatus(result: JsonObject): ReadResult {
  const status = statusOf(result.statusCode)
  if (status === undefined) return refused('statusCode is not a number from 200 to 599')
  const headers = headersOf(result.headers, 'headers')
  if (typeof headers === 'string') return refused(headers)
  const cookies = cookiesOf(result.cookies)
  if (typeof cookies === 'string') return refused(cookies)
  const { body = null } = result
  if (body !== null && typeof body !== 'string') return refused('body is not a string; use JSON.stringify')
  const bytes = result.isBase64Encoded === true && body !== null ? decodeBase64(body) : (body ?? '')
  if (bytes === undefined) return refused('isBase64Encoded is true, but body is not base64')
  const all = [...headers.filter(([name]) => !FRAMING.has(name.toLowerCase())), ...cookies]
  return {
    ok: true,
    answer: {
      status,
      headers: hasHeader(all, 'content-type') ? all : [['content-type', 'text/plain;charset=UTF-8'], ...all],
      body: bytes,
    },
  }
}

/** Headers about the connection, which the gateway writes itself. */
const FRAMING = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

function cookiesOf(value: JsonValue | undefined): readonly Header[] | string {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value) || !value.every(item => typeof item === 'string'))
    return 'cookies is not an array of strings'
  const headers = value.map((cookie): Header => ['set-cookie', cookie])
  return invalidHeader(headers) ?? headers
}

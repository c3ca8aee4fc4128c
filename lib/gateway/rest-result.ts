import type { JsonValue } from '../token/json'
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

const MEMBERS = ['isBase64Encoded', 'statusCode', 'headers', 'multiValueHeaders', 'body']

/**
 * Reads the result of a function called by a REST API (guide, "Output format of a Lambda function for proxy integration"):
 * any other form is a "Malformed Lambda proxy response". The API has no binary media types, so `isBase64Encoded` changes
 * nothing: the text is sent as is.
 */
export function restResult(result: JsonValue): ReadResult {
  if (!isObject(result)) return refused('the result is not an object with statusCode, headers and body')
  const unknown = Object.keys(result).find(name => !MEMBERS.includes(name))
  if (unknown !== undefined)
    return refused(`the result has the member ${JSON.stringify(unknown)}; allowed are ${MEMBERS.join(', ')}`)
  const status = statusOf(result.statusCode)
  if (status === undefined) return refused('statusCode is not a number from 200 to 599')
  const { body } = result
  if (body !== undefined && body !== null && typeof body !== 'string')
    return refused('body is not a string; use JSON.stringify')
  const single = headersOf(result.headers, 'headers')
  if (typeof single === 'string') return refused(single)
  const multiple = multiValues(result.multiValueHeaders)
  if (typeof multiple === 'string') return refused(multiple)
  // "If you specify values for both, API Gateway merges them into a single list" (same page); multiValueHeaders win.
  const names = new Set(multiple.map(([name]) => name.toLowerCase()))
  const headers = [...single.filter(([name]) => !names.has(name.toLowerCase())), ...multiple].map(remapped)
  return {
    ok: true,
    answer: {
      status,
      headers: hasHeader(headers, 'content-type')
        ? headers
        : [['Content-Type', 'application/json'], ...headers],
      body: body ?? '',
    },
  }
}

function multiValues(value: JsonValue | undefined): readonly Header[] | string {
  if (value === undefined || value === null) return []
  if (!isObject(value)) return 'multiValueHeaders is not an object'
  const headers: Header[] = []
  for (const [name, values] of Object.entries(value)) {
    if (!Array.isArray(values)) return `multiValueHeaders.${name} is not an array`
    for (const item of values) {
      if (item === null || typeof item === 'object')
        return `multiValueHeaders.${name} has an item that is not a string`
      headers.push([name, String(item)])
    }
  }
  return invalidHeader(headers) ?? headers
}

/** Headers that a REST API keeps for itself and passes on under another name (guide, "Amazon API Gateway important notes"). */
const RESERVED = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'host',
  'server',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'www-authenticate',
])

const remapped = ([name, value]: Header): Header =>
  RESERVED.has(name.toLowerCase()) ? [`x-amzn-Remapped-${name}`, value] : [name, value]

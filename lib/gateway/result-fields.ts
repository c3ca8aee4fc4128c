import type { JsonObject, JsonValue } from '../token/json'
import type { Answer, Header } from './request'

/** A response, or why none can be created from the result. */
export type ReadResult =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly reason: string }

export const refused = (reason: string): { readonly ok: false; readonly reason: string } => ({
  ok: false,
  reason,
})

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A status code, as a number or as digits; undefined for any other value. */
export function statusOf(value: JsonValue | undefined): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599
    ? status
    : undefined
}

/** The headers of a result; text says which member is wrong. A missing or null member has none. */
export function headersOf(value: JsonValue | undefined, member: string): readonly Header[] | string {
  if (value === undefined || value === null) return []
  if (!isObject(value)) return `${member} is not an object`
  const headers: Header[] = []
  for (const [name, content] of Object.entries(value)) {
    if (content === null || typeof content === 'object') return `${member}.${name} is not a string`
    headers.push([name, String(content)])
  }
  return invalidHeader(headers) ?? headers
}

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

/** The first header that HTTP cannot carry (RFC 9110 §5), as a sentence. */
export function invalidHeader(headers: readonly Header[]): string | undefined {
  const wrong = headers.find(([name, value]) => !NAME.test(name) || !VALUE.test(value))
  return wrong && `the header ${JSON.stringify(wrong[0])} has a character that HTTP does not allow`
}

export const hasHeader = (headers: readonly Header[], name: string): boolean =>
  headers.some(([there]) => there.toLowerCase() === name)

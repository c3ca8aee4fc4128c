import type { FieldPath } from '../document/field-path'
import {
  type Intrinsic,
  isAnnotated,
  isIntrinsic,
  isMapping,
  type Mapping,
  type Value,
} from '../template/value'
import type { Line } from './line'

/** An intrinsic as JSON: objects, lists and strings. */
export type Json = string | readonly Json[] | JsonObject
interface JsonObject {
  readonly [key: string]: Json
}

/** How one format writes an intrinsic as a JSON value: `{ Ref: 'UserPool' }`. */
export type JsonSpelling = (intrinsic: Intrinsic) => Json

interface Walk {
  readonly lines: Line[]
  readonly spelling: JsonSpelling
}

/** The text around a value on its line, and the field it comes from. */
interface Around {
  readonly pad: string
  readonly head: string
  readonly tail: '' | ','
  readonly field: FieldPath | undefined
}

/**
 * Prints the entries of a mapping as JSON lines with indentation `pad`, with their fields. JSON has no comments. The
 * caller writes the braces; `last` says that no member follows.
 */
export function jsonMembers(mapping: Mapping, spelling: JsonSpelling, pad = '', last = true): Line[] {
  const walk: Walk = { lines: [], spelling }
  members(walk, mapping, pad, undefined, last)
  return walk.lines
}

function members(
  walk: Walk,
  mapping: Mapping,
  pad: string,
  field: FieldPath | undefined,
  last: boolean,
): void {
  const entries = Object.entries(mapping).flatMap(([key, value]) =>
    value === undefined ? [] : [{ head: `${quote(key)}: `, value }],
  )
  for (const [i, { head, value }] of entries.entries())
    print(walk, value, { pad, head, tail: last && i === entries.length - 1 ? '' : ',', field })
}

function print(walk: Walk, value: Value, around: Around): void {
  const { pad, head, tail, field } = around
  const put = (text: string) => walk.lines.push(field === undefined ? { text } : { text, field })
  if (isAnnotated(value)) print(walk, value.value, { ...around, field: value.note.field ?? field })
  else if (typeof value !== 'object') put(pad + head + quote(value) + tail)
  else if (isIntrinsic(value)) put(pad + head + inline(walk.spelling(value)) + tail)
  else if (isEmpty(value)) put(pad + head + (isMapping(value) ? '{}' : '[]') + tail)
  else if (isMapping(value)) {
    put(`${pad}${head}{`)
    members(walk, value, `${pad}  `, field, true)
    put(`${pad}}${tail}`)
  } else {
    put(`${pad}${head}[`)
    for (const [i, item] of value.entries())
      print(walk, item, { pad: `${pad}  `, head: '', tail: i === value.length - 1 ? '' : ',', field })
    put(`${pad}]${tail}`)
  }
}

const isEmpty = (value: readonly Value[] | Mapping): boolean =>
  Array.isArray(value) ? value.length === 0 : !Object.values(value).some(member => member !== undefined)

/** Prints an intrinsic on one line. */
function inline(value: Json): string {
  if (typeof value === 'string') return quote(value)
  if (isJsonList(value)) return `[${value.map(inline).join(', ')}]`
  const pairs = Object.entries(value).map(([key, member]) => `${quote(key)}: ${inline(member)}`)
  return `{ ${pairs.join(', ')} }`
}

const isJsonList = (value: readonly Json[] | JsonObject): value is readonly Json[] => Array.isArray(value)

/** Characters that JSON does not escape, but that JavaScript and editors treat as line breaks or YAML readers reject. */
const UNSAFE = /[\u2028\u2029\ufffe\uffff]/g

const quote = (value: string | number | boolean): string =>
  JSON.stringify(value).replace(UNSAFE, found => `\\u${found.charCodeAt(0).toString(16)}`)

import { type Intrinsic, isIntrinsic, isMapping, isNoted, type Mapping, type Value } from '../template/value'
import { indent, type Line, traced } from './line'

/** How one format writes an intrinsic as a JSON value: `{ Ref: 'UserPool' }`. */
export type JsonSpelling = (intrinsic: Intrinsic) => Mapping | string

/** A value as JSON lines with field marks, without its comments: JSON has none. */
export const json = (value: Value, spelling: JsonSpelling): Line[] => print('', value, spelling, '')

/** The members of a mapping, for a caller that writes the braces itself; `last` says whether no member follows. */
export const jsonMembers = (mapping: Mapping, spelling: JsonSpelling, last = true): Line[] => {
  const present = Object.entries(mapping).filter(
    (member): member is [string, Value] => member[1] !== undefined,
  )
  return present.flatMap(([key, value], i) =>
    print(`${quote(key)}: `, value, spelling, last && i === present.length - 1 ? '' : ','),
  )
}

function print(head: string, value: Value, spelling: JsonSpelling, tail: string): Line[] {
  if (isNoted(value)) return traced(value.note.field, print(head, value.value, spelling, tail))
  if (typeof value !== 'object') return [{ text: head + quote(value) + tail }]
  if (isIntrinsic(value)) return [{ text: head + inline(spelling(value)) + tail }]
  const inside = Array.isArray(value)
    ? value.flatMap((item, i) => print('', item, spelling, i === value.length - 1 ? '' : ','))
    : isMapping(value)
      ? jsonMembers(value, spelling)
      : []
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  if (inside.length === 0) return [{ text: head + open + close + tail }]
  return [{ text: head + open }, ...indent(inside), { text: close + tail }]
}

/** An intrinsic on one line. */
function inline(value: Value): string {
  if (isMapping(value)) {
    const members = Object.entries(value).map(([key, member]) => `${quote(key)}: ${inline(member as Value)}`)
    return `{ ${members.join(', ')} }`
  }
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  return quote(value as string)
}

/** JSON allows U+2028 and U+2029 bare, but they are line breaks to JavaScript and to editors. */
const quote = (value: string | number | boolean): string =>
  JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')

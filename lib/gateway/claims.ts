import type { JsonObject, JsonValue } from '../token/json'

/**
 * Claims as a REST API passes them on: text only, `exp` and `iat` as Java prints a date (captured events). How it writes
 * the items of an array is not verified: sources disagree.
 */
export const restClaims = oncePerToken((name, value) => {
  if ((name === 'exp' || name === 'iat') && typeof value === 'number') return javaDate(value)
  return Array.isArray(value) ? value.map(asText).join(',') : asText(value)
})

/** Claims as an HTTP API passes them on: text only, numbers as sent, an array as `[a b]` (measured: floci #2011). */
export const httpClaims = oncePerToken((_, value) =>
  Array.isArray(value) ? `[${value.map(asText).join(' ')}]` : asText(value),
)

type TextClaims = Readonly<Record<string, string>>

/** Writes each claim that is not null as text; the claims of a token that comes again are not written again. */
function oncePerToken(text: (name: string, value: JsonValue) => string): (claims: JsonObject) => TextClaims {
  const known = new WeakMap<JsonObject, TextClaims>()
  return claims => {
    const there = known.get(claims)
    if (there) return there
    const entries = Object.entries(claims).flatMap(([name, value]) =>
      value === null ? [] : [[name, text(name, value)] as const],
    )
    const texts = Object.fromEntries(entries)
    known.set(claims, texts)
    return texts
  }
}

const asText = (value: JsonValue): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value)

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const twoDigits = (number: number): string => String(number).padStart(2, '0')

const timeOf = (date: Date): string =>
  [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits).join(':')

/** `Sun Dec 17 07:28:12 UTC 2017`; a number that is not a time stays a number. */
function javaDate(seconds: number): string {
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return String(seconds)
  return `${DAYS[date.getUTCDay()]} ${MONTHS[date.getUTCMonth()]} ${twoDigits(date.getUTCDate())} ${timeOf(date)} UTC ${date.getUTCFullYear()}`
}

/** The last time that was written: many requests come in one second. */
let written = { seconds: Number.NaN, text: '' }

/** `12/Mar/2020:19:03:58 +0000`, as API Gateway writes the time of a request given in milliseconds since 1970. */
export function requestTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  if (seconds !== written.seconds) written = { seconds, text: timeText(new Date(milliseconds)) }
  return written.text
}

const timeText = (date: Date): string =>
  `${twoDigits(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}:${timeOf(date)} +0000`

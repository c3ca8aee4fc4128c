import type { DecodedToken, TokenKind } from './decode'
import { isObject, type JsonObject, type JsonValue, readJson } from './json'
import { wrongTypes } from './registered-claims'

/** Claims whose values events of API Gateway write as text. */
const NUMBERS = ['exp', 'iat', 'nbf', 'auth_time', 'version']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** `Wed Nov 18 02:15:20 UTC 2020`: times in the events of REST APIs. */
const DATE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (?:UTC|GMT) (\d{4})$/

/**
 * Reads decoded claims: a JSON object with `iss` or `token_use`, or a Lambda event with claims in its authorizer. The
 * result has no header and no signature. Returns undefined if the paste is anything else.
 */
export function readClaims(paste: string): DecodedToken | undefined {
  const start = paste.indexOf('{')
  if (start < 0) return undefined
  const { value, error } = readJson(paste.slice(start))
  // A log line may continue after the object; an object that is broken inside is not guessed at.
  if (!isObject(value) || (error && !error.afterValue)) return undefined
  const claims = claimsOf(value)
  if (!claims) return undefined
  const read = Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, asNumber(name, value)]),
  )
  const problems = wrongTypes(undefined, read).map(({ message, segment }) => ({
    segment,
    message: `Claims: ${message}.`,
    fatal: true,
  }))
  return {
    kind: problems.length ? 'malformed' : kindOf(read.token_use),
    text: JSON.stringify(read),
    claims: read,
    headerMembers: [],
    claimMembers: Object.entries(read).map(([name, value]) => ({
      name,
      text: JSON.stringify(value),
      start: 0,
    })),
    segments: [],
    problems,
    claimsOnly: true,
  }
}

/** The object itself, or the claims at `requestContext.authorizer.claims` (REST) or `.jwt.claims` (HTTP) of an event. */
function claimsOf(value: JsonObject): JsonObject | undefined {
  if (value.iss !== undefined || value.token_use !== undefined) return value
  const authorizer = objectAt(objectAt(value, 'requestContext') ?? value, 'authorizer')
  if (!authorizer) return undefined
  return objectAt(authorizer, 'claims') ?? objectAt(objectAt(authorizer, 'jwt') ?? {}, 'claims')
}

function objectAt(value: JsonObject, name: string): JsonObject | undefined {
  const found = value[name]
  return isObject(found) ? found : undefined
}

function asNumber(name: string, value: JsonValue): JsonValue {
  if (typeof value !== 'string' || !NUMBERS.includes(name)) return value
  if (/^\d{1,15}(?:\.\d+)?$/.test(value)) return Number(value)
  const date = DATE.exec(value)
  if (!date) return value
  const [, month = '', day, hours, minutes, seconds, year] = date
  const at = Date.UTC(
    Number(year),
    MONTHS.indexOf(month),
    Number(day),
    Number(hours),
    Number(minutes),
    Number(seconds),
  )
  return MONTHS.includes(month) ? at / 1000 : value
}

const kindOf = (use: JsonValue | undefined): TokenKind => (use === 'access' || use === 'id' ? use : 'unknown')

import { advise } from '../../lib/document/nearest'
import { quote } from '../../lib/document/quote'
import type { JsonObject } from '../../lib/token/json'
import { type Result, refused } from '../result'

/** A test user. `claims` and `scopes` simulate what a pre token generation trigger of version V2_0 would change. */
export interface User {
  readonly username: string
  /** Without one, a click signs in. */
  readonly password?: string
  readonly sub?: string
  readonly groups?: readonly string[]
  readonly attributes?: JsonObject
  readonly claims?: { readonly access?: JsonObject; readonly id?: JsonObject }
  readonly scopes?: { readonly add?: readonly string[]; readonly suppress?: readonly string[] }
}

/** The one user when there is no users file. */
export const ADA: User = {
  username: 'ada',
  attributes: { email: 'ada@example.com', email_verified: true },
}

/** The user of that name; refused with the nearest name there is. */
export function userNamed(users: readonly User[], name: string): Result<User> {
  const found = users.find(({ username }) => username === name)
  if (found) return { ok: true, value: found }
  const names = users.map(({ username }) => username)
  return refused(`there is no user ${quote(name)}. ${advise(name, names)}`)
}

/** Reads `{ "users": [ … ] }`; every error names its place. `tier`: the pool's, as LITE has no such triggers. */
export function readUsers(document: unknown, tier: string | undefined): Result<readonly User[]> {
  if (!isObject(document) || !Array.isArray(document.users))
    return refused('expected an object with an array "users", such as { "users": [ { "username": "ada" } ] }')
  const unknown = unknownKey(document, ['users'], '')
  if (unknown) return refused(unknown)
  if (document.users.length === 0) return refused('users: add at least one user')
  const names = new Set<string>()
  for (const [i, user] of document.users.entries()) {
    const fault = userFault(user, `users.${i}`, tier)
    if (fault) return refused(fault)
    if (names.has(user.username)) return refused(`users.${i}.username: ${quote(user.username)} is used twice`)
    names.add(user.username)
  }
  return { ok: true, value: document.users }
}

type Check = (value: unknown, at: string) => string | undefined

const text: Check = (value, at) =>
  typeof value === 'string' && value !== '' ? undefined : `${at}: expected a string`

const texts: Check = (value, at) =>
  Array.isArray(value) && value.every(item => typeof item === 'string')
    ? undefined
    : `${at}: expected an array of strings`

const object: Check = (value, at) => (isObject(value) ? undefined : `${at}: expected an object`)

const uuid: Check = (value, at) =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? undefined
    : `${at}: expected a UUID`

/** Claims that Cognito lets no trigger change (guide, "Pre token generation Lambda trigger"). */
export const RESERVED_CLAIMS: readonly string[] = ['iss', 'client_id', 'aud', 'token_use', 'exp', 'iat']

const claims: Check = (value, at) => {
  const fault = object(value, at)
  if (fault || !isObject(value)) return fault
  const reserved = RESERVED_CLAIMS.find(name => Object.hasOwn(value, name))
  return reserved && `${at}.${reserved}: this claim cannot be changed; remove it`
}

const parts =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (!isObject(value)) return `${at}: expected an object`
    const unknown = unknownKey(value, Object.keys(checks), `${at}.`)
    if (unknown) return unknown
    for (const [name, check] of Object.entries(checks)) {
      const fault = value[name] === undefined ? undefined : check(value[name], `${at}.${name}`)
      if (fault) return fault
    }
    return undefined
  }

const user = parts({
  username: text,
  password: text,
  sub: uuid,
  groups: texts,
  attributes: object,
  claims: parts({ access: claims, id: claims }),
  scopes: parts({ add: texts, suppress: texts }),
})

function userFault(value: unknown, at: string, tier: string | undefined): string | undefined {
  const fault = user(value, at)
  if (fault || !isObject(value)) return fault
  if (value.username === undefined) return `${at}.username: every user requires one`
  const changed = value.claims === undefined ? (value.scopes === undefined ? undefined : 'scopes') : 'claims'
  return tier === 'LITE' && changed !== undefined
    ? `${at}.${changed}: a user pool of tier LITE cannot have a trigger that changes access tokens; use ESSENTIALS or PLUS`
    : undefined
}

function unknownKey(value: object, known: readonly string[], before: string): string | undefined {
  const unknown = Object.keys(value).find(name => !known.includes(name))
  if (unknown === undefined) return undefined
  return `${before}${unknown}: unknown field. ${advise(unknown, known)}`
}

// biome-ignore lint/suspicious/noExplicitAny: the fields of a document that is being checked
const isObject = (value: unknown): value is Record<string, any> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

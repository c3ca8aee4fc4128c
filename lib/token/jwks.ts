import type { JsonObject, JsonValue } from './json'
import { readJson } from './json'

/** An RSA public key that can check RS256 (RFC 7517, RFC 7518 §6.3). */
export interface RsaPublicKey {
  readonly kid: string
  readonly n: string
  readonly e: string
}

export type Jwks =
  | {
      readonly ok: true
      readonly keys: readonly RsaPublicKey[]
      /** Keys that were left aside, and why. */
      readonly ignored: readonly string[]
    }
  | { readonly ok: false; readonly error: string }

/**
 * Reads a JWK set, or a single JWK, as pasted. The error says what is wrong with it and what was expected; a set without
 * a usable key is still a set, and holds no key for any token.
 */
export function parseJwks(text: string): Jwks {
  if (!text.trim()) return { ok: false, error: 'Empty: paste what the JWKS URL answers, { "keys": [ … ] }.' }
  const { value, error } = readJson(text.replace(/^\uFEFF/, ''))
  if (error) return { ok: false, error: `Not JSON: the text ${error.message}.` }
  const listed = listOf(value)
  if (!listed)
    return { ok: false, error: 'No key set: expected an object with a list "keys", { "keys": [ … ] }.' }
  const keys: RsaPublicKey[] = []
  const ignored: string[] = []
  for (const [i, candidate] of listed.entries()) {
    const read = readKey(candidate)
    if (typeof read === 'string') ignored.push(`Key ${i + 1} ${read}.`)
    else keys.push(read)
  }
  return { ok: true, keys, ignored }
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (!isObject(value)) return undefined
  if (Array.isArray(value.keys)) return value.keys
  return value.keys === undefined && value.kty !== undefined ? [value] : undefined
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The key, or why it is none for RS256: what follows "Key 1". */
function readKey(key: JsonValue): RsaPublicKey | string {
  if (!isObject(key)) return 'is not an object'
  const { kty, kid, n, e, use, alg } = key
  if (key.d !== undefined) return 'is a private key: remove it from here and treat it as leaked'
  if (kty !== 'RSA') return `has kty ${JSON.stringify(kty) ?? 'missing'} where "RSA" was expected`
  if (typeof kid !== 'string') return 'has no kid'
  if (use !== undefined && use !== 'sig')
    return `(${kid}) has use ${JSON.stringify(use)} where "sig" was expected`
  if (alg !== undefined && alg !== 'RS256')
    return `(${kid}) has alg ${JSON.stringify(alg)} where "RS256" was expected`
  for (const [name, part] of [
    ['n', n],
    ['e', e],
  ] as const)
    if (typeof part !== 'string' || !/^[A-Za-z0-9_-]+$/.test(part))
      return `(${kid}) has no ${name} in base64url`
  return { kid, n: n as string, e: e as string }
}

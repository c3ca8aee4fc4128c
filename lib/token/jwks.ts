import { isObject, type JsonValue, readJson } from './json'

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
      /** Why other keys of the set were ignored, a sentence each. */
      readonly ignored: readonly string[]
    }
  | { readonly ok: false; readonly error: string }

/**
 * Reads a JWK set or a single JWK. The error says what is wrong and what was expected. A set without a usable key is
 * valid and has no key for any token.
 */
export function parseJwks(text: string): Jwks {
  if (!text.trim())
    return {
      ok: false,
      error: 'The key set is empty. Paste the response of the JWKS URL: { "keys": [ … ] }.',
    }
  const { value, error } = readJson(text.replace(/^\uFEFF/, ''))
  if (error) return { ok: false, error: `The key set is not valid JSON: the text ${error.message}.` }
  const listed = listOf(value)
  if (!listed)
    return {
      ok: false,
      error: 'This is not a key set. Expected an object with an array "keys": { "keys": [ … ] }.',
    }
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

/** Returns the key, or why it cannot verify RS256, to follow "Key 1". */
function readKey(key: JsonValue): RsaPublicKey | string {
  if (!isObject(key)) return 'is not an object'
  const { kty, kid, n, e, use, alg } = key
  if (key.d !== undefined) return 'is a private key: remove it and treat it as leaked'
  if (kty !== 'RSA') return `has kty ${JSON.stringify(kty) ?? 'missing'}; expected "RSA"`
  if (typeof kid !== 'string') return 'has no kid'
  if (use !== undefined && use !== 'sig') return `(${kid}) has use ${JSON.stringify(use)}; expected "sig"`
  if (alg !== undefined && alg !== 'RS256') return `(${kid}) has alg ${JSON.stringify(alg)}; expected "RS256"`
  for (const [name, part] of [
    ['n', n],
    ['e', e],
  ] as const)
    if (typeof part !== 'string' || !/^[A-Za-z0-9_-]+$/.test(part))
      return `(${kid}) has no ${name} in base64url`
  return { kid, n: n as string, e: e as string }
}

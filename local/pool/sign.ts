import { sign as signBytes } from 'node:crypto'
import type { JsonObject } from '../../lib/token/json'
import type { PoolKey } from './keys'

const encode = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signs claims: a compact token with the header that Cognito writes, `kid` and `alg`. */
export const signToken = (
  claims: JsonObject,
  key: PoolKey,
  kid: string = key.publicJwk.kid,
): Promise<string> => {
  const input = `${encode({ kid, alg: 'RS256' })}.${encode(claims)}`
  return new Promise((resolve, reject) =>
    signBytes('RSA-SHA256', Buffer.from(input), key.privateKey, (error, signature) =>
      error ? reject(error) : resolve(`${input}.${signature.toString('base64url')}`),
    ),
  )
}

/** A token that nobody signed (RFC 7519 §6). */
export const unsignedToken = (claims: JsonObject): string => `${encode({ alg: 'none' })}.${encode(claims)}.`

/** Changes one character in the middle of the signature, where every bit counts. */
export function withChangedSignature(token: string): string {
  const at = token.lastIndexOf('.') + 20
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
}

import { compactVerify, errors, importJWK } from 'jose'
import { decodeBase64url } from './base64url'
import type { DecodedToken } from './decode'
import type { RsaPublicKey } from './jwks'
import { type Verified, withoutKeys } from './signature-state'

/**
 * Verifies a token's signature with the key that its `kid` names. Only RS256 counts, whatever the header says (RFC 8725
 * §3.1). Nothing else about the token is checked. What cannot be checked is `not-checked`.
 */
export async function verify(token: DecodedToken, keys: readonly RsaPublicKey[]): Promise<Verified> {
  const known = withoutKeys(token)
  if (known.state !== 'not-checked' || token.kind === 'refresh' || token.kind === 'malformed') return known
  const { kid, crit } = token.header ?? {}
  // RFC 7515 §4.1.11: extensions that must be understood; `b64` (RFC 7797) would even change what was signed.
  if (crit !== undefined)
    return { state: 'invalid', reason: 'The header has crit, which no user pool writes.' }
  if (typeof kid !== 'string')
    return { state: 'no-key', reason: 'The header has no kid, so it names no key.' }
  const key = keys.find(candidate => candidate.kid === kid)
  if (!key) return { state: 'no-key', reason: `The key set has no key with the kid ${kid}.` }
  // Lenient base64url decoders ignore trailing bits, so reject signatures that have any set.
  const signature = token.segments.find(({ name }) => name === 'signature')
  if (signature && decodeBase64url(token.text.slice(signature.start, signature.end)).looseBits)
    return {
      state: 'invalid',
      reason: 'The last character has bits set that encode nothing: the token was changed or cut off.',
    }
  return verifyWith(token.text, key)
}

async function verifyWith(text: string, { kid, n, e }: RsaPublicKey): Promise<Verified> {
  if (!globalThis.crypto?.subtle)
    return {
      state: 'not-checked',
      reason: 'This page is not in a secure context, so the browser offers no cryptography.',
    }
  const key = await importJWK({ kty: 'RSA', n, e }, 'RS256').catch(() => undefined)
  if (!key) return { state: 'not-checked', reason: `The key ${kid} of the set is damaged.` }
  try {
    await compactVerify(text, key, { algorithms: ['RS256'] })
    return { state: 'valid', reason: `Signed with the key ${kid}, RS256.` }
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed)
      return {
        state: 'invalid',
        reason: `It does not match the key ${kid}: the header, the claims or the signature were changed.`,
      }
    if (error instanceof errors.JOSENotSupported || error instanceof errors.JWSInvalid)
      return { state: 'invalid', reason: `It uses something that no user pool uses: ${error.message}.` }
    return { state: 'not-checked', reason: `The key ${kid} cannot be used: ${messageOf(error)}.` }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

import { compactVerify, errors, importJWK } from 'jose'
import { decodeBase64url } from './base64url'
import type { DecodedToken } from './decode'
import type { RsaPublicKey } from './jwks'
import type { SignatureState } from './signature-state'

/** What is known of a signature, and the sentence that says why. */
export interface Verified {
  readonly state: SignatureState
  readonly reason: string
}

/**
 * Checks a token's signature with the key that its `kid` names; RS256 is the only algorithm that counts, whatever the
 * header claims (RFC 8725 §3.1). Nothing else of the token is judged. What cannot be checked is `not-checked`.
 */
export async function verify(token: DecodedToken, keys: readonly RsaPublicKey[]): Promise<Verified> {
  if (token.kind === 'refresh')
    return { state: 'not-checked', reason: 'A refresh token is encrypted, not signed.' }
  if (token.kind === 'malformed')
    return { state: 'not-checked', reason: 'The token does not decode as it is.' }
  const { alg, kid, crit } = token.header ?? {}
  if (alg !== 'RS256')
    return { state: 'invalid', reason: `Its alg is ${JSON.stringify(alg) ?? 'missing'}; only RS256 counts.` }
  // RFC 7515 §4.1.11: extensions that must be understood; `b64` (RFC 7797) would even change what was signed.
  if (crit !== undefined)
    return { state: 'invalid', reason: 'Its header has crit, which no user pool writes.' }
  if (typeof kid !== 'string') return { state: 'no-key', reason: 'Its header names no key: kid is missing.' }
  const key = keys.find(candidate => candidate.kid === kid)
  if (!key) return { state: 'no-key', reason: `No key of the set has the kid ${kid}.` }
  // Bits behind the last byte change nothing for a lenient decoder, so a changed last character would pass.
  const signature = token.segments.find(({ name }) => name === 'signature')
  if (signature && decodeBase64url(token.text.slice(signature.start, signature.end)).looseBits)
    return {
      state: 'invalid',
      reason: 'Its last character has bits set that no signature has: it was changed.',
    }
  return check(token.text, key)
}

async function check(text: string, { kid, n, e }: RsaPublicKey): Promise<Verified> {
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
        reason: `It does not match the key ${kid}: header, claims or signature were changed.`,
      }
    if (error instanceof errors.JOSENotSupported || error instanceof errors.JWSInvalid)
      return { state: 'invalid', reason: `It asks for what no user pool signs: ${error.message}.` }
    return { state: 'not-checked', reason: `The key ${kid} cannot be used: ${message(error)}.` }
  }
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error))

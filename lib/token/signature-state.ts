import { RS256_SIGNATURE_BYTES } from '../aws/token-limits'
import { type DecodedToken, signatureBytes } from './decode'

/**
 * What is known about a signature. `no-key`: the given key set does not contain the token's `kid`. `absent`: the paste
 * has decoded claims instead of a token.
 */
export type SignatureState = 'valid' | 'invalid' | 'not-checked' | 'no-key' | 'absent'

/** The state of a signature, and the reason in one sentence. */
export interface Verified {
  readonly state: SignatureState
  readonly reason: string
}

/** Returns what is certain about a signature without any key. */
export function withoutKeys(token: DecodedToken): Verified {
  if (token.claimsOnly)
    return { state: 'absent', reason: 'These are decoded claims; their signature is not part of the paste.' }
  if (token.kind === 'refresh')
    return { state: 'not-checked', reason: 'A refresh token is encrypted, not signed.' }
  if (token.kind === 'malformed') return { state: 'not-checked', reason: 'The token does not decode.' }
  const alg = token.header?.alg
  if (alg !== 'RS256')
    return {
      state: 'invalid',
      reason: `Its alg is ${JSON.stringify(alg) ?? 'missing'}; a user pool uses RS256.`,
    }
  const bytes = signatureBytes(token)
  if (bytes < RS256_SIGNATURE_BYTES)
    return {
      state: 'invalid',
      reason: `The signature is incomplete: it has ${bytes} of ${RS256_SIGNATURE_BYTES} bytes, so the token was cut off when it was copied.`,
    }
  if (bytes > RS256_SIGNATURE_BYTES)
    return {
      state: 'invalid',
      reason: `The signature has ${bytes} bytes; a user pool's signatures have ${RS256_SIGNATURE_BYTES}.`,
    }
  return { state: 'not-checked', reason: 'No key set was given.' }
}

import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import type { JsonObject } from './json'
import { newKid, newPoolKids, type PoolKids } from './kid'

/** The public key in the form that Cognito publishes. */
export interface PublicJwk {
  readonly alg: 'RS256'
  readonly e: string
  readonly kid: string
  readonly kty: 'RSA'
  readonly n: string
  readonly use: 'sig'
}

export interface SigningKey {
  readonly privateKey: CryptoKey
  readonly publicJwk: PublicJwk
}

/** Generates an RSA key pair of that name. The private key cannot be exported. */
export async function makeKey(kid: string = newKid()): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 })
  const { e, n } = await exportJWK(publicKey)
  return { privateKey, publicJwk: { alg: 'RS256', e: e!, kid, kty: 'RSA', n: n!, use: 'sig' } }
}

/** A user pool signs access and ID tokens with different keys, so its key set has two. */
export interface PoolKeys {
  readonly access: SigningKey
  readonly id: SigningKey
}

/** Generates the two keys of a user pool. */
export async function makePoolKeys(kids: PoolKids = newPoolKids()): Promise<PoolKeys> {
  const [access, id] = await Promise.all([makeKey(kids.access), makeKey(kids.id)])
  return { access, id }
}

/** Returns the key set that a user pool with these keys publishes, as JSON text. */
export const jwksOf = (keys: readonly SigningKey[]): string =>
  `${JSON.stringify({ keys: keys.map(key => key.publicJwk) }, null, 2)}\n`

/** Returns the header of a token signed with that key: `kid` and `alg`, as in Cognito's tokens. */
export const headerOf = ({ publicJwk }: SigningKey): { readonly kid: string; readonly alg: 'RS256' } => ({
  kid: publicJwk.kid,
  alg: 'RS256',
})

/** Signs claims and returns the compact token. */
export const sign = (claims: JsonObject, key: SigningKey): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader(headerOf(key))
    .sign(key.privateKey)

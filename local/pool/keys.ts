import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { promisify } from 'node:util'
import type { PublicJwk } from '../../lib/token/mint'
import { readTextFile } from '../read-at-most'
import { type Result, refused } from '../result'

/** An RSA key and the public half that the key set lists. */
export interface PoolKey {
  readonly privateKey: KeyObject
  readonly publicJwk: PublicJwk
}

/** A user pool signs access and ID tokens with different keys; the secret protects sessions and refresh tokens. */
export interface PoolKeys {
  readonly access: PoolKey
  readonly id: PoolKey
  readonly secret: Buffer
}

/** New keys, or those of the file, which is made when it is missing (readable by its owner alone). */
export async function loadKeys(file: string | undefined): Promise<Result<PoolKeys>> {
  if (file === undefined) return { ok: true, value: await newKeys() }
  if (existsSync(file)) return readKeys(file)
  const keys = await newKeys()
  const stored = {
    about: 'Test keys of the local gateway. Keep this file out of version control.',
    access: keys.access.privateKey.export({ format: 'jwk' }),
    id: keys.id.privateKey.export({ format: 'jwk' }),
    secret: keys.secret.toString('base64'),
  }
  try {
    writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 })
    chmodSync(file, 0o600)
  } catch (error) {
    return refused(`cannot write the keys to ${file}: ${messageOf(error)}`)
  }
  return { ok: true, value: keys }
}

async function newKeys(): Promise<PoolKeys> {
  const [access, id] = await Promise.all([newKey(), newKey()])
  return { access: poolKey(access), id: poolKey(id), secret: randomBytes(32) }
}

const newKey = async (): Promise<KeyObject> =>
  (await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })).privateKey

function readKeys(file: string): Result<PoolKeys> {
  try {
    const { access, id, secret } = JSON.parse(readTextFile(file))
    const bytes = Buffer.from(String(secret), 'base64')
    if (bytes.length !== 32)
      return refused(`${file} has no secret of 32 bytes; delete the file to create new keys`)
    return { ok: true, value: { access: importKey(access), id: importKey(id), secret: bytes } }
  } catch (error) {
    return refused(
      `${file} does not contain the keys of a local gateway (${messageOf(error)}): delete it to create new ones`,
    )
  }
}

const importKey = (key: JsonWebKey): PoolKey => poolKey(createPrivateKey({ key, format: 'jwk' }))

function poolKey(privateKey: KeyObject): PoolKey {
  const { e = '', n = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  // RFC 7638; Cognito's kids are plain base64 of 32 bytes too.
  const kid = createHash('sha256')
    .update(JSON.stringify({ e, kty: 'RSA', n }))
    .digest('base64')
  return { privateKey, publicJwk: { alg: 'RS256', e, kid, kty: 'RSA', n, use: 'sig' } }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

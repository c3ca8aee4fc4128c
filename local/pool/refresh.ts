import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import type { Grant } from './claims'
import type { LocalClient, Pool } from './pool'

/** The sign-in that a refresh token represents. */
export interface RefreshGrant {
  readonly clientId: string
  readonly username: string
  readonly scopes: readonly string[]
  readonly authTime: number
  readonly originJti: string
  /**
   * What the access tokens are bound to. That those of a refresh keep it follows RFC 8707 §2.2; what Cognito does is not
   * documented.
   */
  readonly resource?: string
  /** Seconds since 1970. */
  readonly exp: number
}

const HEADER = Buffer.from('{"cty":"JWT","enc":"A256GCM","alg":"RSA-OAEP"}').toString('base64url')

/**
 * Makes a refresh token: five encrypted parts, as Cognito's have, that only this pool can read. Its second part is the
 * salt of the key rather than an encrypted key.
 */
export function sealRefresh(pool: Pool, grant: RefreshGrant): string {
  const salt = pool.ids.bytes(256)
  const iv = pool.ids.bytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(pool, salt), iv)
  cipher.setAAD(Buffer.from(HEADER))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(grant)), cipher.final()])
  return [HEADER, ...[salt, iv, sealed, cipher.getAuthTag()].map(part => part.toString('base64url'))].join(
    '.',
  )
}

/** Reads a refresh token of this pool; undefined for any other text. */
export function openRefresh(pool: Pool, token: string): RefreshGrant | undefined {
  const [header, ...parts] = token.split('.')
  if (header !== HEADER || parts.length !== 4 || token.length > 8192) return undefined
  const [salt, iv, sealed, tag] = parts.map(part => Buffer.from(part, 'base64url'))
  if (!salt || !iv || !sealed || tag?.length !== 16 || iv.length !== 12) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(pool, salt), iv)
    decipher.setAAD(Buffer.from(HEADER))
    decipher.setAuthTag(tag)
    return JSON.parse(Buffer.concat([decipher.update(sealed), decipher.final()]).toString())
  } catch {
    return undefined
  }
}

const keyOf = ({ keys }: Pool, salt: Buffer): Buffer =>
  createHash('sha256').update(keys.secret).update(salt).digest()

/** The refresh token of a sign-in, valid as long as the client says. */
export const refreshOf = (
  pool: Pool,
  { client, scopes, authTime, originJti, resource }: Grant,
  username: string,
): string =>
  sealRefresh(pool, {
    clientId: client.id,
    username,
    scopes,
    authTime,
    originJti,
    exp: pool.clock.now() + refreshSeconds(client),
    ...(resource !== undefined && { resource }),
  })

export const refreshSeconds = ({ client }: LocalClient): number =>
  (client.tokenValidity?.refreshTokenDays ?? 30) * 86_400

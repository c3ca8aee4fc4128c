import { timingSafeEqual } from 'node:crypto'
import { headerValues } from '../../lib/gateway/request'
import type { LocalClient, Pool } from '../pool/pool'
import type { IssuerRequest } from './exchange'

/**
 * The client that makes this request, by HTTP Basic or by the form (client_secret_basic, client_secret_post; a client
 * without a secret sends its id alone). Undefined: unknown, or the secret is wrong or missing.
 */
export function authenticate(pool: Pool, { headers, form }: IssuerRequest): LocalClient | undefined {
  const basic = basicCredentials(headerValues(headers, 'authorization')[0])
  const id = basic?.id ?? form.get('client_id')
  const secret = basic?.secret ?? form.get('client_secret') ?? ''
  const found = pool.clients().find(client => client.id === id)
  return found && equal(secret, found.secret ?? '') ? found : undefined
}

function basicCredentials(header: string | undefined) {
  const [, encoded] = /^Basic +(\S+)$/i.exec(header ?? '') ?? []
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  return colon < 0 ? undefined : { id: text.slice(0, colon), secret: text.slice(colon + 1) }
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

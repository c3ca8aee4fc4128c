import { createHmac, timingSafeEqual } from 'node:crypto'
import { headerValues } from '../../lib/gateway/request'
import type { Pool } from '../pool/pool'
import type { User } from '../pool/users'
import type { IssuerRequest } from './exchange'

/** The login pages remember a sign-in for an hour (guide, "Quotas"). */
const SECONDS = 3600
const NAME = 'cognito-local'

/** The cookie that keeps a user signed in; signed, so that it outlives a restart only with the same keys. */
export function sessionCookie(pool: Pool, { username }: User): string {
  const value = Buffer.from(JSON.stringify([username, pool.clock.now() + SECONDS])).toString('base64url')
  return `${NAME}=${value}.${signature(pool, value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SECONDS}`
}

export const NO_SESSION = `${NAME}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`

/** The user of the session cookie, if it is valid and the user still exists. */
export function signedInUser(pool: Pool, { headers }: IssuerRequest): User | undefined {
  const cookies = headerValues(headers, 'cookie').flatMap(value => value.split(/; */))
  const cookie = cookies.find(text => text.startsWith(`${NAME}=`))?.slice(NAME.length + 1)
  const [value = '', given = ''] = cookie?.split('.') ?? []
  const expected = signature(pool, value)
  if (given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected)))
    return undefined
  const [username, until] = JSON.parse(Buffer.from(value, 'base64url').toString())
  if (until <= pool.clock.now()) return undefined
  return pool.users().find(user => user.username === username)
}

const signature = ({ keys, id }: Pool, value: string): string =>
  createHmac('sha256', keys.secret).update(`${id} session ${value}`).digest('base64url')

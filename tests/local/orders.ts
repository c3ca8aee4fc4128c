import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type LocalApi, type LocalOptions, startLocal } from '@/local'

/** The specs and users of the black-box checks. */
export const { specs, users }: { readonly specs: Record<'rest' | 'http', object>; readonly users: object[] } =
  JSON.parse(readFileSync(path.join(import.meta.dirname, 'checks.json'), 'utf8'))

export const HANDLERS = path.join(import.meta.dirname, 'handlers')

/** Keys that the tests of one process share: making them takes longer than anything else at a start. */
export const KEYS = path.join(mkdtempSync(path.join(os.tmpdir(), 'local-keys-')), 'keys.json')
process.on('exit', () => rmSync(path.dirname(KEYS), { recursive: true, force: true }))

/** Starts the orders API. */
export const orders = (type: 'rest' | 'http', options: LocalOptions = {}): Promise<LocalApi> =>
  startLocal({ spec: specs[type], users: { users }, handlers: HANDLERS, keys: KEYS, ...options })

export const CALLBACK = 'http://localhost:5173/callback'

/** Goes through the login page as a browser would, from the authorization URL back to the app. */
export async function signIn(authorizationUrl: string, username = 'ada'): Promise<string> {
  const first = await fetch(authorizationUrl, { redirect: 'manual' })
  const login = new URL(first.headers.get('location') ?? '', authorizationUrl)
  const second = await fetch(login, {
    method: 'POST',
    body: new URLSearchParams({ username }),
    redirect: 'manual',
  })
  return second.headers.get('location') ?? ''
}

/** Claims of a token, unverified. */
export const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())

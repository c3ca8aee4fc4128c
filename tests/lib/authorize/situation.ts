import { authorize } from '@/lib/authorize/authorize'
import type { Verdict } from '@/lib/authorize/verdict'
import type { VerificationContext } from '@/lib/authorize/verification-context'
import { example } from '@/lib/document/example'
import type { Spec } from '@/lib/document/spec'
import { toModel } from '@/lib/model/to-model'
import { decode } from '@/lib/token/decode'
import { compact, HEADER } from '../token/compact'

export const NOW = 1_759_345_800
export const POOL = 'us-east-1_ExAmPlE'
export const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`
export const UPDATED_ISSUER = `https://issuer-cognito-idp.us-east-1.amazonaws.com/${POOL}`

const endpoint = (
  method: 'GET' | 'POST',
  path: string,
  auth: Spec['endpoints'][number]['auth'],
  scopes: string[],
) => ({
  method,
  path,
  auth,
  scopes,
  handler: 'bin/x.handler',
})

/** One endpoint of each sort. */
export const spec = (type: 'rest' | 'http', more: Partial<Spec> = {}): Spec => ({
  ...example,
  api: { type, name: 'example-api' },
  endpoints: [
    endpoint('GET', '/read', 'access_token', ['com.example.api/read', 'com.example.api/write']),
    endpoint('POST', '/write', 'access_token', ['com.example.api/write']),
    endpoint('GET', '/profile', 'id_token', []),
    endpoint('GET', '/health', 'none', []),
  ],
  ...more,
})

export const user = {
  sub: 'u-1',
  iss: ISSUER,
  version: 2,
  client_id: 'client-1',
  token_use: 'access',
  scope: 'openid com.example.api/read',
  auth_time: NOW - 600,
  iat: NOW - 600,
  exp: NOW + 3000,
  username: 'ann',
}
export const id = {
  sub: 'u-1',
  iss: ISSUER,
  aud: 'client-1',
  token_use: 'id',
  'cognito:username': 'ann',
  auth_time: NOW - 600,
  iat: NOW - 600,
  exp: NOW + 3000,
}

export interface Told extends Partial<VerificationContext> {
  readonly spec?: Partial<Spec>
  readonly header?: object
}

/** The verdicts by path. */
export function verdicts(
  type: 'rest' | 'http',
  token: object | string | undefined,
  { spec: more, header = HEADER, ...told }: Told = {},
): Readonly<Record<string, Verdict>> {
  const text = typeof token === 'object' ? compact(header, token) : token
  const found = authorize(toModel(spec(type, more)), text === undefined ? undefined : decode(text), {
    now: NOW,
    signature: 'valid',
    userPoolId: POOL,
    clientIds: ['client-1'],
    ...told,
  })
  return Object.fromEntries(found.map(verdict => [verdict.endpoint.path, verdict]))
}

/** `401 SCOPE_MISSING` */
export const said = ({ status, code }: Verdict): string => `${status} ${code}`

/** What the four endpoints say: /read, /write, /profile, /health. */
export const all = (of: Readonly<Record<string, Verdict>>): readonly string[] =>
  ['/read', '/write', '/profile', '/health'].map(path => said(of[path]!))

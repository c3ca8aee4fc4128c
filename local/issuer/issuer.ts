import type { Answer, GatewayRequest } from '../../lib/gateway/request'
import { makeExpiring } from '../pool/expiring'
import type { Pool } from '../pool/pool'
import { authorizeEndpoint } from './authorize'
import { control } from './control'
import { discovery, keySet } from './discovery'
import { type Issuer, type IssuerRequest, json, OPEN_CORS, parseRequest } from './exchange'
import { login, logout } from './login'
import { problemPage } from './login-page'
import { tokenEndpoint } from './token'
import { revoke, userInfo } from './user-info'

/** The pages of the user pool's domain, and the two below its issuer URL. */
export function makeIssuer(pool: Pool, autoLogin?: string): (request: GatewayRequest) => Promise<Answer> {
  const issuer: Issuer = {
    pool,
    codes: makeExpiring(pool.clock),
    revoked: makeExpiring(pool.clock),
    rotated: makeExpiring(pool.clock),
    ...(autoLogin !== undefined && { autoLogin }),
  }
  return async request => {
    const answer = await answerOf(issuer, parseRequest(request))
    return { ...answer, headers: [['server', 'local test issuer'], ...answer.headers] }
  }
}

type Page = readonly [
  methods: readonly string[],
  answer: (issuer: Issuer, request: IssuerRequest) => Promise<Answer> | Answer,
]

const READ = ['GET', 'HEAD']

const pages: Readonly<Record<string, Page>> = {
  '/oauth2/authorize': [READ, authorizeEndpoint],
  '/login': [[...READ, 'POST'], login],
  '/oauth2/token': [['POST'], tokenEndpoint],
  '/oauth2/userInfo': [[...READ, 'POST'], userInfo],
  '/oauth2/revoke': [['POST'], revoke],
  '/logout': [READ, logout],
  '/error': [READ, (_, { parameters }) => problemPage(parameters)],
}

/** The pages that scripts of any origin may call, and so may ask about first. */
const OPEN = ['/oauth2/token', '/oauth2/userInfo', '/oauth2/revoke']

async function answerOf(issuer: Issuer, request: IssuerRequest): Promise<Answer> {
  const { method, path } = request
  const { pool } = issuer
  if (path.startsWith('/_local/')) return control(issuer, request)
  const wellKnown = path === `/${pool.id}/.well-known/openid-configuration` ? discovery : keySetAt(pool, path)
  if (method === 'OPTIONS' && (wellKnown || OPEN.includes(path))) return preflight
  if (wellKnown) return READ.includes(method) ? wellKnown(pool) : methodNotAllowed
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined
  if (!page) return json(404, { error: 'not_found' })
  const [methods, answer] = page
  return methods.includes(method) ? answer(issuer, request) : methodNotAllowed
}

const keySetAt = ({ id }: Pool, path: string) =>
  path === `/${id}/.well-known/jwks.json` ? keySet : undefined

const methodNotAllowed: Answer = json(405, { error: 'method_not_allowed' })

const preflight: Answer = {
  status: 204,
  headers: [
    ...OPEN_CORS,
    ['access-control-allow-methods', 'GET,POST,OPTIONS'],
    ['access-control-allow-headers', 'authorization,content-type'],
    ['access-control-max-age', '7200'],
  ],
  body: '',
}

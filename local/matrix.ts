import { isGreedy, isVariable, segmentsOf } from '../lib/document/endpoint-path'
import type { Endpoint } from '../lib/model/model'
import type { MatrixCell } from './api'
import { call, requestIdOf } from './call'
import type { Running } from './open'
import { mintToken } from './pool/mint'
import type { LocalClient } from './pool/pool'

/**
 * Calls every endpoint with a token of every client that has all the scopes the client may request: an ID token where a
 * REST API requires one and the client gets any, an access token everywhere else. Allowed calls reach the handlers.
 */
export async function matrix(running: Running): Promise<readonly MatrixCell[]> {
  const { pool } = running
  const cells: MatrixCell[] = []
  for (const endpoint of pool.model().endpoints)
    for (const client of pool.clients()) cells.push(await cell(running, endpoint, client))
  return cells
}

async function cell(running: Running, endpoint: Endpoint, local: LocalClient): Promise<MatrixCell> {
  const { pool, liveLog } = running
  const { client } = local
  const openid = client.scopes.some(({ fullScope }) => fullScope === 'openid')
  const id = endpoint.auth === 'id_token' && pool.model().api.type === 'rest' && client.interactive && openid
  const token = await mintToken(pool, { client: client.name, use: id ? 'id' : 'access' })
  if (!token.ok) throw new Error(token.reason)
  const method = endpoint.method === 'ANY' ? 'GET' : endpoint.method
  const response = await call(running.url() + examplePath(endpoint), {
    method,
    headers: { authorization: `Bearer ${token.value}` },
  })
  const exchange = liveLog.find(requestIdOf(response))
  if (!exchange) throw new Error(`the request ${method} ${endpoint.path} was not logged`)
  return {
    method: endpoint.method,
    path: endpoint.path,
    client: client.name,
    status: response.status,
    code: exchange.log.code,
  }
}

/** The endpoint's path with `1` for every variable. */
const examplePath = ({ path }: Endpoint): string =>
  path === '/'
    ? '/'
    : `/${segmentsOf(path)
        .map(part => (isGreedy(part) ? '1/1' : isVariable(part) ? '1' : part))
        .join('/')}`

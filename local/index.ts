import type { LocalApi, LocalOptions, RequestLog } from './api'
import { matrix } from './matrix'
import { type Listeners, open } from './open'
import { clientNamed, mintToken } from './pool/mint'
import { readyLine } from './ready'

export type { Handler, LocalApi, LocalOptions, MatrixCell, RequestLog, TokenRequest } from './api'

const MOST_REQUESTS = 1000

/** Starts the API of a spec on this machine; any free ports unless told otherwise. Throws when it cannot start. */
export async function startLocal(options: LocalOptions = {}): Promise<LocalApi> {
  const requests: RequestLog[] = []
  const listeners: Listeners = {
    request: ({ log }) => {
      requests.push(log)
      if (requests.length > MOST_REQUESTS) requests.shift()
    },
    output: (handler, stream, text) => process[stream].write(`${handler}: ${text}`),
    notice: text => process.stderr.write(`${text}\n`),
    errors: errors =>
      process.stderr.write(`${errors.map(({ path, message }) => `${path}: ${message}`).join('\n')}\n`),
  }
  const opened = await open({ port: 0, ...options }, process.cwd(), listeners)
  if (!opened.ok)
    throw new Error(
      [opened.reason, ...opened.errors.map(({ path, message }) => `${path}: ${message}`)].join('\n'),
    )
  for (const remark of opened.remarks) listeners.notice(remark)
  const { pool } = opened
  const { issuer, issuerUrl, jwksUri, userPoolId } = readyLine(opened)
  return {
    get url() {
      return opened.url()
    },
    issuer,
    issuerUrl,
    jwksUri,
    userPoolId,
    requests,
    clock: { now: pool.clock.now, advance: pool.clock.advance },
    client(name) {
      const found = clientNamed(pool, name)
      if (!found.ok) throw new Error(found.reason)
      const { id, secret } = found.value
      return { id, ...(secret !== undefined && { secret }) }
    },
    async token(request) {
      const minted = await mintToken(pool, request)
      if (!minted.ok) throw new Error(minted.reason)
      return minted.value
    },
    matrix: () => matrix(opened),
    close: opened.close,
  }
}

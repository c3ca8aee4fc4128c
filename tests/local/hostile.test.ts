import { get } from 'node:http'
import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalApi } from '@/local'
import { orders } from './orders'

/** How many hostile requests: LOCAL_HOSTILE=10000 sends as many as a release is checked with. */
const COUNT = Number(process.env.LOCAL_HOSTILE ?? 1200)

let api: LocalApi
beforeAll(async () => {
  api = await orders('rest', { handlers: { 'bin/echo.handler': async () => ({ statusCode: 200 }) } })
})
afterAll(() => api.close())

/** Numbers that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = randomFrom(20_260)
const below = (limit: number) => Math.floor(random() * limit)
const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
const noise = (length: number) => Buffer.from(Array.from({ length }, () => below(256))).toString('latin1')

const TARGETS = [
  '/dev/orders',
  '/dev/health',
  '/dev/files/%',
  '/dev/files/%00',
  '/dev/files/%c0%af',
  '/dev/orders/../../etc/passwd',
  '//dev/orders',
  '/dev//',
  '*',
  'http://evil/dev/orders',
  'dev',
  '/dev/orders?a=%zz&=&&b',
  '/dev/files/'.padEnd(4000, 'a/'),
  '/_',
  '/_/events',
  '/_local/token',
  '/oauth2/token',
  '/oauth2/authorize?client_id[]=1',
  '/login?client_id=%00',
  '/dev/orders/__proto__',
  '/dev/files/{path+}',
  '/dev/\u00e9',
  `/dev/orders?${'x'.repeat(9000)}`,
]
const METHODS = [
  'GET',
  'POST',
  'PUT',
  'OPTIONS',
  'HEAD',
  'DELETE',
  'TRACE',
  'CONNECT',
  'PATCH',
  'FOO',
  'get',
  'PROPFIND',
  '',
]
const HEADERS = [
  'Host: localhost',
  'Host: evil.example',
  'Host:',
  `Authorization: Bearer ${'a.'.repeat(2000)}`,
  'Authorization: Bearer eyJhbGciOiJub25lIn0.e30.',
  'Authorization: Bearer .....',
  `Authorization: ${'\u00ff'.repeat(50)}`,
  `Cookie: ${'a=b; '.repeat(500)}`,
  'Cookie: cognito-local=W10.x',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 99999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Expect: 100-continue',
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Connection: close',
  'Origin: null',
  `X: ${'y'.repeat(20_000)}`,
  'Content-Type: application/x-www-form-urlencoded',
  ': empty',
  'a b: c',
  'X-Amzn-Request-Context: {}',
  'Content-Encoding: gzip',
]
const BODIES = [
  '',
  'hello',
  '{"client":{}}',
  '[]',
  '{"client":"spa","claims":{"__proto__":1}}',
  'grant_type=%%%',
  '5\r\nhello\r\n0\r\n\r\n',
  'ffffffffff\r\n',
  '-1\r\n',
  '{'.repeat(3000),
]

function request(): string {
  if (random() < 0.1) return noise(1 + below(300))
  const line =
    random() < 0.1
      ? one(['GET', 'GET  / HTTP/1.1', 'GET / HTTP/9.9', 'GET /\0 HTTP/1.1', '\r\n\r\n', 'HTTP/1.1 200 OK'])
      : `${one(METHODS)} ${one(TARGETS)} HTTP/1.${below(2)}`
  const headers = Array.from({ length: below(5) }, () => one(HEADERS))
  return `${line}\r\n${[...(random() < 0.8 ? ['Host: localhost'] : []), ...headers].join('\r\n')}\r\n\r\n${one(BODIES)}`
}

interface Attack {
  readonly port: number
  readonly text: string
  /** After so many bytes it waits, or leaves for good. */
  readonly cut: number
  readonly comesBack: boolean
}

function attack(ports: readonly number[]): Attack {
  const text = request()
  return {
    port: one(ports),
    text,
    cut: random() < 0.3 ? below(text.length) : text.length,
    comesBack: random() < 0.5,
  }
}

/** Opens a connection and sends the first bytes of an attack. */
async function begin({ port, text, cut, comesBack }: Attack) {
  const socket = connect(port, '127.0.0.1')
  let answer = ''
  socket.on('data', chunk => {
    answer += chunk.toString('latin1')
  })
  const write = (bytes: string) =>
    new Promise<void>(resolve => {
      socket.once('error', () => resolve()).once('close', () => resolve())
      socket.write(bytes, 'latin1', () => resolve())
    })
  await write(text.slice(0, cut))
  return {
    /** Sends the other bytes, or leaves. */
    goOn: async () => {
      if (comesBack && cut < text.length) await write(text.slice(cut))
      else if (cut < text.length) socket.destroy()
    },
    /** The first line of the answer, or nothing when there is none. */
    end: () => {
      socket.destroy()
      return answer.replace(/^HTTP\/1\.1 100[\s\S]*?\r\n\r\n/, '').split('\r\n')[0] ?? ''
    },
  }
}

/**
 * Sends attacks side by side. Some promise more bytes than they send and are never answered, so none is waited for: all
 * that comes has come when the servers have answered an ordinary request that was sent later.
 */
async function sendAll(attacks: readonly Attack[]): Promise<string[]> {
  const begun = await Promise.all(attacks.map(begin))
  await ordinary()
  await Promise.all(begun.map(({ goOn }) => goOn()))
  for (let i = 0; i < 3; i++) await ordinary()
  return begun.map(({ end }) => end())
}

/** On a connection of its own: a server accepts connections in the order in which they were made. */
async function ordinary(): Promise<void> {
  for (const url of [`${api.url}/orders`, `${api.issuer}/.well-known/jwks.json`])
    await new Promise((resolve, reject) => {
      get(url, { agent: false }, response => response.resume().on('end', resolve)).on('error', reject)
    })
}

describe(`${COUNT} hostile requests`, () => {
  it('are answered or dropped, without a fault of ours and without a leak', async () => {
    const faults: string[] = []
    const stderr = process.stderr.write
    process.stderr.write = text => faults.push(String(text)) > 0
    const first: Record<string, number> = {}
    try {
      const ports = [api.url, api.issuer].map(url => Number(new URL(url).port))
      for (let sent = 0; sent < COUNT; sent += 40) {
        const lines = await sendAll(Array.from({ length: 40 }, () => attack(ports)))
        for (const line of lines) first[line.slice(9, 12)] = (first[line.slice(9, 12)] ?? 0) + 1
      }
    } finally {
      process.stderr.write = stderr
    }
    expect(faults).toEqual([])
    expect(Object.keys(first).filter(status => status.startsWith('5'))).toEqual([])
    for (const status of ['200', '400', '403']) expect(first[status] ?? 0, status).toBeGreaterThan(0)
    const token = await api.token({ client: 'backend' })
    expect((await fetch(`${api.url}/orders`, { headers: { authorization: token } })).status).toBe(200)
  })
})

/** Bytes on the heap that are still in use. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

describe('a long session', () => {
  it('keeps its memory flat', async () => {
    const tokens = await Promise.all(Array.from({ length: 4 }, () => api.token({ client: 'backend' })))
    const round = async (requests: number) => {
      for (let i = 0; i < requests; i += 20)
        await Promise.all(
          Array.from({ length: 20 }, async (_, k) => {
            const authorization = one(tokens)
            const response = await fetch(`${api.url}/orders?${i}-${k}`, { headers: { authorization } })
            await response.arrayBuffer()
          }),
        )
    }
    // As many as the logs keep, so that they are full.
    await round(1000)
    const before = heap()
    const requests = Number(process.env.LOCAL_SESSION ?? 1000)
    await round(requests)
    const grown = heap() - before
    expect(grown).toBeLessThan(1_000_000 + requests * 10)
    expect(api.requests).toHaveLength(1000)
  })
})

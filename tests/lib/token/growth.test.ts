import { describe, expect, it } from 'vitest'
import { explain } from '@/lib/explain/explain'
import { decode } from '@/lib/token/decode'
import { readJson } from '@/lib/token/json'
import { parseJwks } from '@/lib/token/jwks'
import { readPaste } from '@/lib/token/read-paste'

const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['readPaste', readPaste],
  ['explain', text => explain(text)],
  ['decode', decode],
  ['parseJwks', parseJwks],
]
const UNITS = [
  ...[' ', '\n', '\t', '\u00a0', '\u200b', '"', "'", '\\', '=', '.', '{', '[', '<', '/', 'é'],
  ...[
    'a ',
    'eyJ',
    'eyJ ',
    'eyJ. ',
    'eyJ.a.b= ',
    'Bearer ',
    'authorization: ',
    'authorization',
    'access_token ',
    'token: ',
  ],
  ...[
    'curl ',
    'fetch(',
    'HTTP/2 ',
    'status ',
    '"message":"',
    '> ',
    '< HTTP/2\n',
    'User: ',
    'x-amzn-errortype ',
    '-X ',
  ],
]

/** Microseconds of processor time, the least of three runs: other processes do not count. */
function cost(read: (text: string) => unknown, text: string): number {
  const runs = [0, 1, 2].map(() => {
    const start = process.cpuUsage()
    read(text)
    const { user, system } = process.cpuUsage(start)
    return user + system
  })
  return Math.min(...runs)
}

/** Less than this is noise: compilation of the code, garbage collection. */
const NOISE = 3000
const LENGTH = 6000
const TIMES = 8

describe('what reads pasted text takes time that grows like its length', () => {
  it.each(READERS)('%s', (_name, read) => {
    for (const unit of UNITS)
      for (const [before, after] of [
        ['', ''],
        ['x', 'x'],
        ['Authorization: Bearer ', 'x'],
      ] as const) {
        const text = (length: number) =>
          before + unit.repeat(Math.ceil(length / unit.length)).slice(0, length) + after
        const small = Math.max(NOISE, cost(read, text(LENGTH)))
        // Linear: 8 times as long; quadratic: 64 times.
        expect(cost(read, text(LENGTH * TIMES)) / small, JSON.stringify(unit)).toBeLessThan(TIMES * 3)
      }
  })

  it('distinguishes quadratic from linear time', () => {
    const trailing = (text: string) => text.replace(/["']?\s*$/, '')
    const text = (length: number) => `x${' '.repeat(length)}x`
    const growth = cost(trailing, text(500 * TIMES)) / cost(trailing, text(500))
    expect(growth).toBeGreaterThan(TIMES * 3)
  })
})

describe('100,000 levels of nesting', () => {
  it.each([
    ['arrays', '['.repeat(100_000)],
    ['objects', '{"a":'.repeat(100_000)],
    ['closed arrays', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('of %s are an error', (_name, text) => {
    expect(readJson(text).error?.message).toBe('is nested deeper than 64 levels')
    expect(readPaste(`{"iss":"x","a":${text}`).preferred?.decoded.kind).toBe('malformed')
    expect(parseJwks(text).ok).toBe(false)
    expect(explain(text).recognized).toBe(false)
  })
})

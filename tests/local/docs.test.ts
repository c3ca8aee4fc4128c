import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startLocal } from '@/local'
import { KEYS } from './orders'

const DOCS = path.join(import.meta.dirname, '../../docs')
const [, minutes = ''] =
  /## Two minutes\n(.*?)\n## /s.exec(readFileSync(path.join(DOCS, 'local.md'), 'utf8')) ?? []

describe('the two minutes of docs/local.md', () => {
  it('end with a refused and an allowed request', async () => {
    const [, preset = ''] = /local --stub (\S+)/.exec(minutes) ?? []
    const [, client = ''] = /_local\/token -d '{"client":"(\w+)"}'/.exec(minutes) ?? []
    const paths = [...minutes.matchAll(/curl -i http:\/\/localhost:4000(\S+)/g)].map(([, at = '']) => at)
    const api = await startLocal({ spec: preset, stub: true, keys: KEYS })
    try {
      const authorization = `Bearer ${await api.token({ client })}`
      const statuses: number[] = []
      for (const [i, at] of paths.entries()) {
        const headers = i === 0 ? {} : { authorization }
        statuses.push((await fetch(new URL(at, api.url), { headers })).status)
      }
      expect(statuses).toEqual([401, 200])
    } finally {
      await api.close()
    }
  })
})

// The example's own tests, in the folder that they are run in; vitest.config.ts puts the sources in place of the package.
const callersFolder = process.cwd()
process.chdir(path.join(DOCS, 'examples/local'))
afterAll(() => process.chdir(callersFolder))
await import('../../docs/examples/local/orders.test.js')

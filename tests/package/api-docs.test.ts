import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

it('docs/api.md says what the comments in lib/ say', async () => {
  const script = path.join(root, 'scripts/package/api-docs.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--check'], { cwd: root })
  expect(stdout).toBe('docs/api.md is current\n')
})

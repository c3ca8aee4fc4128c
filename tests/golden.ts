import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'vitest'

/** Compares with a file, so that a change shows in review. `UPDATE_GOLDENS=1` rewrites it. */
export function expectGolden(text: string, ...file: readonly string[]): void {
  const golden = path.join(...file)
  if (process.env.UPDATE_GOLDENS === '1') fs.writeFileSync(golden, text)
  expect(text).toBe(fs.readFileSync(golden, 'utf8'))
}

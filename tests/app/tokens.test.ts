import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

it('every colour that Monaco is told is a token of the page: another name would be black', () => {
  const list = /const TOKENS = \[([^\]]*)\]/.exec(read('components/monaco/theme.ts'))?.[1] ?? ''
  const names = [...list.matchAll(/'([\w-]+)'/g)].map(([, name]) => name)
  const defined = new Set([...read('app/tokens.css').matchAll(/--([\w-]+)\s*:/g)].map(([, name]) => name))
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter(name => !defined.has(name))).toEqual([])
})

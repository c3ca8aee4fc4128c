import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { notices } from '../../scripts/package/notices.mjs'

const root = mkdtempSync(path.join(tmpdir(), 'notices-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function installed(name: string, files: Readonly<Record<string, string>>): string {
  const folder = path.join(root, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license: 'MIT' }))
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text)
  return `node_modules/${name}/lib/index.js`
}

it('has each bundled package once, with all its notices, and nothing of ours', () => {
  const files = [
    installed('plain', { LICENSE: 'Plain licence' }),
    installed('@scope/odd', { 'licence.md': 'Odd licence', 'NOTICE.txt': 'Odd notice' }),
    'node_modules/plain/lib/other.js',
    'lib/index.ts',
  ]
  const text = notices(files, root)
  expect(text.match(/1\.2\.3 \(MIT\)/g)).toHaveLength(2)
  for (const part of ['@scope/odd', 'plain', 'Plain licence', 'Odd licence', 'Odd notice'])
    expect(text).toContain(part)
})

it.each([
  ['no licence file', {}],
  ['an empty licence file', { LICENSE: ' \n' }],
])('fails for a package with %s', (name, files) => {
  const file = installed(name.replaceAll(' ', '-'), files)
  expect(() => notices([file], root)).toThrow('has no licence file')
})

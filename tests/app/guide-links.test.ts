import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const ROOT = new URL('../../', import.meta.url).pathname

const sources = ['app', 'components', 'lib'].flatMap(folder =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file))
    .map(file => path.join(folder, file)),
)

const matches = (pattern: RegExp, files: readonly string[]): readonly (string | undefined)[] =>
  files.flatMap(file =>
    [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(pattern)].map(([, id]) => id),
  )

it('links to a part of the guide lead to one that is there', () => {
  const parts = matches(/<Part id="([^"]+)"/g, ['app/guide/page.tsx'])
  const links = matches(/\/guide\/#([\w-]+)/g, sources)
  expect(links.length).toBeGreaterThan(1)
  expect(links.filter(link => !parts.includes(link))).toEqual([])
})

import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { formats } from '../../../lib/formats'
import { cases } from '../../conformance/cases'
import { accepted } from './hostile'

/**
 * READMEs as people read them, so that a change shows in review: of every format for one case, and of one format for each of the
 * others. `UPDATE_GOLDENS=1` rewrites them.
 */
it.each(formats)('what the READMEs of $id say', ({ id }) => {
  const mine = cases.filter(({ name }, i) => name === 'example' || formats[i % formats.length]!.id === id)
  const texts = mine.flatMap(({ name, spec }) =>
    accepted(spec)
      .project(id)
      .files.filter(file => file.path === 'README.md')
      .map(({ text }) => `── ${name}\n${text}`),
  )
  const file = path.join(import.meta.dirname, 'words', `${id}.md.txt`)
  const text = texts.join('\n')
  if (process.env.UPDATE_GOLDENS === '1') fs.writeFileSync(file, text)
  expect(text).toBe(fs.readFileSync(file, 'utf8'))
})

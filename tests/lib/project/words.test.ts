import fs from 'node:fs'
import { it } from 'vitest'
import { formats } from '../../../lib/formats'
import { cases, goldenFile } from '../../conformance/cases'
import { expectGolden } from '../../golden'
import { accepted } from './hostile'

const own = (id: string) =>
  cases.filter(({ name }, i) => name === 'example' || formats[i % formats.length]!.id === id)

/** READMEs as people read them: of every format for one case, and of one format for each of the others. */
it.each(formats)('what the READMEs of $id say', ({ id }) => {
  const texts = own(id).flatMap(({ name, spec }) =>
    accepted(spec)
      .project(id)
      .files.filter(file => file.path === 'README.md')
      .map(({ text }) => `── ${name}\n${text}`),
  )
  expectGolden(texts.join('\n'), import.meta.dirname, 'words', `${id}.md.txt`)
})

/** The files beside README, spec and the texts that have goldens in tests/cases. An OpenAPI project has none. */
it.each(formats.filter(({ id }) => id !== 'openapi'))('what else is in the projects of $id', ({ id }) => {
  const texts = own(id).flatMap(one => {
    const goldens = formats.map(format => fs.readFileSync(goldenFile(one, format), 'utf8'))
    const { files } = accepted(one.spec).project(id)
    return files
      .filter(file => !['README.md', 'wizard.json'].includes(file.path) && !goldens.includes(file.text))
      .map(file => `── ${one.name}: ${file.path}${file.executable ? ', executable' : ''}\n${file.text}`)
  })
  expectGolden(texts.join('\n'), import.meta.dirname, 'words', `${id}.files.txt`)
})

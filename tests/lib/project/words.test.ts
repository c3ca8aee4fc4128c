import fs from 'node:fs'
import { it } from 'vitest'
import { formats } from '../../../lib/formats'
import { cases, goldenFile } from '../../conformance/cases'
import { expectGolden } from '../../golden'
import { accepted } from './hostile'

const own = (id: string) =>
  cases.filter(
    ({ name }, i) => name === 'example' || name === 'existing-pool' || formats[i % formats.length]!.id === id,
  )

/** READMEs as people read them: of every format for two cases, and of one format for each of the others. */
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

/** Projects name each file of handlers while they are few, and then one of them. */
it.each(formats.filter(({ id }) => id !== 'openapi'))('which handlers a README of $id names', ({ id }) => {
  const { spec } = cases.find(({ name }) => name === 'example')!
  const texts = [1, 2, 6, 7].map(count => {
    const endpoints = Array.from({ length: count }, (_, i) => ({
      method: 'GET' as const,
      path: `/p${i}`,
      auth: 'none' as const,
      handler: `src/f${i}.run`,
    }))
    const { files } = accepted({ ...spec, endpoints }).project(id)
    const readme = files.find(({ path }) => path === 'README.md')!.text
    return `── ${count}\n${readme.match(/^.*\bf\d\.mjs.*$/gm)?.join('\n')}`
  })
  expectGolden(`${texts.join('\n')}\n`, import.meta.dirname, 'words', `${id}.handlers.txt`)
})

import fs from 'node:fs'
import path from 'node:path'
import { it } from 'vitest'
import { readFiles } from '../../../lib/read/read'
import { expectGolden } from '../../golden'
import { spellingSets, templateSets } from '../doctor/files'
import { shownReading } from './shown'

const doctor = path.join(import.meta.dirname, '../doctor')

/** Each file of a folder by itself. */
const filesOf = (folder: string) =>
  fs
    .readdirSync(path.join(doctor, folder))
    .filter(name => name !== 'expected.json')
    .map(name => [{ path: name, text: fs.readFileSync(path.join(doctor, folder, name), 'utf8') }])

/** Everything that is read of files: the rules look at most of it for few of them. */
it.each([
  ['idioms of SAM', filesOf('idioms/sam')],
  ['idioms of Serverless', filesOf('idioms/serverless')],
  ['bases', filesOf('bases')],
  ['inputs', filesOf('inputs')],
  ['templates', templateSets],
  ['spellings', spellingSets],
])('what is read of the %s', (name, sets) => {
  const lines = sets.flatMap(files => [
    `── ${files.map(file => file.path).join(' ')}`,
    ...shownReading(readFiles(files)),
  ])
  expectGolden(`${lines.join('\n')}\n`, import.meta.dirname, 'words', `${name.replaceAll(' ', '-')}.txt`)
})

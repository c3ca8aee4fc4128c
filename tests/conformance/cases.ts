import fs from 'node:fs'
import path from 'node:path'
import type { SpecInput } from '../../lib/document/spec'
import type { Format } from '../../lib/formats/format'

const folder = path.resolve(import.meta.dirname, '../cases')

export interface Case {
  readonly name: string
  readonly spec: SpecInput
}

/** Every folder of tests/cases. */
export const cases: readonly Case[] = fs
  .readdirSync(folder)
  .sort()
  .map(name => ({
    name,
    spec: JSON.parse(fs.readFileSync(path.join(folder, name, 'spec.json'), 'utf8')),
  }))

const EXTENSIONS = { yaml: 'yaml', json: 'json', typescript: 'ts', hcl: 'tf' } as const

/** A file of the case. */
export const caseFile = ({ name }: Pick<Case, 'name'>, file: string): string => path.join(folder, name, file)

/** Path of the golden text of a format. */
export const goldenFile = ({ name }: Case, { id, language }: Format): string =>
  path.join(folder, name, `${id}.${EXTENSIONS[language]}`)

/** Another user pool to give at deploy time; undefined where the stack makes its own. */
export const anotherPool = ({ spec }: Case): string | undefined =>
  spec.userPool.source === 'existing' ? `${spec.region}_Another99` : undefined

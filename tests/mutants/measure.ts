import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Laboratory } from './laboratory'
import { filesBelow, root } from './tree'
import type { Measured, Parts } from './worker'

/** Which tests reach which functions. */
export interface Measures {
  readonly measured: readonly Measured[]
  readonly parts: Parts
}

const FOLDERS = ['tests/lib', 'tests/answers', 'tests/local', 'tests/conformance']

/** Tests that run tools or servers, or thousands of rounds, where one mutant would take minutes. */
const LONG = [
  /^tests\/conformance\/(?!goldens|marks)/,
  /^tests\/local\/(?!judges|same-verdict|hostile)/,
  /^tests\/lib\/formats\/(?:cached-output|resource-count|.*project|cdk\/text)/,
  /^tests\/lib\/doctor\/(?:unknowns|round-trip|repairs|fuzz|idioms|differential|sam-scopes)\./,
  /^tests\/lib\/document\/hostile/,
]

/** Runs every test once, or reads what an earlier run over the same sources and tests has left. */
export async function measure(): Promise<Measures> {
  const kept = path.join(os.tmpdir(), `mutants-${hashOfAll()}.json`)
  const measures: Measures = fs.existsSync(kept) ? JSON.parse(fs.readFileSync(kept, 'utf8')) : await run()
  for (const { file, failed } of measures.measured)
    if (failed) console.log(`${file} does not run here: ${failed.name}: ${failed.message}`)
  fs.writeFileSync(kept, JSON.stringify(measures))
  return measures
}

/** Of sources, tests, what tests compare with, and the versions of packages. */
function hashOfAll(): string {
  const hash = createHash('sha256')
  const files = ['lib', 'cli', 'local', 'tests'].flatMap(folder =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name)),
  )
  for (const file of [...files.sort(), path.join(root, 'package-lock.json')])
    hash.update(path.relative(root, file)).update(fs.readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

async function run(): Promise<Measures> {
  const laboratory = new Laboratory({ MUTANTS_MEASURE: '1' })
  const measured: Measured[] = []
  for (const file of filesBelow('tests')) {
    if (!file.endsWith('.test.ts') || !FOLDERS.some(folder => file.startsWith(`${folder}/`))) continue
    if (LONG.some(pattern => pattern.test(file))) continue
    const one = await laboratory.ask<Measured>({ kind: 'measure', file }, 600)
    if (!one) throw new Error(`${file} does not end`)
    measured.push(one)
  }
  const parts = await laboratory.ask<Parts>({ kind: 'parts' }, 600)
  laboratory.remove()
  if (!parts) throw new Error('the functions of the sources did not arrive')
  return { measured, parts }
}

import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Laboratory } from './laboratory'
import { filesBelow, readSource } from './tree'
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
  const sources = ['lib', 'tests'].flatMap(filesBelow)
  const hash = createHash('sha256')
  for (const file of sources) hash.update(file).update(readSource(file))
  const kept = path.join(os.tmpdir(), `mutants-${hash.digest('hex').slice(0, 16)}.json`)
  if (fs.existsSync(kept)) return JSON.parse(fs.readFileSync(kept, 'utf8'))
  const laboratory = new Laboratory({ MUTANTS_MEASURE: '1' })
  const measured: Measured[] = []
  for (const file of sources) {
    if (!file.endsWith('.test.ts') || !FOLDERS.some(folder => file.startsWith(`${folder}/`))) continue
    if (LONG.some(pattern => pattern.test(file))) continue
    const one = await laboratory.ask<Measured>({ kind: 'measure', file }, 600)
    if (!one) throw new Error(`${file} does not end`)
    if (one.failed) console.log(`${file} does not run here: ${one.failed.name}: ${one.failed.message}`)
    measured.push(one)
  }
  const parts = await laboratory.ask<Parts>({ kind: 'parts' }, 600)
  laboratory.close()
  const measures = { measured, parts: parts ?? [] }
  fs.writeFileSync(kept, JSON.stringify(measures))
  return measures
}

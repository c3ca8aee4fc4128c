// Mutation run: `npm run mutants -- lib/share --count 40 --seed 7`, or all mutants of a line with `--line 12` and a file. With
// `lib` alone it takes them from all folders, in a random order: the first so many are a fair sample.
// Tests of the command line, with servers, or of thousands of rounds are left out, so it gives a lower bound.
// It is not part of `npm test`.
import fs from 'node:fs'
import { parseArgs } from 'node:util'
import { Compiler } from './compiler'
import { equivalents } from './equivalent'
import { Laboratory } from './laboratory'
import { measure } from './measure'
import { type Mutant, mutantsOf } from './mutations'
import { MOST_MS, Plan } from './plan'
import { filesBelow, readSource } from './tree'
import type { Noticed } from './worker'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    skip: { type: 'string', default: '0' },
    count: { type: 'string', default: '40' },
    line: { type: 'string' },
  },
})
const below = positionals[0]?.replace(/\/$/, '')
if (positionals.length !== 1 || !below || !/^lib(\/\w|$)/.test(below) || !fs.existsSync(below)) {
  console.error('Usage: npm run mutants -- lib[/FOLDER[/FILE]] [--count N] [--seed N] [--skip N] [--line N]')
  process.exit(2)
}

/** Park and Miller's generator: the same mutants for the same seed. */
let state = (Number(values.seed) % 2_147_483_646) + 1
const random = () => {
  state = (state * 48_271) % 2_147_483_647
  return state / 2_147_483_647
}

interface Planned extends Mutant {
  readonly file: string
  /** The line that the mutant changes. */
  readonly text: string
}

const all: Planned[] = filesBelow(below).flatMap(file => {
  const right = readSource(file)
  const lines = right.split('\n')
  return mutantsOf(right, random)
    .filter(({ line }) => values.line === undefined || line === Number(values.line))
    .map(mutant => ({ ...mutant, file, text: lines[mutant.line - 1]!.trim() }))
})
for (let i = all.length - 1; i > 0; i--) {
  const j = Math.floor(random() * (i + 1))
  ;[all[i], all[j]] = [all[j]!, all[i]!]
}
/** `--skip` goes on with a run that was ended. */
const chosen = all.slice(Number(values.skip), Number(values.count))

const { measured, parts } = await measure()
const plan = new Plan(measured, parts)
const laboratory = new Laboratory()
const compiler = new Compiler()
const stop = (code: number) => {
  laboratory.remove()
  compiler.remove()
  process.exit(code)
}
process.on('SIGINT', () => stop(130))
process.on('SIGTERM', () => stop(143))

/** A mutant takes as long as its tests; on a busy machine five times that, in a loop without end for ever. */
const MOST_SECONDS = 30 + (5 * MOST_MS) / 1000

interface Verdict {
  readonly by: string
  readonly how: string
}

async function verdictOn({ file, at, text, before, after, source }: Planned): Promise<Verdict> {
  if (
    equivalents.some(
      one => one.file === file && one.line === text && one.before === before && one.after === after,
    )
  )
    return { by: 'nobody, and explained', how: 'nobody, and explained' }
  const tests = plan.of(file, at)
  const question = { kind: 'mutant', file, source, plan: tests } as const
  const noticed = await laboratory.ask<Noticed | null>(question, MOST_SECONDS)
  if (noticed === undefined) return { by: 'time', how: 'time' }
  if (noticed !== null) {
    plan.remember(file, noticed.file)
    return { by: 'tests', how: `${noticed.file}: ${noticed.name}` }
  }
  if (!compiler.accepts(file, source)) return { by: 'the compiler', how: 'the compiler' }
  return { by: 'NOBODY', how: `NOBODY, ${tests.length} groups of tests` }
}

console.log(`${chosen.length} of ${all.length} mutants of ${below}, seed ${values.seed}`)
const tally = new Map<string, number>()
const survivors: Planned[] = []
for (const [i, mutant] of chosen.entries()) {
  const { file, line, kind, before, after } = mutant
  const start = performance.now()
  const { by, how } = await verdictOn(mutant)
  tally.set(by, (tally.get(by) ?? 0) + 1)
  if (by === 'NOBODY') survivors.push(mutant)
  // A process grows with what mutants leave behind.
  if (i % 100 === 99) laboratory.close()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `${Number(values.skip) + i + 1} ${file}:${line} ${kind}: ${before} → ${after} ── ${how} (${seconds} s)`,
  )
}

console.log('\nNoticed by')
for (const [by, count] of [...tally].sort(([, a], [, b]) => b - a)) console.log(`${count}\t${by}`)
for (const { file, line, text, kind, before, after } of survivors)
  console.log(`\n${file}:${line} ${kind}: ${before} → ${after}\n    ${text}`)
stop(survivors.length > 0 ? 1 : 0)

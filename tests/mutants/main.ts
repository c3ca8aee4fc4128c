// Mutation run: `npm run mutants -- lib/share --count 40 --seed 7`, or all mutants of a line with `--line 12` and a file. With
// `lib` alone it takes them from all folders, in a random order: the first so many are a fair sample.
// `--quick` leaves out the tests that need a process of their own, so it only gives a lower bound.
// It is not part of `npm test`.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { equivalents } from './equivalent'
import { Laboratory, type Noticed, noticedBy } from './laboratory'
import { type Mutant, mutantsOf } from './mutations'
import { isQuick, nameOf, planFor, type Stage } from './plan'
import { copyOfTree, readSource, sourcesBelow } from './tree'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    skip: { type: 'string', default: '0' },
    count: { type: 'string', default: '40' },
    line: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const below = positionals[0]?.replace(/\/$/, '')
if (positionals.length !== 1 || !below || !/^lib(\/\w|$)/.test(below) || !fs.existsSync(below)) {
  console.error(
    'Usage: npm run mutants -- lib[/FOLDER[/FILE]] [--count N] [--seed N] [--skip N] [--line N] [--quick]',
  )
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
  /** The right source, and its line that the mutant changes. */
  readonly right: string
  readonly text: string
}

const all: Planned[] = sourcesBelow(below).flatMap(file => {
  const right = readSource(file)
  const lines = right.split('\n')
  return mutantsOf(right, random)
    .filter(({ line }) => values.line === undefined || line === Number(values.line))
    .map(mutant => ({ ...mutant, file, right, text: lines[mutant.line - 1]!.trim() }))
})
for (let i = all.length - 1; i > 0; i--) {
  const j = Math.floor(random() * (i + 1))
  ;[all[i], all[j]] = [all[j]!, all[i]!]
}
/** `--skip` goes on with a run that was ended. */
const chosen = all.slice(Number(values.skip), Number(values.count))

const { folder, remove } = copyOfTree()
const laboratory = new Laboratory(folder)
const stop = (code: number) => {
  laboratory.close()
  remove()
  process.exit(code)
}
process.on('SIGINT', () => stop(130))
process.on('SIGTERM', () => stop(143))

const plans = new Map<string, readonly Stage[]>()
/** The stages of a file: the same objects for all files of a folder, so that each is measured once. */
function stagesOf(file: string): readonly Stage[] {
  const name = file.split('/')[1]!
  const plan = plans.get(name) ?? planFor(name).filter(stage => !values.quick || isQuick(stage))
  plans.set(name, plan)
  return plan
}
const budgets = new Map<Stage, number>()

/** Runs a stage on the right source, which must pass, and sets the seconds that a mutant may take for it. */
async function runRight(stage: Stage, changed: readonly string[]): Promise<void> {
  const { ok, seconds, output } = await laboratory.run(stage, changed, 1800)
  if (!ok) {
    console.error(`The right source fails ${nameOf(stage)}:\n${output}`)
    stop(2)
  }
  // A busy machine is slower by a factor, a loop without end by any.
  budgets.set(stage, 30 + 6 * seconds)
}

console.log(`${chosen.length} of ${all.length} mutants of ${below}, seed ${values.seed}`)
const tally = new Map<string, number>()
const survivors: Planned[] = []
let last: string | undefined
for (const [i, mutant] of chosen.entries()) {
  const { file, line, kind, before, after, right, text } = mutant
  const place = path.join(folder, file)
  // The tester has to read again what the mutant before has changed, too.
  const changed = last ? [place, last] : [place]
  last = place
  let noticed: Noticed | undefined
  const stages = stagesOf(file)
  const start = performance.now()
  for (const stage of stages) {
    // The slow stages are only measured when a mutant comes to them.
    if (!budgets.has(stage)) await runRight(stage, changed)
    fs.writeFileSync(place, mutant.source)
    noticed = await noticedBy(laboratory, stage, changed, budgets.get(stage)!)
    fs.writeFileSync(place, right)
    if (noticed) break
  }
  // Nothing left over from a mutant may count for those that follow.
  if (i % 10 === 9) await runRight(stages[0]!, changed)
  const explained = equivalents.some(
    one => one.file === file && one.line === text && one.before === before && one.after === after,
  )
  const by = noticed?.stage ?? (explained ? 'nobody, and explained' : 'NOBODY')
  tally.set(by, (tally.get(by) ?? 0) + 1)
  if (by === 'NOBODY') survivors.push(mutant)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(
    `${Number(values.skip) + i + 1} ${file}:${line} ${kind}: ${before} → ${after} ── ${noticed?.failure ?? by} (${seconds} s)`,
  )
}

console.log('\nNoticed by')
for (const [by, count] of [...tally].sort(([, a], [, b]) => b - a)) console.log(`${count}\t${by}`)
for (const { file, line, text, kind, before, after } of survivors)
  console.log(`\n${file}:${line} ${kind}: ${before} → ${after}\n    ${text}`)
stop(survivors.length > 0 ? 1 : 0)

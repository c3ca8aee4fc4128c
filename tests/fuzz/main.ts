import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { run } from './run'
import { targets } from './targets'

/** Random documents that go through the tools of the formats: a test for Vitest, which runs only when it is named. */
const OUTPUTS = { name: 'outputs', test: 'tests/conformance/property.test.ts' }

/** `npm run fuzz -- [--seed N] [--count N] [--seconds N] [--target NAME]`: status 1 and the input if one fails. */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '600' },
    target: { type: 'string' },
  },
})
const [seed, count, seconds] = [values.seed, values.count, values.seconds].map(Number)
if (![seed, count, seconds].every(Number.isInteger))
  throw new Error('--seed, --count and --seconds are integers')
if (values.target === OUTPUTS.name) {
  const root = path.resolve(import.meta.dirname, '../..')
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
  const env = { ...process.env, SEED: values.seed, RUNS: values.count }
  const { status } = spawnSync(process.execPath, [vitest, 'run', OUTPUTS.test], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}
const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target)
if (chosen.length === 0)
  throw new Error(
    `unknown target ${values.target}. Use one of ${[...targets, OUTPUTS].map(({ name }) => name).join(', ')}`,
  )

const end = performance.now() + seconds! * 1000
for (const target of chosen) {
  const start = performance.now()
  const { done, failure } = run(target, seed!, count!, () => performance.now() > end)
  const time = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${target.name}: ${done} inputs, seed ${seed}, ${time} s${failure ? ', FAILED' : ''}`)
  if (!failure) continue
  console.log(`input ${failure.number}: ${JSON.stringify(failure.input)}`)
  console.log(failure.error)
  process.exitCode = 1
}

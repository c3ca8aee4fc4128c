import { parseArgs } from 'node:util'
import { run } from './run'
import { targets } from './targets'

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
const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target)
if (chosen.length === 0)
  throw new Error(`unknown target ${values.target}. Use one of ${targets.map(({ name }) => name).join(', ')}`)

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

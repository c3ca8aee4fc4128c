import { spawnSync } from 'node:child_process'
import { at } from '../../scripts/run.mjs'
import { specWith } from './spec.mjs'

const RUNS = 15
/** So many calls come before: while V8 compiles, its threads count as well. */
const WARM_UP = 20
const KIB = 1024
/** Two sizes of template, in KiB, and the processor time that the doctor should stay under, in milliseconds. */
const GOALS = [
  [76, 50],
  [234, 150],
]
const FORMATS = ['cloudformation', 'cloudformation-json', 'sam', 'serverless', 'openapi']

/** Processor time of `run` in milliseconds, user and system. */
function cpuOf(run) {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The output of the smallest spec that reaches a size, or of the largest that is valid. */
function textOf({ compile }, format, size) {
  let output
  for (let count = 4; count <= 300; count += 4) {
    const compiled = compile(specWith(count))
    if (!compiled.ok) throw new Error(compiled.errors[0].message)
    output = compiled.output(format)
    if (output.text.length >= size) break
  }
  return output
}

/** Processor time of the published library's `diagnose`, reading included: the first call, and the least and the median once it is warm. */
export async function doctor() {
  const build = spawnSync(process.execPath, [at('scripts/package/build.mjs')], { stdio: 'inherit' })
  if (build.status !== 0) throw new Error('the package could not be built')
  const library = await import(at('dist/index.js'))
  return GOALS.flatMap(([size, goal]) =>
    FORMATS.map(format => {
      const { text, fileName } = textOf(library, format, size * KIB)
      const cpuOfCalls = count =>
        Array.from({ length: count }, () => cpuOf(() => library.diagnose([{ path: fileName, text }])))
      const [first] = cpuOfCalls(WARM_UP)
      const times = cpuOfCalls(RUNS).sort((a, b) => a - b)
      const median = times[Math.floor(RUNS / 2)]
      const kib = `${Math.round(text.length / KIB)} KiB`
      return `${format.padEnd(20)} ${kib.padStart(8)}: first ${first.toFixed(0)}, least ${times[0].toFixed(0)}, median ${median.toFixed(0)} ms CPU; goal ${goal} for ${size} KiB`
    }),
  )
}

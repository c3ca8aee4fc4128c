import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { at } from '../../scripts/run.mjs'
import { specWith } from './spec.mjs'

const PAIRS = 7
const STARTS = 8

/**
 * Processor time of a whole process in seconds, user and system, from the shell's own `times`. It counts in hundredths of a
 * second, a tenth of what is measured: so the process is started several times, one after the other.
 */
function cpuOf(args, cwd) {
  const starts = `for i in ${'i '.repeat(STARTS)}; do "$@" >/dev/null || exit; done; times`
  const { stdout, status } = spawnSync('sh', ['-c', starts, 'sh', process.execPath, ...args], {
    cwd,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`node ${args.join(' ')} failed`)
  // The second line is about the children: 0m0.200s 0m0.010s
  const parts = stdout
    .trim()
    .split('\n')
    .at(-1)
    .matchAll(/(\d+)m([\d.]+)s/g)
  return (
    [...parts].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0) / STARTS
  )
}

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** Processor time of the published `check` against that of Node.js doing nothing, in turn, and the ratio pair by pair. */
export async function start() {
  const build = spawnSync(process.execPath, [at('scripts/package/build.mjs')], { stdio: 'inherit' })
  if (build.status !== 0) throw new Error('the package could not be built')
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-start-'))
  try {
    return [
      ['example', JSON.parse(readFileSync(at('tests/cases/example/spec.json'), 'utf8'))],
      ['300 endpoints', specWith(300)],
    ].map(([name, spec]) => {
      writeFileSync(path.join(folder, 'wizard.json'), JSON.stringify(spec))
      const pairs = Array.from({ length: PAIRS }, () => ({
        command: cpuOf([at('dist/cli.js'), 'check'], folder),
        nothing: cpuOf(['-e', '0'], folder),
      }))
      const command = median(pairs.map(pair => pair.command))
      const nothing = median(pairs.map(pair => pair.nothing))
      const ratio = median(pairs.map(pair => pair.command / pair.nothing))
      return `check, ${name.padEnd(14)} ${command.toFixed(3)} s CPU; node -e 0: ${nothing.toFixed(3)} s; ratio ${ratio.toFixed(2)}`
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

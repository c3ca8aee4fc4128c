// Runs every check, one step after the other: `npm test`. Name steps to run only those. At the end it says where
// the time went and which tests failed.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { at, run } from './run.mjs'

const node = (file, ...args) => [process.execPath, at('node_modules', file), ...args]
const reporter = at('scripts/test-results.mjs')
const steps = {
  format: node('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'),
  types: node('next/dist/bin/next', 'typegen'),
  'types of the project': node('typescript/bin/tsc', '--noEmit'),
  'types of lib': node('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.lib.json'),
  unit: node('vitest/vitest.mjs', 'run', '--reporter=default', `--reporter=${reporter}`),
  e2e: node(
    '@playwright/test/cli.js',
    'test',
    '-c',
    'tests/e2e/playwright.config.ts',
    `--reporter=list,${reporter}`,
  ),
}

/** The compiler, written in Go, ends long before its memory is full: collecting garbage takes a fifth of its time. */
const WITHOUT_GC = { GOGC: 'off' }

const SLOWEST = 8
const seconds = milliseconds => `${(milliseconds / 1000).toFixed(1)} s`

function runStep([name, command]) {
  console.log(`\n── ${name}`)
  const folder = mkdtempSync(path.join(tmpdir(), 'test-results-'))
  const file = path.join(folder, 'results.json')
  const start = performance.now()
  const ok = run(command, { env: { TEST_RESULTS: file, ...(name.startsWith('types') && WITHOUT_GC) } })
  const took = performance.now() - start
  const { times, failed } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { times: {}, failed: [] }
  rmSync(folder, { recursive: true })
  return { name, ok, took, files: Object.entries(times), failed }
}

/** The slowest test files of a step, and their share of the time of all its files, which run side by side. */
function slowest(files) {
  const total = files.reduce((sum, [, took]) => sum + took, 0)
  const sorted = [...files].sort(([, a], [, b]) => b - a).slice(0, SLOWEST)
  return sorted.map(
    ([file, took]) =>
      `         ${seconds(took).padStart(7)}  ${String(Math.round((took / total) * 100)).padStart(2)} %  ${file}`,
  )
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter(name => !Object.hasOwn(steps, name))
if (unknown.length > 0) {
  console.error(`no step ${unknown.join(', ')}: use ${Object.keys(steps).join(', ')}`)
  process.exit(2)
}
const results = Object.entries(steps)
  .filter(([name]) => chosen.length === 0 || chosen.includes(name))
  .map(runStep)

console.log('')
for (const { name, ok, took, files, failed } of results) {
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${seconds(took).padStart(9)}  ${name}`)
  for (const test of failed) console.log(`         ✗ ${test}`)
  for (const line of slowest(files)) console.log(line)
}
const failed = results.filter(({ ok }) => !ok).length
console.log(`${seconds(results.reduce((sum, { took }) => sum + took, 0))} in all`)
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

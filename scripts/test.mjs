// Everything that must hold, one step after the other: `npm test`. Name steps to run only those.
import { at, run } from './run.mjs'

const node = (file, ...args) => [process.execPath, at('node_modules', file), ...args]
const steps = {
  format: node('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'),
  types: node('next/dist/bin/next', 'typegen'),
  'types of the project': node('typescript/bin/tsc', '--noEmit'),
  'types of lib': node('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.lib.json'),
  unit: node('vitest/vitest.mjs', 'run'),
  e2e: node('@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts'),
}

const chosen = process.argv.slice(2)
const results = Object.entries(steps)
  .filter(([name]) => chosen.length === 0 || chosen.includes(name))
  .map(([name, command]) => {
    console.log(`\n── ${name}`)
    const start = performance.now()
    const ok = run(command)
    return { name, ok, seconds: ((performance.now() - start) / 1000).toFixed(1) }
  })

console.log('')
for (const { name, ok, seconds } of results) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
const failed = results.filter(({ ok }) => !ok).length
console.log(`${results.length - failed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0

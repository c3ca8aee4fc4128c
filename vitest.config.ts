import { rmSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { withSteadyState, YAML_MODULES } from './scripts/package/state-of-parser.mjs'
import { LongestFirst } from './tests/longest-first.ts'

/** Tests that change globals, mock modules, count work or measure the stack: a process for each file. */
const alone = [
  'tests/components/{doctor/continue-dialog,shell/commands}.test.tsx',
  'tests/local/{app-code,handlers,hostile}.test.ts',
  'tests/token-proof/{aws-jwt-verify,hostile-pastes}.test.ts',
  'tests/work.test.ts',
  'tests/lib/document/{hostile,parse}.test.ts',
  'tests/lib/read/serverless-work.test.ts',
]

/** Tests that run the tools of the formats, which take seconds to load and change the environment of their process. */
const tools = [
  'tests/conformance/**/*.test.ts',
  'tests/lib/formats/**/*.test.ts',
  'tests/lib/doctor/{differential,idioms,repairs,round-trip,sam-scopes}.test.ts',
  'tests/scripts/hosting.test.ts',
]

/** Tests of views and of what is around them: workers of their own, in which React and the DOM are loaded once. */
const views = ['tests/components/**/*.test.{ts,tsx}']

const sharedProcess = 'tests/same-process.ts'
const forViews = 'tests/components/set-up.ts'

const all = ['tests/**/*.test.{ts,tsx}']

/**
 * What a module becomes for Node, once for all projects. It ends with its process, and what one that was killed has left is
 * removed, so it is never out of date.
 */
const modules = `${import.meta.dirname}/.vitest/modules-${process.pid}`
rmSync(modules, { recursive: true, force: true })
process.once('exit', () => rmSync(modules, { recursive: true, force: true }))

/** js-yaml as the package has it. */
const stateOfParser = {
  name: 'state of the parser',
  transform: (code: string, id: string) => (YAML_MODULES.test(id) ? withSteadyState(code) : undefined),
}

export default defineConfig({
  plugins: [stateOfParser],
  resolve: {
    alias: {
      '@': import.meta.dirname,
      'cognito-scope-wizard/local': `${import.meta.dirname}/local/index.ts`,
    },
  },
  test: {
    pool: 'forks',
    server: { deps: { inline: ['js-yaml'] } },
    maxWorkers: 2,
    execArgv: [
      // Room for objects that live as long as one case: with 16 MB, collecting them takes a tenth of the processor time.
      '--max-semi-space-size=64',
      // Threads beside the test would take a core from the other worker. Marking goes on in the thread of the test, with less
      // work in all, and WebAssembly is optimized only where it runs long: AWS's validator is 9 MB of it.
      '--no-concurrent-marking',
      '--wasm-tiering-budget=40000000',
    ],
    // Only ends a test that hangs: a property test takes a minute on a free core, and may get a tenth of one.
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    sequence: { sequencer: LongestFirst },
    experimental: { fsModuleCache: true, fsModuleCachePath: modules },
    // Without isolation the files of a worker share what they import. The project tools runs first, the others in the order
    // of their names.
    projects: [
      { extends: true, test: { name: 'alone', include: alone, setupFiles: forViews } },
      { extends: true, test: { name: 'tools', include: tools, isolate: false } },
      {
        extends: true,
        test: {
          name: 'plain',
          include: all,
          exclude: [...alone, ...tools, ...views],
          isolate: false,
          setupFiles: sharedProcess,
        },
      },
      {
        extends: true,
        test: {
          name: 'views',
          include: views,
          exclude: alone,
          isolate: false,
          setupFiles: [sharedProcess, forViews],
        },
      },
    ],
  },
})

// A Vitest that stays alive between mutants, in a process that can be ended when a mutant never comes back.
import { createVitest } from 'vitest/node'

/** What is asked of it: files that have changed since, and tests to run. */
export interface Question {
  readonly changed: readonly string[]
  readonly tests: readonly string[]
}

const vitest = await createVitest('test', {
  root: process.cwd(),
  watch: false,
  bail: 1,
  pool: 'threads',
  maxWorkers: 1,
  isolate: false,
  reporters: [{}],
})

process.on('message', async ({ changed, tests }: Question) => {
  for (const file of changed) vitest.invalidateFile(file)
  const specifications = await vitest.globTestSpecifications([...tests])
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  const ok =
    specifications.length > 0 &&
    unhandledErrors.length === 0 &&
    testModules.every(module => module.state() === 'passed' || module.state() === 'skipped')
  if (!ok)
    for (const module of testModules)
      for (const test of module.children.allTests('failed'))
        console.log(`${module.moduleId}: ${test.fullName}`)
  process.send?.({ ok })
})
process.send?.({ ready: true })

// A Vitest that stays alive between mutants, in a process that can be ended when a mutant never comes back.
import path from 'node:path'
import { BaseSequencer, createVitest, type TestSpecification } from 'vitest/node'

/** What is asked of it: files that have changed since, and tests to run. */
export interface Question {
  readonly changed: readonly string[]
  readonly tests: readonly string[]
}

/** Failed tests, by file and name; none when the tests notice nothing. */
export interface Answer {
  readonly failures: readonly string[]
}

/** Milliseconds that each file took when it ran to its end. */
const took = new Map<string, number>()

/** Most mutants are noticed by many files, so the cheapest ones run first. */
class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => (took.get(a.moduleId) ?? 0) - (took.get(b.moduleId) ?? 0))
  }
}

const vitest = await createVitest('test', {
  root: process.cwd(),
  watch: false,
  bail: 1,
  pool: 'threads',
  maxWorkers: 1,
  isolate: false,
  reporters: [{}],
  sequence: { sequencer: ShortestFirst },
})
// A thread takes no flag of V8; the projects have theirs from the configuration file, whatever is given above.
for (const { config } of vitest.projects) config.execArgv = []

/** Vitest keeps the errors of earlier runs. */
const seen = new Set<unknown>()

process.on('message', async ({ changed, tests }: Question) => {
  for (const file of changed) vitest.invalidateFile(file)
  const specifications = await vitest.globTestSpecifications([...tests])
  // Vitest also returns the modules of earlier runs, as they ended then: also those that this run did not reach.
  vitest.state.filesMap.clear()
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications)
  const failures = [
    ...unhandledErrors
      .filter(error => !seen.has(error))
      .map(error => `outside a test: ${(error as Error).message}`),
    ...testModules.flatMap(module => [
      ...module.errors().map(({ message }) => `${path.basename(module.moduleId)}: ${message}`),
      ...[...module.children.allTests('failed')].map(
        ({ fullName }) => `${path.basename(module.moduleId)}: ${fullName}`,
      ),
    ]),
  ]
  if (failures.length === 0 && !testModules.every(module => module.ok()))
    failures.push('Vitest stopped without a failed test')
  if (specifications.length === 0) failures.push(`no tests: ${tests}`)
  for (const error of unhandledErrors) seen.add(error)
  for (const module of testModules) if (module.ok()) took.set(module.moduleId, module.diagnostic().duration)
  process.send?.({ failures } satisfies Answer)
})
process.send?.({ ready: true })

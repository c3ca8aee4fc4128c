import { Session } from 'node:inspector'

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly {
      readonly isBlockCoverage: boolean
      readonly ranges: readonly { readonly count: number }[]
    }[]
  }[]
}

// V8 counts the blocks of functions that it compiles after this: a test file that measures imports this file and calls
// what it measures nowhere before its tests.
const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/** Counts since the last call, by V8. In the same thread the inspector answers before `post` returns. */
function takeCoverage(): Coverage['result'] {
  let coverage: Coverage | undefined
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw error
    coverage = taken
  })
  if (!coverage) throw new Error('the inspector did not answer')
  return coverage.result
}

/**
 * How much of the project's own code a call runs: how often its functions and their blocks (branches, loop bodies) are
 * entered. The same call gives the same number on every machine, however busy. What a regular expression or a built-in
 * function does is not counted.
 */
export function workOf(call: () => void): number {
  takeCoverage()
  call()
  return takeCoverage()
    .filter(({ url }) => !/node_modules|^node:/.test(url))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)))
    .reduce((sum, count) => sum + count, 0)
}

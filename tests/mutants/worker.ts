// Runs tests on mutants in one process, which can be ended when one of them never comes back.
import { Modules } from './modules'
import { allParts, marked, type Part, takeReached } from './reached'
import { collecting, type Failure, runTests } from './suites'

/** One test file, and the numbers of the tests to run. */
export interface Chosen {
  readonly file: string
  readonly tests: readonly number[]
}

export type Question =
  | { readonly kind: 'measure'; readonly file: string }
  | { readonly kind: 'parts' }
  | {
      readonly kind: 'mutant'
      readonly file: string
      readonly source: string
      readonly plan: readonly Chosen[]
    }

/** What running a test file takes and reaches. */
export interface Measured {
  readonly file: string
  readonly failed: Failure | undefined
  /** Files of `lib/` that it loads, and functions that run meanwhile. */
  readonly loads: readonly string[]
  readonly reachedByLoading: readonly number[]
  readonly loadingMs: number
  readonly tests: readonly {
    readonly number: number
    readonly ms: number
    readonly reached: readonly number[]
  }[]
}

export type Parts = readonly (readonly [file: string, parts: readonly Part[]])[]

export interface Noticed extends Failure {
  readonly file: string
}

const isMeasuring = process.env.MUTANTS_MEASURE === '1'
const modules = new Modules(new Map([['vitest', collecting]]), isMeasuring ? marked : undefined)

async function measure(file: string): Promise<Measured> {
  modules.forget()
  takeReached()
  let loadingMs = 0
  let reachedByLoading: readonly number[] = []
  const tests: Measured['tests'][number][] = []
  const failed = await runTests(
    () => modules.load(file),
    undefined,
    (number, ms) => {
      const reached = takeReached()
      if (number < 0) {
        loadingMs = ms
        reachedByLoading = reached
      } else tests.push({ number, ms, reached })
    },
  )
  const loads = modules.evaluated.filter(name => name.startsWith('lib/'))
  return { file, failed, loads, reachedByLoading, loadingMs, tests }
}

async function noticedBy(plan: readonly Chosen[]): Promise<Noticed | null> {
  for (const { file, tests } of plan) {
    modules.forget()
    const failed = await runTests(() => modules.load(file), new Set(tests))
    if (failed) return { file, ...failed }
  }
  return null
}

process.on('unhandledRejection', () => undefined)
process.on('message', async (question: Question) => {
  if (question.kind === 'parts') process.send?.(allParts())
  else if (question.kind === 'measure') process.send?.(await measure(question.file))
  else {
    modules.replace(question.file, question.source)
    process.send?.(await noticedBy(question.plan))
  }
})
process.send?.('ready')

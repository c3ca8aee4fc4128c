import * as vitest from 'vitest'

type Step = () => unknown
interface Test {
  readonly name: string
  readonly run: Step
}
interface Suite {
  readonly items: (Test | Suite)[]
  readonly before: Step[]
  readonly after: Step[]
  readonly beforeEach: Step[]
  readonly afterEach: Step[]
}

const emptySuite = (): Suite => ({ items: [], before: [], after: [], beforeEach: [], afterEach: [] })

let open = emptySuite()

/** `each` for what takes a name and a function; rows that are lists become the arguments. */
type Add = (name: unknown, ...rest: readonly unknown[]) => void
const withEach = (add: Add) =>
  Object.assign(add, {
    each: (rows: readonly unknown[]) => (name: string, run: (...row: readonly unknown[]) => unknown) => {
      for (const row of rows) add(name, () => (Array.isArray(row) ? run(...row) : run(row)))
    },
    skipIf: (is: boolean) => (is ? () => undefined : add),
  })

const test = withEach((name, ...rest) => {
  open.items.push({ name: String(name), run: rest.find(isStep) ?? (() => undefined) })
})
const describe = withEach((_, ...rest) => {
  const outer = open
  open = emptySuite()
  outer.items.push(open)
  try {
    rest.find(isStep)?.()
  } finally {
    open = outer
  }
})
const isStep = (value: unknown): value is Step => typeof value === 'function'

/** What test files import from `vitest` here: it collects tests, so that some of them can run at once. */
export const collecting = {
  ...vitest,
  test,
  it: test,
  describe,
  beforeAll: (step: Step) => open.before.push(step),
  afterAll: (step: Step) => open.after.push(step),
  beforeEach: (step: Step) => open.beforeEach.push(step),
  afterEach: (step: Step) => open.afterEach.push(step),
}

export interface Failure {
  readonly name: string
  readonly message: string
}

/** Processor time of this process in milliseconds: a busy machine makes no test longer. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Tells of each test of a file, by number in the order of the text; -1 is evaluating the file. */
export type Report = (number: number, ms: number) => void

/** Runs the tests of a file that `load` evaluates, or only some of them, up to the first failure. */
export async function runTests(
  load: () => void,
  wanted?: ReadonlySet<number>,
  report?: Report,
): Promise<Failure | undefined> {
  open = emptySuite()
  const start = cpuTime()
  try {
    load()
  } catch (error) {
    return failure('the file', error)
  }
  report?.(-1, cpuTime() - start)
  let next = 0
  return run(open, [])

  async function run(suite: Suite, outer: readonly Suite[]): Promise<Failure | undefined> {
    const first = next
    const isWanted = (number: number) => !wanted || wanted.has(number)
    if (!Array.from({ length: countOf(suite) }, (_, i) => first + i).some(isWanted)) {
      next += countOf(suite)
      return
    }
    const chain = [...outer, suite]
    const failed = await attempt('beforeAll', suite.before)
    if (failed) return failed
    let found: Failure | undefined
    for (const item of suite.items) {
      found = 'items' in item ? await run(item, chain) : await one(item, chain, isWanted)
      if (found) break
    }
    const after = await attempt('afterAll', suite.after)
    return found ?? after
  }

  async function one(test: Test, chain: readonly Suite[], isWanted: (number: number) => boolean) {
    const number = next++
    if (!isWanted(number)) return
    const begin = cpuTime()
    const found = await attempt(test.name, [...chain.flatMap(suite => suite.beforeEach), test.run])
    const after = await attempt(
      'afterEach',
      chain.flatMap(suite => suite.afterEach),
    )
    const failed = found ?? after
    if (!failed) report?.(number, cpuTime() - begin)
    return failed
  }
}

const countOf = (suite: Suite): number =>
  suite.items.reduce((sum, item) => sum + ('items' in item ? countOf(item) : 1), 0)

async function attempt(name: string, steps: readonly Step[]): Promise<Failure | undefined> {
  try {
    for (const step of steps) await step()
  } catch (error) {
    return failure(name, error)
  }
  return undefined
}

const failure = (name: string, error: unknown): Failure => ({
  name,
  message: String(error instanceof Error ? error.message : error).split('\n')[0]!,
})

import type { Chosen, Measured, Parts } from './worker'

/** Tests that take longer come last. */
const QUICK_MS = 700
/** After so much of measured processor time no more tests of a mutant begin. */
export const MOST_MS = 60_000

/** Chooses the tests that reach a place, those first that are cheap or have noticed mutants of the same file. */
export class Plan {
  readonly #measured: readonly Measured[]
  readonly #parts: Parts
  readonly #noticed = new Map<string, number>()

  constructor(measured: readonly Measured[], parts: Parts) {
    this.#measured = measured.filter(({ failed }) => !failed)
    this.#parts = parts
  }

  /** `at` are the bytes before the place. */
  of(file: string, at: number): readonly Chosen[] {
    const part = this.#partAt(file, at)
    const rows = this.#measured.flatMap(measured => {
      if (!measured.loads.includes(file)) return []
      const isLoading = part === undefined || measured.reachedByLoading.includes(part)
      const tests = measured.tests.filter(({ reached }) => isLoading || reached.includes(part))
      const quick = tests.filter(({ ms }) => ms < QUICK_MS)
      const slow = tests.filter(({ ms }) => ms >= QUICK_MS).map(test => [test])
      return [quick, ...slow].flatMap(group => (group.length > 0 ? [this.#row(file, measured, group)] : []))
    })
    let sum = 0
    return rows
      .toSorted((a, b) => a.rank - b.rank)
      .flatMap(({ chosen, ms }) => {
        sum += ms
        return sum - ms < MOST_MS ? [chosen] : []
      })
  }

  /** A test file noticed a mutant of a source: it is asked earlier about the next one. */
  remember(file: string, by: string): void {
    const key = `${file} ${by}`
    this.#noticed.set(key, (this.#noticed.get(key) ?? 0) + 1)
  }

  /** The innermost function there; undefined where code runs as the file is loaded. */
  #partAt(file: string, at: number): number | undefined {
    const parts = this.#parts.find(([name]) => name === file)?.[1] ?? []
    return parts
      .filter(({ start, end }) => start <= at && at < end)
      .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0]?.id
  }

  #row(file: string, measured: Measured, tests: Measured['tests']) {
    const ms = measured.loadingMs + tests.reduce((sum, test) => sum + test.ms, 0)
    const folder = file.split('/')[1]!
    const isNear = measured.file.startsWith(`tests/lib/${folder}/`)
    const noticed = this.#noticed.get(`${file} ${measured.file}`) ?? 0
    return {
      chosen: { file: measured.file, tests: tests.map(({ number }) => number) },
      ms,
      rank: ((isNear ? 0.5 : 1) * (ms + 30)) / (1 + 3 * noticed),
    }
  }
}

// A reporter for Vitest and Playwright: writes `{ times, failed }` as JSON to the file that TEST_RESULTS names.
// `times` is the duration of each test file in milliseconds; with Vitest that includes the imports of the file, often
// the larger part. `failed` names each failed test, and the first line of what it said.
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const relative = file => path.relative(process.cwd(), file)
const COLORS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
const firstLine = error => (error?.message ?? 'no message').replace(COLORS, '').split('\n', 1)[0]

export default class TestResults {
  times = {}
  failed = []

  addTime(file, milliseconds) {
    const name = relative(file)
    this.times[name] = (this.times[name] ?? 0) + milliseconds
  }

  addFailure(place, error) {
    this.failed.push(`${place}: ${firstLine(error)}`)
  }

  write() {
    if (!process.env.TEST_RESULTS) return
    writeFileSync(process.env.TEST_RESULTS, JSON.stringify({ times: this.times, failed: this.failed }))
  }

  /** Vitest */
  onTestRunEnd(modules, unhandledErrors) {
    for (const module of modules) {
      const { prepareDuration, environmentSetupDuration, setupDuration, collectDuration, duration } =
        module.diagnostic()
      this.addTime(
        module.moduleId,
        prepareDuration + environmentSetupDuration + setupDuration + collectDuration + duration,
      )
      const file = relative(module.moduleId)
      for (const error of module.errors()) this.addFailure(file, error)
      for (const suite of module.children.allSuites())
        for (const error of suite.errors()) this.addFailure(`${file} > ${suite.fullName}`, error)
      for (const test of module.children.allTests('failed'))
        this.addFailure(`${file} > ${test.fullName}`, test.result().errors?.[0])
    }
    for (const error of unhandledErrors) this.addFailure('outside a test', error)
    this.write()
  }

  /** Playwright */
  onTestEnd(test, { duration, status, error }) {
    this.addTime(test.location.file, duration)
    if (status === test.expectedStatus || status === 'skipped') return
    this.addFailure(`${relative(test.location.file)}:${test.location.line} > ${test.title}`, error)
  }

  /** Playwright: an error outside a test, such as a file that cannot be loaded. */
  onError(error) {
    this.addFailure('outside a test', error)
  }

  onEnd() {
    this.write()
  }
}

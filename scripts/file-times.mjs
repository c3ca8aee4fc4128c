// A reporter for Vitest and Playwright: the duration of each test file, written as JSON `{ [file]: milliseconds }` to
// the file that FILE_TIMES names. With Vitest that includes the imports of the file, often the larger part.
import { writeFileSync } from 'node:fs'
import path from 'node:path'

export default class FileTimes {
  times = {}

  add(file, milliseconds) {
    const name = path.relative(process.cwd(), file)
    this.times[name] = (this.times[name] ?? 0) + milliseconds
  }

  write() {
    if (process.env.FILE_TIMES) writeFileSync(process.env.FILE_TIMES, JSON.stringify(this.times))
  }

  /** Vitest */
  onTestRunEnd(modules) {
    for (const module of modules) {
      const { prepareDuration, environmentSetupDuration, setupDuration, collectDuration, duration } =
        module.diagnostic()
      this.add(
        module.moduleId,
        prepareDuration + environmentSetupDuration + setupDuration + collectDuration + duration,
      )
    }
    this.write()
  }

  /** Playwright */
  onTestEnd({ location }, { duration }) {
    this.add(location.file, duration)
  }

  onEnd() {
    this.write()
  }
}

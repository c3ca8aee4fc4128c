import path from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, in this order: run last, one of them would leave the other worker without work. */
const LONGEST = [
  'tests/conformance/property.test.ts',
  'tests/conformance/projects.test.ts',
  'tests/lib/formats/cached-output.test.ts',
  'tests/conformance/cases.test.ts',
  'tests/conformance/injected-faults.test.ts',
]

/**
 * Runs the project of the longest files first, and of its files the longest. Vitest itself sorts by the durations of the
 * run before, which a new clone does not have.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ project, moduleId }: TestSpecification): number => {
      const place = LONGEST.indexOf(path.relative(this.ctx.config.root, moduleId).replaceAll('\\', '/'))
      if (place >= 0) return place
      return project.name === 'tools' ? LONGEST.length : LONGEST.length + 1
    }
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b))
  }
}

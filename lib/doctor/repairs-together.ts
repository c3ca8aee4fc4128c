import type { ReadOptions } from '../read/read'
import { mergeEdits } from '../source/edit'
import type { Diagnosis } from './diagnose-reading'
import type { Finding } from './finding'
import { isProved, possibleRepairs, type Repair, repairOf } from './repair'

/** The findings of one code and severity that may have a repair. */
export const findingsLike = ({ code, severity }: Finding, diagnosis: Diagnosis): readonly Finding[] =>
  diagnosis.findings.filter(
    finding =>
      finding.code === code &&
      finding.severity === severity &&
      possibleRepairs(finding, diagnosis).length > 0,
  )

/**
 * The best repairs of findings that are alike, in groups: those of a group remove all its findings and nothing else when
 * they are applied together. Where the edits of all are not proved, each half is tried. Null: no repair is proved.
 */
export function* repairsTogether(
  findings: readonly Finding[],
  diagnosis: Diagnosis,
  options: ReadOptions = {},
): Generator<ReadonlyMap<Finding, Repair | null>> {
  const [first, second] = findings
  if (!first) return
  if (!second) {
    yield new Map([[first, repairOf(first, diagnosis, options)]])
    return
  }
  const best = new Map(findings.map(finding => [finding, possibleRepairs(finding, diagnosis)[0] ?? null]))
  if (areProvedTogether(best, diagnosis, options)) yield best
  else {
    const half = Math.ceil(findings.length / 2)
    yield* repairsTogether(findings.slice(0, half), diagnosis, options)
    yield* repairsTogether(findings.slice(half), diagnosis, options)
  }
}

/** Do repairs of findings that are alike remove them all and nothing else, when they are applied together? */
export function areProvedTogether(
  repairs: ReadonlyMap<Finding, Repair | null>,
  diagnosis: Diagnosis,
  options: ReadOptions = {},
): boolean {
  const [first, ...others] = repairs.keys()
  const edits = mergeEdits([...repairs.values()].flatMap(repair => repair?.edits ?? []))
  return first !== undefined && edits !== undefined && isProved(edits, [first, ...others], diagnosis, options)
}

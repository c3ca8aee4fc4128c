import type { ReadOptions } from '../read/read'
import { commentsIn } from '../source/comments'
import { differences, pathsOf } from '../source/difference'
import { applyEdits, type Edit, mergeEdits } from '../source/edit'
import { memoizeByObject } from '../source/memoize-by-object'
import type { Source, Span } from '../source/node'
import { parseSource } from '../source/parse'
import { type Diagnosis, diagnoseReading } from './diagnose-reading'
import { type Finding, SEVERITIES, type Severity } from './finding'

/** A change of the text that is proved to remove a finding and nothing else. */
export interface Repair {
  readonly label: string
  readonly edits: readonly Edit[]
}

/** The changes that are proved for a finding: the one to offer first, and its alternatives. */
export const repairsOf = (
  finding: Finding,
  diagnosis: Diagnosis,
  options: ReadOptions = {},
): readonly Repair[] =>
  possibleRepairs(finding, diagnosis).filter(({ edits }) => isProved(edits, [finding], diagnosis, options))

/** The best of them. */
export const repairOf = (finding: Finding, diagnosis: Diagnosis, options: ReadOptions = {}): Repair | null =>
  possibleRepairs(finding, diagnosis).find(({ edits }) => isProved(edits, [finding], diagnosis, options)) ??
  null

/** What may be proved for a finding, the best first. */
export function possibleRepairs(finding: Finding, diagnosis: Diagnosis): readonly Repair[] {
  // What a finding assumes may not be so: an edit would then be wrong.
  if (finding.because.length > 0) return []
  return finding.proposals.flatMap(({ label, edits }) => {
    const merged = mergeEdits(edits)
    const isPossible = merged && merged.length > 0 && merged.every(edit => isAllowed(edit, diagnosis))
    return isPossible ? [{ label, edits: merged }] : []
  })
}

/** Do edits remove some findings of one code and severity, and nothing else? */
export function isProved(
  edits: readonly Edit[],
  findings: readonly [Finding, ...Finding[]],
  diagnosis: Diagnosis,
  options: ReadOptions,
): boolean {
  const [{ code, severity }] = findings
  const { facts } = diagnosis
  const sources = new Set(edits.map(({ source }) => source))
  const texts = new Map([...sources].map(source => [source, applyEdits(source, edits)]))
  const again = facts.readAgain(texts, options)
  const isAsExpected = facts.files.every(({ read, source }, i) => {
    const file = again.files[i]
    return file?.read === read && (!sources.has(source) || changesTargetsOnly(source, file.source, edits))
  })
  if (!isAsExpected) return false
  const after = diagnoseReading(again).findings
  // Two findings may claim the same, so that claims are counted; of what the repaired ones claim, nothing may stay.
  const left = new Map<string, number>()
  const count = (found: readonly Finding[], by: number) => {
    for (const claim of found.flatMap(({ claims }) => claims)) left.set(claim, (left.get(claim) ?? 0) + by)
  }
  count(diagnosis.findings, 1)
  for (const claim of findings.flatMap(({ claims }) => claims)) left.set(claim, 0)
  count(after, -1)
  return after.every(
    found =>
      found.claims.every(claim => left.get(claim)! >= 0) ||
      (found.code !== code && isMilder(found.severity, severity)),
  )
}

const isMilder = (one: Severity, other: Severity) => SEVERITIES.indexOf(one) > SEVERITIES.indexOf(other)

/** Never in a generated file, nor inside what an alias refers to: that would change every place that uses it. */
function isAllowed(edit: Edit, { facts }: Diagnosis): boolean {
  const file = facts.files.find(({ source }) => source === edit.source)
  if (!file || file.generated || file.format === 'aws-snapshot') return false
  return !facts.shared.some(span => touches(span, edit))
}

const touches = (span: Span, edit: Edit) =>
  span.source === edit.source && edit.start <= span.end && edit.end >= span.start

/** The new tree is the old one but for the keys, items and values that the edits say they change; all comments stay. */
function changesTargetsOnly(source: Source, changedSource: Source, edits: readonly Edit[]): boolean {
  const [before, after] = [parseSource(source), parseSource(changedSource)]
  if (!before.ok || !after.ok || !before.tree.root) return false
  const { root } = before.tree
  if (allComments(source) !== allComments(changedSource)) return false
  const targets = edits.filter(edit => edit.source === source).flatMap(({ target }) => pathsOf(root, target))
  const changed = differences(root, after.tree.root)
  return (
    changed.length > 0 &&
    changed.every(path =>
      targets.some(target => path.length - target.length <= 1 && target.every((key, i) => key === path[i])),
    )
  )
}

const allComments = memoizeByObject((source: Source) => {
  const parsed = parseSource(source)
  const root = parsed.ok && parsed.tree.root
  return root && commentsIn({ source, start: 0, end: source.text.length }, [root]).join('\n')
})

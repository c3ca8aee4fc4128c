import type { ReadOptions } from '../read/read'
import { commentsIn } from '../source/comments'
import { differences, pathsOf } from '../source/difference'
import { applyEdits, type Edit, mergeEdits } from '../source/edit'
import { memoizeBySource } from '../source/memoize-by-source'
import type { Source, Span } from '../source/node'
import { parseSource } from '../source/parse'
import { type Diagnosis, diagnoseReading } from './diagnose-reading'
import { type Finding, type Proposal, SEVERITIES, type Severity } from './finding'

/** A change of the text that is proved to remove a finding and nothing else. */
export interface Repair {
  readonly label: string
  readonly edits: readonly Edit[]
}

/** The changes that are proved for a finding: the one to offer first, and its alternatives. */
export function repairsOf(
  finding: Finding,
  diagnosis: Diagnosis,
  options: ReadOptions = {},
): readonly Repair[] {
  // What a finding assumes may not be so: an edit would then be wrong.
  if (finding.because.length > 0) return []
  return finding.proposals.flatMap(proposal => {
    const edits = mergeEdits(proposal.edits)
    return edits && edits.length > 0 && isProved({ ...proposal, edits }, finding, diagnosis, options)
      ? [{ label: proposal.label, edits }]
      : []
  })
}

/** The best of them. */
export function repairOf(finding: Finding, diagnosis: Diagnosis, options: ReadOptions = {}): Repair | null {
  for (const proposal of finding.proposals) {
    const [repair] = repairsOf({ ...finding, proposals: [proposal] }, diagnosis, options)
    if (repair) return repair
  }
  return null
}

function isProved(proposal: Proposal, finding: Finding, diagnosis: Diagnosis, options: ReadOptions): boolean {
  const { facts } = diagnosis
  if (!proposal.edits.every(edit => isAllowed(edit, diagnosis))) return false
  const sources = new Set(proposal.edits.map(({ source }) => source))
  const texts = new Map([...sources].map(source => [source, applyEdits(source, proposal.edits)]))
  const again = facts.readAgain(texts, options)
  const isAsExpected = facts.files.every(({ read, source }, i) => {
    const file = again.files[i]
    return (
      file?.read === read && (!sources.has(source) || changesTargetsOnly(source, file.source, proposal.edits))
    )
  })
  if (!isAsExpected) return false
  const after = diagnoseReading(again)
  const before = new Set(diagnosis.findings.flatMap(claimsOf))
  const own = new Set(claimsOf(finding))
  return after.findings.every(found => {
    const claims = claimsOf(found)
    if (claims.some(claim => own.has(claim))) return false
    return isMilder(found.severity, finding.severity) || claims.every(claim => before.has(claim))
  })
}

const isMilder = (one: Severity, other: Severity) => SEVERITIES.indexOf(one) > SEVERITIES.indexOf(other)

/** A code and the things it is about; positions move with the edit. */
const claimsOf = ({ code, subjects }: Finding): readonly string[] => subjects.map(on => `${code} ${on}`)

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

const allComments = memoizeBySource((source: Source) => {
  const parsed = parseSource(source)
  const root = parsed.ok && parsed.tree.root
  return root && commentsIn({ source, start: 0, end: source.text.length }, [root]).join('\n')
})

import type { DiagnosisReport } from '@/lib/doctor/report'

type Undecided = DiagnosisReport['undecided'][number]
type Cause = Undecided['because'][number]

/** The undecided checks that one cause decides. */
export interface UndecidedGroup {
  readonly cause: Cause
  /** What can be done about it in the page. */
  readonly remedy: 'value' | 'file' | 'none'
  readonly checks: readonly Undecided[]
}

const REMEDIES: Readonly<Record<Cause['kind'], UndecidedGroup['remedy']>> = {
  parameter: 'value',
  variable: 'value',
  file: 'file',
  nested: 'file',
  import: 'file',
  condition: 'none',
  'dynamic-reference': 'none',
  macro: 'none',
  outside: 'none',
}

/** Undecided checks by what would decide them, the causes that can be removed here first, then those of most checks. */
export function undecidedGroups(undecided: readonly Undecided[]): readonly UndecidedGroup[] {
  const groups = new Map<string, { readonly cause: Cause; readonly checks: Undecided[] }>()
  for (const check of undecided)
    for (const cause of check.because) {
      const key = `${cause.kind} ${cause.name}`
      const group = groups.get(key) ?? { cause, checks: [] }
      group.checks.push(check)
      groups.set(key, group)
    }
  return [...groups.values()]
    .map(group => ({ ...group, remedy: REMEDIES[group.cause.kind] }))
    .toSorted(
      (a, b) =>
        Number(a.remedy === 'none') - Number(b.remedy === 'none') || b.checks.length - a.checks.length,
    )
}

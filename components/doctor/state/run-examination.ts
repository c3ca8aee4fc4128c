import type { ReadableReport, ReportRepair } from '@/lib/doctor/report'
import type { ExaminedTemplates } from '@/lib/examine-reading'

/** What an examination tells, part by part, as plain data. */
export type ExaminationStep =
  | {
      readonly kind: 'read'
      readonly report: ReadableReport
      readonly who: ExaminedTemplates['who']
      readonly chosen: string | undefined
      readonly obstacle: string | undefined
    }
  /** The proved repairs of the finding with this index. */
  | { readonly kind: 'repairs'; readonly index: number; readonly repairs: readonly ReportRepair[] }

/**
 * Tells the findings at once, then the repairs of one finding after the other: each is proved by reading all files
 * again. `goOn` waits for a moment to go on, and returns false when the answer is not needed any more.
 */
export async function runExamination(
  { report, who, chosen, obstacle, repairs }: ExaminedTemplates,
  tell: (step: ExaminationStep) => void,
  goOn: () => Promise<boolean>,
): Promise<void> {
  tell({ kind: 'read', report, who, chosen, obstacle })
  for (const index of report.findings.keys()) {
    if (!(await goOn())) return
    tell({ kind: 'repairs', index, repairs: repairs(index) })
  }
}

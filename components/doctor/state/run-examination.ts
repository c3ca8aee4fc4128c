import type { AccessGraph } from '@/lib/access-map/graph'
import type { DiagnosisReport, ReportPlace, ReportRepair } from '@/lib/doctor/report'
import {
  examineTemplates,
  type RepairedTemplates,
  repairTemplates,
  type TemplateQuestion,
} from '@/lib/examine-templates'
import type { TemplateApi } from '@/lib/template-api'

/** What an examination tells, part by part, as plain data. */
export type ExaminationStep =
  | {
      readonly kind: 'read'
      readonly report: DiagnosisReport
      readonly api: TemplateApi
      readonly graph: AccessGraph<ReportPlace>
    }
  /** The proved repairs of the finding with this index. */
  | { readonly kind: 'repairs'; readonly index: number; readonly repairs: readonly ReportRepair[] }

/**
 * Reads files and tells the findings at once, then the repairs of one finding after the other: each is proved by reading
 * all files again. `goOn` waits for a moment to go on, and returns false when the answer is not needed any more.
 */
export async function runExamination(
  question: TemplateQuestion,
  tell: (step: ExaminationStep) => void,
  goOn: () => Promise<boolean>,
): Promise<void> {
  const examined = examineTemplates(question)
  tell({ kind: 'read', report: examined.report, api: examined.api, graph: examined.graph })
  for (const index of examined.report.findings.keys()) {
    if (!(await goOn())) return
    tell({ kind: 'repairs', index, repairs: examined.repairs(index) })
  }
}

export const runRepairs = (question: TemplateQuestion): RepairedTemplates => repairTemplates(question)

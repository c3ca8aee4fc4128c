import type { AccessGraph } from './access-map/graph'
import { accessGraph } from './doctor/access-graph'
import { type Diagnosis, diagnoseReading } from './doctor/diagnose'
import { repairOf, repairsOf } from './doctor/repair'
import {
  type DiagnosisReport,
  type ReportPlace,
  type ReportRepair,
  reportWith,
  toReportRepair,
} from './doctor/report'
import { type GivenFile, type ReadOptions, readFiles } from './read/read'
import { applyEdits } from './source/edit'
import { type TemplateApi, templateApi } from './template-api'

/** What the page asks about some files. */
export interface TemplateQuestion extends ReadOptions {
  readonly files: readonly GivenFile[]
  /** Id of the API to import; left out, the one with the most endpoints that require a token. */
  readonly api?: string
}

/** What some files say, with the parts that take long computed when they are asked for. */
export interface ExaminedTemplates {
  /** The report, without repairs. */
  readonly report: DiagnosisReport
  readonly api: TemplateApi
  /** Who can call the endpoints of that API; of the first one, when it cannot be imported. */
  readonly graph: AccessGraph<ReportPlace>
  /** The proved repairs of one finding of the report, the best first. All files are read again for each. */
  readonly repairs: (index: number) => readonly ReportRepair[]
}

/** Reads templates and judges them: the entry point of the page, next to `compile`. Any text is an answer. */
export function examineTemplates({ files, api, ...options }: TemplateQuestion): ExaminedTemplates {
  const reading = readFiles(files, options)
  const diagnosis = diagnoseReading(reading)
  const report = reportWith(diagnosis, () => null)
  const imported = templateApi(reading, api)
  const id = imported.ok ? imported.id : (api ?? report.apis[0]?.id)
  return {
    report,
    api: imported,
    graph: accessGraph(diagnosis.facts, report.access, id),
    repairs(index) {
      const finding = diagnosis.findings[index]
      return finding ? repairsOf(finding, diagnosis, options).map(toReportRepair) : []
    },
  }
}

/** Files after every repair that can be proved, and the labels of the repairs in their order. */
export interface RepairedTemplates {
  readonly files: readonly GivenFile[]
  readonly labels: readonly string[]
}

/** More repairs than any file needs: each one removes a finding. */
const MAX_REPAIRS = 200

/** Applies the best repair of the first finding that has one, reads the files again, and so on. */
export function repairTemplates({ files, api: _, ...options }: TemplateQuestion): RepairedTemplates {
  let current = files
  const labels: string[] = []
  while (labels.length < MAX_REPAIRS) {
    const diagnosis = diagnoseReading(readFiles(current, options))
    const repair = firstRepair(diagnosis, options)
    if (!repair) break
    labels.push(repair.label)
    current = diagnosis.facts.files.map(({ path, source }) => ({
      path,
      text: applyEdits(source, repair.edits),
    }))
  }
  return { files: current, labels }
}

function firstRepair(diagnosis: Diagnosis, options: ReadOptions) {
  for (const finding of diagnosis.findings) {
    const repair = repairOf(finding, diagnosis, options)
    if (repair) return repair
  }
  return undefined
}

import type { AccessGraph } from './access-map/graph'
import { accessGraph } from './doctor/access-graph'
import { type Diagnosis, diagnoseReading } from './doctor/diagnose-reading'
import { repairOf } from './doctor/repair'
import type { ReportPlace } from './doctor/report'
import {
  type ExaminedTemplates,
  examineReading,
  type GraphQuestion,
  type TemplateQuestion,
} from './examine-reading'
import { type GivenFile, type ReadOptions, readFiles } from './read/read'
import { applyEdits } from './source/edit'
import { type TemplateApi, templateApi } from './template-api'

/** Reads templates of any format and judges them: the entry point of the page, next to `compile`. */
export const examineTemplates = (question: TemplateQuestion): ExaminedTemplates => {
  const { files, api: _, ...options } = question
  return examineReading(readFiles(files, options), question)
}

/** The chosen API of some templates as a document of the wizard. */
export const importApi = ({ files, api, ...options }: TemplateQuestion): TemplateApi =>
  templateApi(readFiles(files, options), api)

/** Who can call what in the chosen API, as a graph. */
export const templateGraph = ({ files, api, access, ...options }: GraphQuestion): AccessGraph<ReportPlace> =>
  accessGraph(readFiles(files, options), access, api)

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

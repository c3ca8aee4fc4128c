import type { AccessGraph } from './access-map/graph'
import { accessGraph } from './doctor/access-graph'
import { type Diagnosis, diagnoseReading } from './doctor/diagnose-reading'
import type { Finding } from './doctor/finding'
import { createProver } from './doctor/prover'
import type { Repair } from './doctor/repair'
import { areProvedTogether, findingsLike, repairsTogether } from './doctor/repairs-together'
import { type ReportPlace, toReportRepair } from './doctor/report'
import {
  type ExaminedTemplates,
  examineReading,
  type GraphQuestion,
  type TemplateQuestion,
} from './examine-reading'
import { type GivenFile, type ReadOptions, readFiles } from './read/read'
import { applyEdits, mergeEdits } from './source/edit'
import { type TemplateApi, templateApi } from './template-api'

/** Reads templates of any format and judges them: the entry point of the page, next to `compile`. */
export const examineTemplates = (question: TemplateQuestion): ExaminedTemplates => {
  const { files, api: _, ...options } = question
  return examineReading(readFiles(files, options), question, createProver)
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

/** More rounds than any file needs: each one removes a finding. */
const MAX_ROUNDS = 200

/** Applies the best repairs of the first findings that have any, reads the files again, and so on. */
export function repairTemplates({ files, api: _, ...options }: TemplateQuestion): RepairedTemplates {
  let current = files
  const labels: string[] = []
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const diagnosis = diagnoseReading(readFiles(current, options))
    const repairs = firstRepairs(diagnosis, options)
    if (repairs.length === 0) break
    labels.push(...labelsOf(repairs))
    const edits = mergeEdits(repairs.flatMap(repair => repair.edits))!
    current = diagnosis.facts.files.map(({ path, source }) => ({ path, text: applyEdits(source, edits) }))
  }
  return { files: current, labels }
}

/** A label for each distinct list of edits: one change may be the repair of several findings. */
const labelsOf = (repairs: readonly Repair[]): Iterable<string> =>
  new Map(repairs.map(repair => [JSON.stringify(toReportRepair(repair).edits), repair.label])).values()

/** The best repairs of the first findings that are alike and have any: of all, or as many as are proved together. */
function firstRepairs(diagnosis: Diagnosis, options: ReadOptions): readonly Repair[] {
  const seen = new Set<Finding>()
  for (const finding of diagnosis.findings) {
    if (seen.has(finding)) continue
    const alike = findingsLike(finding, diagnosis)
    for (const it of alike) seen.add(it)
    const groups = [...repairsTogether(alike, diagnosis, options)]
      .map(group => new Map([...group].flatMap(([repaired, repair]) => (repair ? [[repaired, repair]] : []))))
      .filter(({ size }) => size > 0)
    const [first, ...others] = groups
    if (!first) continue
    const all = new Map(groups.flatMap(group => [...group]))
    const areProved = others.length === 0 || areProvedTogether(all, diagnosis, options)
    return [...(areProved ? all : first).values()]
  }
  return []
}

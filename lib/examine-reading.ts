import { chooseApi } from './deployed/choose-api'
import type { AccessRow } from './doctor/access-matrix'
import { type Diagnosis, diagnoseReading } from './doctor/diagnose-reading'
import type { Finding } from './doctor/finding'
import { type Repair, repairsOf } from './doctor/repair'
import { type ReadableReport, type ReportRepair, reportWith, toReportRepair } from './doctor/report'
import { type WhoCanCall, whoCanCall } from './doctor/who-can-call'
import type { GivenFile } from './read/files'
import type { Reading, ReadOptions } from './read/read-opened'

/** What the page asks about some files. */
export interface TemplateQuestion extends ReadOptions {
  readonly files: readonly GivenFile[]
  /** Id of the API to show and to import; left out, the one with the most endpoints that require a token. */
  readonly api?: string
}

/** The same about the graph of some files, with the access list of their report. */
export interface GraphQuestion extends TemplateQuestion {
  readonly access: readonly AccessRow[]
}

/** What some files say, with the parts that take long computed when they are asked for. */
export interface ExaminedTemplates {
  /** The report, without repairs. */
  readonly report: ReadableReport
  /** What its access list says in words. */
  readonly who: WhoCanCall
  /** Id of the chosen API; undefined where the files have none. */
  readonly chosen: string | undefined
  /** Why the import of that API would certainly be refused. */
  readonly obstacle: string | undefined
  /** The proved repairs of one finding of the report, the best first. All files are read again to prove them. */
  readonly repairs: (index: number) => readonly ReportRepair[]
}

/** What proves the repairs of the findings that it is asked for; undefined where it does not try. */
type CreateProver = (
  diagnosis: Diagnosis,
  options: ReadOptions,
  prove: typeof repairsOf,
) => (finding: Finding) => readonly Repair[] | undefined

/** Judges files that are read. Their repairs are proved one by one, or as `createProver` says. */
export function examineReading(
  reading: Reading,
  { files: _, api, ...options }: TemplateQuestion,
  createProver?: CreateProver,
): ExaminedTemplates {
  const diagnosis = diagnoseReading(reading)
  const report = reportWith(diagnosis, () => null)
  const prove = createProver?.(diagnosis, options, repairsOf)
  const { apis, endpoints } = reading.deployed
  const chosen = chooseApi(apis, endpoints, api)?.id ?? api
  return {
    report,
    who: whoCanCall(report.access, diagnosis),
    chosen,
    obstacle: obstacleOf(report, chosen),
    repairs(index) {
      const finding = diagnosis.findings[index]
      if (!finding) return []
      return (prove?.(finding) ?? repairsOf(finding, diagnosis, options)).map(toReportRepair)
    },
  }
}

function obstacleOf({ access, apis }: ReadableReport, chosen: string | undefined): string | undefined {
  if (apis.length === 0) return 'These files show no REST or HTTP API.'
  const isGuarded = access.some(
    ({ api, authorization }) => api === chosen && /^(?:cognito|jwt)$/.test(authorization),
  )
  return isGuarded ? undefined : `No endpoint of ${chosen} certainly requires a token of a user pool.`
}

import type { Cause } from '../deployed/cause'
import type { ApiType } from '../deployed/deployed'
import type { ReadOptions } from '../read/read'
import type { Span } from '../source/node'
import { positionOf } from '../source/position'
import { type AccessRow, accessMatrix } from './access-matrix'
import type { Diagnosis } from './diagnose'
import type { Finding, Place, Severity } from './finding'
import { type Graph, graphOf } from './graph'
import { createProver } from './prover'
import { type Repair, repairOf } from './repair'

/** A place in plain data; lines and columns count from 1, columns in UTF-16 code units. */
export interface ReportPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly logicalId?: string
}

/** A finding in plain data. */
export interface ReportFinding {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly why: string
  readonly fix: string
  readonly source: string
  readonly at: readonly ReportPlace[]
  readonly because: readonly string[]
  readonly repair: ReportRepair | null
}

/** A proved change of the text in plain data. */
export interface ReportRepair {
  readonly label: string
  /** Offsets are UTF-16 code units of the file as given. */
  readonly edits: readonly {
    readonly file: string
    readonly start: number
    readonly end: number
    readonly text: string
  }[]
}

/** A diagnosis as plain data, for programs. */
export interface DiagnosisReport {
  readonly files: readonly {
    readonly path: string
    readonly format: string | null
    readonly generated: boolean
    readonly read: 'whole' | 'partly' | 'refused'
    readonly problems: readonly { readonly line: number; readonly column: number; readonly message: string }[]
  }[]
  readonly apis: readonly {
    readonly id: string
    readonly type: ApiType
    readonly file: string
    readonly endpoints: number
    /** Nothing that decides an endpoint is missing from the files. */
    readonly complete: boolean
  }[]
  readonly findings: readonly ReportFinding[]
  readonly undecided: readonly {
    readonly code: string
    readonly on: string
    readonly message: string
    readonly at: readonly ReportPlace[]
    readonly because: readonly {
      readonly kind: Cause['kind']
      readonly name: string
      readonly message: string
      readonly at?: ReportPlace
    }[]
  }[]
  readonly access: readonly AccessRow[]
  readonly graph: Graph
}

/** The report that people read: without the graph, which is for programs. */
export type ReadableReport = Omit<DiagnosisReport, 'graph'>

const UNPROVED =
  'An edit may do it. It is not proved here, because so much is in the files: doctor --fix CODE@FILE:LINE proves that of one finding.'

/** The whole diagnosis as plain data. Every repair in it is proved. */
export function reportOf(diagnosis: Diagnosis, options: ReadOptions = {}): DiagnosisReport {
  const prove = createProver(diagnosis, options, (...asked) => {
    const best = repairOf(...asked)
    return best ? [best] : []
  })
  return {
    ...reportWith(diagnosis, finding => {
      const repairs = prove(finding)
      return repairs ? (repairs[0] ?? null) : 'unproved'
    }),
    graph: graphOf(diagnosis.facts.deployed, diagnosis.facts.access),
  }
}

/** The readable part with the repairs that the caller chooses: to prove one, all files are read again. */
export function reportWith(
  diagnosis: Diagnosis,
  repair: (finding: Finding) => Repair | 'unproved' | null,
): ReadableReport {
  const { facts, findings, undecided } = diagnosis
  const { deployed } = facts
  return {
    files: facts.files.map(({ path, format, generated, read, problems }) => ({
      path,
      format: format ?? null,
      generated,
      read,
      problems: problems.map(({ at, message }) => ({ ...positionOf(at.source, at.start), message })),
    })),
    apis: deployed.apis.map(api => ({
      id: api.id,
      type: api.type,
      file: api.at.source.path,
      endpoints: deployed.endpoints.filter(it => it.api.kind === 'one' && it.api.to.key === api.key).length,
      complete: api.open.length + deployed.open.length === 0,
    })),
    findings: findings.map(finding => toReportFinding(finding, repair(finding))),
    undecided: undecided.map(({ code, on, message, at, because }) => ({
      code,
      on,
      message,
      at: at.map(placeOf),
      because: because.map(cause => ({
        kind: cause.kind,
        name: cause.name,
        message: cause.message,
        ...(cause.at && { at: placeOf(cause.at) }),
      })),
    })),
    access: accessMatrix(facts, diagnosis.refused),
  }
}

function toReportFinding(finding: Finding, repair: Repair | 'unproved' | null): ReportFinding {
  const { code, severity, message, why, fix, source, at, because } = finding
  return {
    code,
    severity,
    message,
    why,
    fix: repair === 'unproved' ? `${fix} ${UNPROVED}` : fix,
    source,
    at: at.map(placeOf),
    because,
    repair: repair === 'unproved' ? null : repair && toReportRepair(repair),
  }
}

/** A repair whose edits name their files by path. */
export const toReportRepair = ({ label, edits }: Repair): ReportRepair => ({
  label,
  edits: edits.map(({ source, start, end, text }) => ({ file: source.path, start, end, text })),
})

/** A span in lines and columns. */
export function placeOf(at: Place | Span): ReportPlace {
  const start = positionOf(at.source, at.start)
  const end = positionOf(at.source, at.end)
  return {
    file: at.source.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    ...('logicalId' in at && at.logicalId !== undefined && { logicalId: at.logicalId }),
  }
}

import type { ReadableReport, ReportFinding, ReportPlace, ReportRepair } from '@/lib/doctor/report'
import type { WhoCanCall } from '@/lib/doctor/who-can-call'
import type { GivenFile } from '@/lib/read/read'
import type { TemplateApi } from '@/lib/template-api'

/** A finding of an examination, with the repairs that are proved for it so far. */
export interface ExaminedFinding extends Omit<ReportFinding, 'repair'> {
  /** Stays the same when the files are read again and the finding is still there. */
  readonly key: string
  /** Undefined until they were tried. */
  readonly repairs: readonly ReportRepair[] | undefined
}

/** What some files say. */
export interface Examination {
  /** The files that were read. */
  readonly files: readonly GivenFile[]
  readonly report: ReadableReport
  /** What its access list says in words. */
  readonly who: WhoCanCall
  readonly findings: readonly ExaminedFinding[]
  /** Id of the chosen API. */
  readonly chosen: string | undefined
  /** That API as a document of the wizard; undefined until it was asked for. */
  readonly api: TemplateApi | undefined
  /** Why that API cannot become a document of the wizard. */
  readonly obstacle: string | undefined
}

export function examinationOf(
  files: readonly GivenFile[],
  { report, who, chosen, obstacle }: Pick<Examination, 'report' | 'who' | 'chosen' | 'obstacle'>,
): Examination {
  const seen = new Map<string, number>()
  const findings = report.findings.map(({ repair: _, ...finding }): ExaminedFinding => {
    const [place] = finding.at
    const name = `${finding.code} ${place?.file} ${place?.logicalId ?? finding.message}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return { ...finding, key: times === 1 ? name : `${name} ${times}`, repairs: undefined }
  })
  return { files, report, who, findings, chosen, api: undefined, obstacle }
}

export const withRepairs = (
  examination: Examination,
  index: number,
  repairs: readonly ReportRepair[],
): Examination => ({
  ...examination,
  findings: examination.findings.map((finding, i) => (i === index ? { ...finding, repairs } : finding)),
})

/** A place where a file, or what it refers to, cannot be read, as the report gives it. */
export interface Fault {
  /** Nothing of the file was read. */
  readonly isRefused: boolean
  readonly place: Pick<ReportPlace, 'file' | 'line' | 'column'>
  readonly message: string
}

export const faultsOf = ({ files }: ReadableReport): readonly Fault[] =>
  files.flatMap(({ path, read, problems }) =>
    problems.map(({ line, column, message }) => ({
      isRefused: read === 'refused',
      place: { file: path, line, column },
      message,
    })),
  )

/** Whether a file that could be read before cannot be read any more, as while its text is being changed. */
export const isBroken = (before: Examination | undefined, { files }: ReadableReport): boolean =>
  files.some(
    ({ path, read }) =>
      read === 'refused' &&
      before?.report.files.some(file => file.path === path && file.read !== 'refused') === true,
  )

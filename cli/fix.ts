import type { Diagnosis } from '../lib/doctor/diagnose'
import type { Finding } from '../lib/doctor/finding'
import { repairOf } from '../lib/doctor/repair'
import type { DiagnosisReport, ReportFinding } from '../lib/doctor/report'
import type { ReadOptions } from '../lib/read/read'
import { applyEdits } from '../lib/source/edit'
import { positionOf } from '../lib/source/position'
import { type Outcome, UsageError } from './command'
import { printable } from './printable'

/** What `--fix` calls a finding: its code and line, and its column where another one of the code is on the line. */
export function addressOf({ code, at }: ReportFinding, { findings }: DiagnosisReport): string {
  const [first] = at
  if (!first) return code
  const isThere = (finding: ReportFinding) =>
    finding.code === code && finding.at.some(({ file, line }) => file === first.file && line === first.line)
  const column = findings.filter(isThere).length > 1 ? `:${first.column}` : ''
  return `${code}@${first.file}:${first.line}${column}`
}

const WITH_COLUMN = /^([A-Z_]+)@(.+):(\d+):(\d+)$/
const WITH_LINE = /^([A-Z_]+)@(.+):(\d+)$/

/** Prints the repaired text of the file that is edited, which may be another one than that of the finding, such as its parent's. */
export function fix(wanted: string, diagnosis: Diagnosis, options: ReadOptions): Outcome {
  const parts = [WITH_COLUMN, WITH_LINE].map(address => address.exec(wanted)).filter(it => it !== null)
  // The name of a file may end like a line.
  const isGiven = (path: string) => diagnosis.facts.files.some(file => file.path === path)
  const [, code, path = '', line, column] = parts.find(([, , path = '']) => isGiven(path)) ?? parts[0] ?? []
  if (!code) throw new UsageError(`--fix ${wanted} does not name a finding. Use CODE@FILE:LINE.`)
  const columnsOf = ({ at }: Finding): readonly number[] =>
    at.flatMap(({ source, start }) => {
      const found = positionOf(source, start)
      return source.path === path && found.line === Number(line) ? found.column : []
    })
  const isThere = (found: Finding) =>
    columnsOf(found).some(found => column === undefined || found === Number(column))
  const found = diagnosis.findings.filter(it => it.code === code && isThere(it))
  const [first] = found
  if (!first) {
    const place = `line ${line}${column === undefined ? '' : `, column ${column}`} of ${path}`
    return failed(`There is no ${code} at ${place}.`)
  }
  const repaired = found.flatMap(finding => {
    const repair = repairOf(finding, diagnosis, options)
    return repair ? [{ repair, address: `${code}@${path}:${line}:${columnsOf(finding)[0]}` }] : []
  })
  const [one, ...others] = repaired
  if (!one) return failed(`${code} has no change that can be proved. ${first.fix}`)
  if (others.length > 0 && column === undefined)
    return failed(
      `${code} is at this line more than once. Choose one of ${repaired.map(({ address }) => address).join(', ')}.`,
    )
  const { label, edits } = one.repair
  const sources = [...new Set(edits.map(({ source }) => source))]
  const [source] = sources
  if (!source || sources.length > 1)
    return failed(
      `--fix prints one file, and this changes several: ${sources.map(it => it.path).join(', ')}. --json has the edits of each.`,
    )
  const place = source.path === path ? '' : `. The text printed is that of ${source.path}`
  return { status: 0, stdout: applyEdits(source, edits), stderr: `${printable(label + place)}\n` }
}

const failed = (why: string): Outcome => ({ status: 1, stderr: `${printable(why)}\n` })

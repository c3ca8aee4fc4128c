import type { Diagnosis } from '../lib/doctor/diagnose'
import type { DiagnosisReport, ReportFinding, ReportPlace } from '../lib/doctor/report'
import { whoCanCall } from '../lib/doctor/who-can-call'
import { lineText } from '../lib/source/position'
import { addressOf } from './fix'
import { printable } from './printable'

/** Wraps a word in a terminal colour, or returns it unchanged. */
type Paint = (text: string, style: keyof typeof STYLES) => string

const STYLES = { error: 31, warning: 33, suggestion: 36, dim: 2, bold: 1 } as const

/** How many other places of a finding, and subjects of a check, are listed. */
const LISTED = 8

/** A readable report: one block per finding, whose first line has the form that editors make clickable. */
export function doctorText(report: DiagnosisReport, diagnosis: Diagnosis, isColoured: boolean): string {
  const paint: Paint = (text, style) => (isColoured ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text)
  const blocks = [
    ...report.files.flatMap(fileLines),
    ...report.findings.map(finding => findingBlock(finding, report, diagnosis, paint)),
    ...undecidedBlock(report, paint),
    ...accessBlock(report, diagnosis, paint),
    summary(report),
  ]
  return `${blocks.join('\n\n')}\n`
}

function fileLines({ path, read, problems }: DiagnosisReport['files'][number]): readonly string[] {
  if (problems.length === 0) return []
  return problems.map(({ line, column, message }) =>
    printable(`${path}:${line}:${column} ${read === 'refused' ? 'refused' : 'read in part'}: ${message}`),
  )
}

function findingBlock(
  finding: ReportFinding,
  report: DiagnosisReport,
  diagnosis: Diagnosis,
  paint: Paint,
): string {
  const [first, ...others] = finding.at
  const head = first ? printable(`${first.file}:${first.line}:${first.column}`) : ''
  return [
    `${head} ${paint(finding.severity, finding.severity)} ${paint(finding.code, 'bold')}`,
    printable(`  ${finding.message}`),
    ...(first ? excerpt(first, diagnosis, paint) : []),
    ...others.slice(0, LISTED).map(({ file, line, column }) => printable(`  also ${file}:${line}:${column}`)),
    ...(others.length > LISTED ? [`  and ${others.length - LISTED} more places`] : []),
    printable(`  Why: ${finding.why}`),
    printable(`  Fix: ${finding.fix}`),
    ...finding.because.map(reason => printable(`  As long as ${reason}.`)),
    ...(finding.repair ? [printable(`  --fix ${addressOf(finding, report)}: ${finding.repair.label}`)] : []),
    paint(`  ${finding.source}`, 'dim'),
  ].join('\n')
}

/** The place with its key, and a caret below it. Other values of the line may be secrets, which a log must not keep. */
function excerpt(place: ReportPlace, { facts }: Diagnosis, paint: Paint): readonly string[] {
  const source = facts.files.find(({ path }) => path === place.file)?.source
  if (!source) return []
  const text = lineText(source, place.line)
  const end = place.endLine === place.line ? place.endColumn - 1 : text.length
  const first = Math.max(0, place.column - 1 - 60)
  // Only so much is searched: of a line of 200,000 characters that takes minutes.
  const start = first + text.slice(first, place.column - 1).search(BEFORE)
  const shown = text.slice(start, Math.min(end, start + 120)).replaceAll('\t', ' ')
  const width = Math.max(1, Math.min(end, start + 120) - (place.column - 1))
  const number = String(place.line)
  const margin = ' '.repeat(number.length)
  return [
    `  ${paint(`${number} |`, 'dim')} ${printable(shown)}`,
    `  ${paint(`${margin} |`, 'dim')} ${' '.repeat(place.column - 1 - start)}${paint('^'.repeat(width), 'bold')}`,
  ]
}

/** The key of a value, what begins an item, and a tag. */
const BEFORE = /[-\s]*(?:["']?[\w.:-]+["']?:\s*[[{]?\s*)?(?:![\w.:]*\s+)?["']?$/

/** Undecided checks, grouped by what would decide them. */
function undecidedBlock({ undecided }: DiagnosisReport, paint: Paint): readonly string[] {
  if (undecided.length === 0) return []
  const groups = new Map<string, { readonly message: string; readonly checks: Map<string, Set<string>> }>()
  for (const { code, on, because } of undecided)
    for (const { kind, name, message } of because) {
      const key = `${kind} ${name}`
      const group = groups.get(key) ?? { message, checks: new Map<string, Set<string>>() }
      group.checks.set(code, (group.checks.get(code) ?? new Set()).add(on))
      groups.set(key, group)
    }
  const lines = [...groups.values()].flatMap(({ message, checks }) => [
    printable(`  ${message}`),
    printable(`    decides ${[...checks].map(([code, on]) => `${code} (${firstOf([...on])})`).join(', ')}`),
  ])
  return [`${paint('Undecided', 'bold')}\n${lines.join('\n')}`]
}

function firstOf(names: readonly string[]): string {
  const rest = names.length - LISTED
  return `${names.slice(0, LISTED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

function accessBlock({ access }: DiagnosisReport, diagnosis: Diagnosis, paint: Paint): readonly string[] {
  if (access.length === 0) return []
  const width = Math.max(...access.map(({ endpoint }) => endpoint.length))
  const words = whoCanCall(access, diagnosis)
  const lines = access.map(({ endpoint, authorization, clients }, i) => {
    const allowed = clients.filter(client => client.allowed === true).map(({ id }) => id)
    const open = clients.filter(client => client.allowed === null).map(({ id }) => `${id}?`)
    const who = words.endpoints[i] ?? ([...allowed, ...open].join(', ') || 'none of the clients')
    return printable(`  ${endpoint.padEnd(width)}  ${authorization.padEnd(7)}  ${who}`)
  })
  const rejected = diagnosis.facts.deployed.clients.flatMap(({ id }, i) =>
    words.clients[i] ? printable(`  ${id}: ${words.clients[i]}`) : [],
  )
  return [`${paint('Who can call with an access token', 'bold')}\n${[...lines, ...rejected].join('\n')}`]
}

function summary({ findings, undecided, files }: DiagnosisReport): string {
  const count = (severity: string) => findings.filter(finding => finding.severity === severity).length
  const words = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('suggestion'), 'suggestion'),
    `${undecided.length} undecided`,
  ]
  const refused = files.filter(({ read }) => read === 'refused').length
  const partly = files.filter(({ read }) => read === 'partly').length
  const read = [
    plural(files.length, 'file'),
    ...(refused > 0 ? [`${refused} refused`] : []),
    ...(partly > 0 ? [`${partly} read in part`] : []),
  ]
  return `${read.join(', ')}: ${words.join(', ')}`
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

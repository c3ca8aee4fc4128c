import { diagnose } from '../lib/doctor/diagnose'
import { type DiagnosisReport, reportOf } from '../lib/doctor/report'
import { sarifOf } from '../lib/doctor/sarif'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { doctorText } from './doctor-text'
import { fix } from './fix'
import { printableJson } from './printable'
import { readOptions, readTemplates, TEMPLATE_OPTIONS } from './template-files'

/**
 * `doctor [--json | --sarif | --fix CODE@FILE:LINE[:COLUMN]] [--param N=V]… [--stage S] [--fail-on error|warning] FILE…`: why an
 * access token is refused, at which line, and what to change. Nothing is written.
 */
export async function doctor(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    ...TEMPLATE_OPTIONS,
    json: { type: 'boolean' },
    sarif: { type: 'boolean' },
    fix: { type: 'string' },
    'fail-on': { type: 'string' },
  })
  const failOn = values['fail-on']
  if (failOn !== undefined && failOn !== 'error' && failOn !== 'warning')
    throw new UsageError(`--fail-on ${failOn} is not valid. Use error or warning.`)
  if ([values.json, values.sarif, values.fix !== undefined].filter(Boolean).length > 1)
    throw new UsageError('choose one of --json, --sarif and --fix')
  const options = readOptions(values)
  const files = await readTemplates(positionals)
  const diagnosis = diagnose(files, options)
  if (values.fix !== undefined) return fix(values.fix, diagnosis, options)

  const report = reportOf(diagnosis, options)
  const status = isUnread(report) || isMet(report, failOn) ? 1 : 0
  if (values.json) return { status, stdout: `${printableJson(report, 2)}\n` }
  if (values.sarif) return { status, stdout: `${printableJson(sarifOf(report), 2)}\n` }
  const isColoured = process.stdout.isTTY === true && !process.env.NO_COLOR
  return { status, stdout: doctorText(report, diagnosis, isColoured) }
}

/** True when no file could be read. */
const isUnread = ({ files }: DiagnosisReport) => files.every(({ read }) => read === 'refused')

const isMet = ({ findings }: DiagnosisReport, failOn: string | undefined) =>
  failOn !== undefined &&
  findings.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'))

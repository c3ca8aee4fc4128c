import { placeOf } from '../lib/doctor/report'
import { importSpec } from '../lib/import/import'
import { importedFindings } from '../lib/import-template'
import { readFiles } from '../lib/read/read'
import { parseArguments } from './arguments'
import type { Outcome } from './command'
import { printable, printableJson } from './printable'
import { fileErrors, readOptions, readTemplates, TEMPLATE_OPTIONS } from './template-files'

const CREATES_NEW = 'Deploying the import creates new resources; the existing ones are not changed.'

/** `import [--json] [--api ID] [--param N=V]… [--stage S] FILE…`: a spec of what the files deploy, and a report. */
export async function importCommand(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    ...TEMPLATE_OPTIONS,
    json: { type: 'boolean' },
    api: { type: 'string' },
  })
  const reading = readFiles(await readTemplates(positionals), readOptions(values))
  const imported = importSpec(reading.deployed, values.api)
  const errors = imported.ok ? [] : [...fileErrors(reading), ...imported.errors]
  const report = imported.report.map(entry => ({ ...entry, at: entry.at && placeOf(entry.at) }))
  const status = imported.ok ? 0 : 1
  if (values.json) {
    const spec = imported.ok ? imported.spec : null
    const object = { spec, report, errors, findings: importedFindings(imported) }
    return { status, stdout: `${printableJson(object, 2)}\n` }
  }
  const lines = report
    .filter(({ how }) => how !== 'mapped')
    .map(({ how, what, why, at }) =>
      printable(`${how}: ${what}${at ? ` (${at.file}:${at.line})` : ''}. ${why}`),
    )
  if (!imported.ok)
    return { status, stderr: [...errors.map(({ message }) => printable(message)), ...lines, ''].join('\n') }
  return {
    status,
    stdout: `${printableJson(imported.spec, 2)}\n`,
    stderr: [CREATES_NEW, ...lines, ''].join('\n'),
  }
}

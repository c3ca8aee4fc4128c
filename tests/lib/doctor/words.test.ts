import fs from 'node:fs'
import path from 'node:path'
import { it } from 'vitest'
import type { Cause } from '../../../lib/deployed/cause'
import { accessMatrix } from '../../../lib/doctor/access-matrix'
import { type Diagnosis, diagnose } from '../../../lib/doctor/diagnose'
import type { Finding } from '../../../lib/doctor/finding'
import { graphOf } from '../../../lib/doctor/graph'
import { repairsOf } from '../../../lib/doctor/repair'
import { reportOf } from '../../../lib/doctor/report'
import { sarifOf } from '../../../lib/doctor/sarif'
import { type SnapshotTarget, snapshotScript } from '../../../lib/doctor/snapshot-script'
import { importTemplate } from '../../../lib/index'
import type { Edit } from '../../../lib/source/edit'
import { positionOf } from '../../../lib/source/position'
import { expectGolden } from '../../golden'
import { faults, faultyText } from './faults'
import { diagnoseText, idiomsOf, inputNames, inputText, spellingSets, templatesOf } from './files'
import { variants, variantText } from './variants'

const sets = Object.keys(
  JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'templates/expected.json'), 'utf8')),
)

const snapshotTargets: readonly SnapshotTarget[] = [
  {
    api: { type: 'rest', id: 'a1b2c3d4e5', stage: 'prod' },
    userPool: 'eu-west-1_AbCdEf123',
    region: 'eu-west-1',
  },
  { api: { type: 'http', id: 'a1b2c3d4e5' }, userPool: 'eu-west-1_AbCdEf123', region: 'eu-west-1' },
]

/** Every word that people read about these files, so that a change shows in review. */
it.each<[string, () => readonly string[]]>([
  [
    'faults',
    () =>
      faults.flatMap(fault => {
        const diagnosis = diagnoseText(faultyText(fault))
        return [
          `── ${fault.code}: ${JSON.stringify(fault.change[1].trim())}`,
          ...findingsOf(diagnosis, repairsOf),
        ]
      }),
  ],
  [
    'variants',
    () =>
      variants.flatMap(variant => {
        const diagnosis = diagnoseText(variantText(variant), variant.base)
        return [
          `── ${variant.base}: ${variant.name}`,
          ...accessOf(diagnosis),
          ...findingsOf(diagnosis, repairsOf),
          ...undecidedOf(diagnosis),
        ]
      }),
  ],
  [
    'inputs',
    () =>
      inputNames.flatMap(name => {
        const diagnosis = diagnoseText(inputText(name), name)
        return [`── ${name}`, ...findingsOf(diagnosis, repairsOf), ...undecidedOf(diagnosis)]
      }),
  ],
  [
    'templates',
    () =>
      sets.flatMap(names => {
        const diagnosis = diagnose(templatesOf(...names.split(' ')))
        return [`── ${names}`, ...findingsOf(diagnosis, repairsOf), ...undecidedOf(diagnosis)]
      }),
  ],
  ['imports', () => sets.flatMap(names => [`── ${names}`, ...importOf(templatesOf(...names.split(' ')))])],
  [
    'idioms',
    () =>
      [...idiomsOf('sam'), ...idiomsOf('serverless')].flatMap(({ path, text }) => [
        `── ${path}`,
        ...accessOf(diagnoseText(text, path)),
        ...importOf([{ path, text }]),
      ]),
  ],
  ['spellings', () => spellingSets.flatMap(everythingOf)],
  ['sarif', () => [JSON.stringify(sarifOf(reportOf(diagnose(templatesOf('client-faults.yaml')))), null, 1)]],
  ['snapshot-scripts', () => snapshotTargets.map(snapshotScript)],
])('what is said of the %s', (name, linesOf) => {
  expectGolden(`${linesOf().join('\n')}\n`, import.meta.dirname, 'words', `${name}.txt`)
})

function everythingOf(files: ReturnType<typeof templatesOf>): readonly string[] {
  const diagnosis = diagnose(files)
  return [
    `── ${files.map(({ path }) => path).join(' ')}`,
    ...accessOf(diagnosis),
    ...findingsOf(diagnosis, repairsOf),
    ...undecidedOf(diagnosis),
    ...importOf(files),
  ]
}

const placesOf = (at: Finding['at']) =>
  at
    .map(({ source, start, end, logicalId }) => {
      const { line, column } = positionOf(source, start)
      return `${source.path}:${line}:${column}+${end - start}${logicalId === undefined ? '' : ` ${logicalId}`}`
    })
    .join(', ')

const causesOf = (because: readonly Cause[]) =>
  because.map(cause => `  because ${JSON.stringify(withoutPlace(cause))}`)
const withoutPlace = ({ at: _, ...cause }: Cause & { readonly at?: unknown }) => cause

function findingsOf(diagnosis: Diagnosis, repairs?: typeof repairsOf): readonly string[] {
  return diagnosis.findings.flatMap(finding => {
    const { code, severity, message, why, fix, at, subjects, because } = finding
    return [
      `${severity} ${code} of ${subjects.join(', ')}, at ${placesOf(at)}`,
      ...[message, why, fix, ...because].map(line => `  ${line}`),
      ...(repairs?.(finding, diagnosis) ?? []).flatMap(({ label, edits }) => [
        `  repair: ${label}`,
        ...edits.map(edit => `    ${shown(edit)}`),
      ]),
    ]
  })
}

const shown = ({ source, start, end, text }: Edit) =>
  `${positionOf(source, start).line}: ${JSON.stringify(source.text.slice(start, end))} → ${JSON.stringify(text)}`

/** Who can call what, as it was read. */
function accessOf({ facts, refused }: Diagnosis): readonly string[] {
  const { endpoints } = graphOf(facts.deployed, facts.access)
  return accessMatrix(facts, refused).map(({ endpoint, api, authorization, clients }, i) => {
    const callers = clients.map(({ id, allowed }) => `${id} ${allowed}`)
    return `${endpoint} of ${api}: ${authorization} [${endpoints[i]!.scopes.join(', ')}] ${callers.join(', ')}`
  })
}

const undecidedOf = ({ undecided }: Diagnosis) =>
  undecided.flatMap(({ code, on, message, at, because }) => [
    `undecided ${code} of ${on}, at ${placesOf(at)}`,
    `  ${message}`,
    ...causesOf(because),
  ])

function importOf(files: ReturnType<typeof templatesOf>): readonly string[] {
  const imported = importTemplate(files)
  return [
    ...imported.report.map(
      ({ what, at, how, into, why }) =>
        `${how} ${what}${at ? ` at ${at.file}:${at.line}:${at.column}` : ''}${into ? ` into ${into}` : ''}: ${why}`,
    ),
    ...(imported.ok ? [JSON.stringify(imported.spec)] : imported.errors.map(error => JSON.stringify(error))),
  ]
}

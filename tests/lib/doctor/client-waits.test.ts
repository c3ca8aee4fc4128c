import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { repairsOf } from '../../../lib/doctor/repair'
import { applyEdits } from '../../../lib/source/edit'
import { readYaml } from '../../conformance/toolchains/read-yaml'
import { baseText } from './faults'
import { diagnoseText } from './files'

const changed = (...changes: readonly (readonly [string, string])[]) =>
  changes.reduce((text, [from, to]) => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }, baseText('http'))

const UNORDERED = ['    DependsOn: NotesScopes\n', ''] as const
const GRANTED = '        - openid\n        - notes/read\n'

it.each([
  [
    'SCOPE_NOT_FULL',
    '        - openid\n        - read\n',
    'Use notes/read and let the client depend on NotesScopes',
  ],
  [
    'SCOPE_UNDECLARED',
    '        - openid\n        - notes/raed\n',
    'Use notes/read and let the client depend on NotesScopes',
  ],
  [
    'ENDPOINT_UNREACHABLE',
    '        - openid\n',
    'Allow notes/read for Web and let the client depend on NotesScopes',
  ],
])('%s: a client that gets its first scope of a resource server waits for it', (code, granted, label) => {
  const text = changed(UNORDERED, [GRANTED, granted])
  const diagnosis = diagnoseText(text)
  const finding = diagnosis.findings.find(found => found.code === code)!
  const repairs = repairsOf(finding, diagnosis)
  expect(repairs.map(repair => repair.label)).toEqual([label])
  const { edits } = repairs[0]!
  const mended = applyEdits(edits[0]!.source, edits)
  expect(readYaml(mended)).toEqual(readYaml(baseText('http')))
  expect(diagnose([{ path: 'template.yaml', text: mended }]).findings.map(found => found.code)).toEqual(
    diagnoseText(baseText('http')).findings.map(found => found.code),
  )
})

it('a client that lists other scopes of the server gets the scope alone', () => {
  const text = changed(
    UNORDERED,
    [
      '          ScopeDescription: Read notes\n',
      '          ScopeDescription: Read notes\n        - ScopeName: write\n          ScopeDescription: Write notes\n',
    ],
    [GRANTED, `${GRANTED}        - write\n`],
  )
  const diagnosis = diagnoseText(text)
  const finding = diagnosis.findings.find(({ code }) => code === 'SCOPE_NOT_FULL')!
  expect(repairsOf(finding, diagnosis).map(({ label }) => label)).toEqual(['Use notes/write'])
})

it('DependsOn is not offered where it would close a circle', () => {
  const text = changed(UNORDERED, [
    '    Type: AWS::Cognito::UserPoolResourceServer\n',
    '    Type: AWS::Cognito::UserPoolResourceServer\n    DependsOn: Web\n',
  ])
  const diagnosis = diagnoseText(text)
  const finding = diagnosis.findings.find(({ code }) => code === 'CLIENT_BEFORE_RESOURCE_SERVER')!
  expect(repairsOf(finding, diagnosis)).toEqual([])
})

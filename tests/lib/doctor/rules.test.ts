import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { refusesTokens } from '../../../lib/doctor/refuses-tokens'
import { repairsOf } from '../../../lib/doctor/repair'
import { rules } from '../../../lib/doctor/rules'
import { applyEdits } from '../../../lib/source/edit'
import { lineText, positionOf } from '../../../lib/source/position'
import { baseText, type Fault, faults, faultyText } from './faults'
import { diagnoseText } from './files'

/** Rules whose faults need another format: input files and tests of their own have them. */
const ELSEWHERE = ['AUTHORIZER_TYPE_CASE', 'STAGE_NOT_REDEPLOYED']

describe('a base', () => {
  for (const base of ['rest', 'http'] as const)
    it(`for ${base} has no finding and nothing undecided`, () => {
      const { findings, undecided } = diagnoseText(baseText(base))
      expect(findings.map(({ code }) => code)).toEqual([])
      expect(undecided.map(({ code, on }) => `${code} ${on}`)).toEqual([])
    })
})

describe('an injected fault', () => {
  it('is there for every rule', () => {
    const injected = [...faults.map(({ code }) => code), ...ELSEWHERE]
    expect(rules.map(({ code }) => code).filter(code => !injected.includes(code))).toEqual([])
  })

  for (const fault of faults)
    it(`${fault.code} is found at its line${fault.repaired ? ', and mended' : ''}`, () => {
      const text = faultyText(fault)
      const diagnosis = diagnoseText(text)
      const codes = [...new Set(diagnosis.findings.map(({ code }) => code))]
      expect(codes.toSorted()).toEqual([fault.code, ...(fault.also ?? [])].toSorted())
      const finding = diagnosis.findings.find(({ code }) => code === fault.code)!
      expect(
        finding.at.map(({ source, start }) => lineText(source, positionOf(source, start).line)).join('\n'),
      ).toContain(fault.line)
      const [repair] = repairsOf(finding, diagnosis)
      expect(repair !== undefined).toBe(fault.repaired ?? false)
      if (repair) expect(afterRepair(text, fault, repair.edits)).not.toContain(fault.code)
    })
})

function afterRepair(text: string, fault: Fault, edits: Parameters<typeof applyEdits>[1]): readonly string[] {
  const source = edits[0]!.source
  expect(source.text).toBe(text)
  const mended = applyEdits(source, edits)
  const comments = (of: string) => of.match(/#.*/g) ?? []
  expect(comments(mended)).toEqual(comments(text))
  return diagnose([{ path: `${fault.code}.yaml`, text: mended }]).findings.map(({ code }) => code)
}

describe('a client is added to an audience as its items are written', () => {
  const ANOTHER = `  Another:
    Type: AWS::Cognito::UserPoolClient
    DependsOn: NotesScopes
    Properties:
      UserPoolId: !Ref Users
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [notes/read]
      CallbackURLs: [https://notes.example.com/in]
      SupportedIdentityProviders: [COGNITO]
`
  const BLOCK = '        Audience:\n          - !Ref Web\n'
  const added = (audience: string) => {
    const text = baseText('http').replace(BLOCK, audience).replace('  Api:\n', `${ANOTHER}  Api:\n`)
    const diagnosis = diagnoseText(text)
    const finding = diagnosis.findings.find(({ code }) => code === 'CLIENT_NOT_IN_AUDIENCE')!
    return repairsOf(finding, diagnosis).map(({ label, edits }) => [label, ...edits.map(edit => edit.text)])
  }

  it.each([
    ['a line each', BLOCK, '\n          - !Ref Another'],
    ['a list in brackets', '        Audience: [!Ref Web]\n', ', !Ref Another'],
    ['the long form', '        Audience: [{ Ref: Web }]\n', ', { Ref: Another }'],
    ['quotes', '        Audience: [{ "Ref": "Web" }]\n', ', { "Ref": "Another" }'],
    [
      'a line each in brackets',
      '        Audience: [\n          !Ref Web\n        ]\n',
      ',\n          !Ref Another',
    ],
  ])('%s', (_, audience, text) => {
    expect(added(audience)).toEqual([['Add Another to the audience', text]])
  })

  it.each([
    ['over two lines', '        Audience:\n          - Ref:\n              Web\n'],
    ['that is not a list', '        Audience: !Split [",", !Ref Web]\n'],
  ])('but not to one %s', (_, audience) => {
    expect(added(audience)).toEqual([])
  })
})

it('every rule cites a page of AWS', () => {
  for (const { code, source } of rules)
    expect(source, code).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\/[\w-]+\.html(?:#\S+)?$/)
})

it('some findings are reasons why access tokens are refused', () => {
  expect(rules.map(({ code }) => code).filter(refusesTokens)).toEqual([
    'AUTHORIZER_TRUSTS_ANOTHER_POOL',
    'AUTHORIZER_TYPE_MISMATCH',
    'CLIENT_NOT_IN_AUDIENCE',
    'ENDPOINT_UNREACHABLE',
    'ISSUER_MISMATCH',
    'METHOD_WITHOUT_SCOPES',
    'OAUTH_NOT_ENABLED',
    'SCOPE_NOT_FULL',
    'SCOPE_UNDECLARED',
    'SDK_TOKENS_LACK_SCOPE',
    'STAGE_NOT_REDEPLOYED',
    'UPDATED_ISSUER_WITH_REST',
    'VALIDATION_EXPRESSION_WITH_SCOPES',
  ])
})

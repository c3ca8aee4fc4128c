// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { fileChanges } from '@/components/doctor/change-text'
import { findingAt, nextFinding } from '@/components/doctor/code/finding-at'
import { ChangeLines } from '@/components/doctor/findings/change-lines'
import { headlineOf } from '@/components/doctor/findings/headline'
import { signedLines } from '@/components/doctor/findings/signed-lines'
import UndecidedList from '@/components/doctor/findings/undecided-list'
import { createDoctor } from '@/components/doctor/state/create-doctor'
import { examinationOf } from '@/components/doctor/state/examination'
import { DoctorContext } from '@/components/doctor/use-doctor'
import { refusesTokens } from '@/lib/doctor/refuses-tokens'
import { rules } from '@/lib/doctor/rules'
import { examineTemplates } from '@/lib/examine-templates'

afterEach(cleanup)

const finding = (code: string) => ({ code }) as never
const file = (read: 'whole' | 'refused') => ({ read }) as never
const api = (type: 'rest' | 'http') => ({ type }) as never

describe('the headline', () => {
  it.each([
    [[], 0, 'rest', 'No findings'],
    [['METHOD_WITHOUT_SCOPES'], 0, 'rest', '1 reason why an access token gets 401'],
    [
      ['METHOD_WITHOUT_SCOPES', 'SCOPE_NOT_FULL', 'OAUTH_NOT_ENABLED', 'IMPLICIT_GRANT', 'NO_CALLBACK'],
      4,
      'rest',
      '3 reasons why an access token gets 401 · 2 more findings · 4 undecided',
    ],
    [['SCOPE_NOT_FULL'], 0, 'http', '1 reason why an access token is refused'],
    [['IMPLICIT_GRANT'], 0, 'rest', '1 finding'],
    [[], 5, 'rest', '5 undecided'],
  ] as const)('of %j and %i undecided, %s', (codes, undecided, type, text) => {
    const report = {
      files: [file('whole')],
      apis: [api(type)],
      findings: codes.map(finding),
      undecided: Array.from({ length: undecided }, () => finding('X')),
    }
    expect(headlineOf(report)).toBe(text)
  })

  it('of files that cannot be read says so', () => {
    const report = { files: [file('refused')], apis: [], findings: [], undecided: [] }
    expect(headlineOf(report)).toBe('This file cannot be read')
  })

  it('counts codes that rules have', () => {
    const refusing = rules.map(({ code }) => code).filter(refusesTokens)
    expect(refusing).toHaveLength(13)
    expect(refusing).toContain('METHOD_WITHOUT_SCOPES')
  })
})

describe('a change', () => {
  const before = 'Resources:\n  App: {}\n'
  const edit = (start: number, end: number, text: string) => ({
    label: 'Change',
    edits: [{ file: 'a.yaml', start, end, text }],
  })

  it.each([
    ['an insertion', before, edit(10, 10, '\n  Web: {}'), ['+2  Web: {}']],
    ['a replacement', before, edit(13, 16, 'Web'), ['-2  App: {}', '+2  Web: {}']],
    ['CRLF without a last line end', 'a: 1\r\nb: 2', edit(9, 10, '3'), ['-2b: 2', '+2b: 3']],
    ['a removal', before, edit(11, 21, ''), ['-2  App: {}']],
  ])('is read as lines: %s', (_, text, repair, lines) => {
    const [change] = fileChanges([{ path: 'a.yaml', text }], repair)
    const { before: old, after } = change!
    expect(signedLines(old, after).map(({ sign, number, text: line }) => `${sign}${number}${line}`)).toEqual(
      lines,
    )
  })

  it('of several files names each', () => {
    const files = [
      { path: 'a.yaml', text: 'a: 1\n' },
      { path: 'b.yaml', text: 'b: 1\n' },
    ]
    const repair = {
      label: 'Change',
      edits: [
        { file: 'a.yaml', start: 3, end: 4, text: '2' },
        { file: 'b.yaml', start: 3, end: 4, text: '2' },
      ],
    }
    render(<ChangeLines changes={fileChanges(files, repair)} />)
    const text = (name: string) => screen.getByRole('figure', { name: `Change of ${name}` }).textContent
    expect(text('a.yaml')).toContain('1-a: 11+a: 2')
    expect(text('b.yaml')).toContain('1-b: 11+b: 2')
  })
})

describe('undecided checks', () => {
  const text = `Parameters:
  Identifier: { Type: String }
Resources:
  Scopes:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties: { UserPoolId: eu-west-1_AbCdEf123, Identifier: !Ref Identifier, Name: Notes }
  Nested:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: auth.yaml }
  App:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !GetAtt Nested.Outputs.Pool
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [!Sub '\${Identifier}/read']
      CallbackURLs: [!Ref Identifier]
      DefaultRedirectURI: https://example.com/
`

  it('are grouped by cause; a parameter is answered in place', () => {
    const { report } = examineTemplates({ files: [{ path: 'a.yaml', text }] })
    const asked: unknown[] = []
    const doctor = createDoctor(() => ({
      examine: question => asked.push(question),
      repairAll: async () => ({ files: [], labels: [] }),
      importApi: async () => ({ ok: false, errors: [], report: [], notJudged: [] }),
      graph: async () => ({ clients: [], credentials: [], endpoints: [], grants: [], requirements: [] }),
      stop: () => undefined,
    }))
    render(
      <DoctorContext value={doctor}>
        <UndecidedList undecided={report.undecided} />
      </DoctorContext>,
    )
    const input = screen.getByRole('textbox', { name: 'Identifier' })
    fireEvent.change(input, { target: { value: 'com.example' } })
    fireEvent.submit(input)
    expect(doctor.state.get().answers).toEqual({ Identifier: 'com.example' })
    // Cut at its end if it is long: the name stays.
    expect(screen.getByTitle('Identifier = com.example').textContent).toBe('Identifier = com.example')
    fireEvent.click(screen.getByRole('button', { name: 'Take back Identifier' }))
    expect(doctor.state.get().answers).toEqual({})
  })
})

describe('the caret', () => {
  const text = `Resources:
  App:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      AllowedOAuthFlows: [code]
      CallbackURLs: [https://a.example/]
      DefaultRedirectURI: https://b.example/
`
  const files = [{ path: 'a.yaml', text }]
  const examination = examinationOf(files, examineTemplates({ files }))
  const codeAt = (line: number, column: number, path = 'a.yaml') => {
    const key = findingAt({ examination }, path, line, column)
    return examination.findings.find(found => found.key === key)?.code
  }

  it('selects the finding around it, or the one that starts in its line', () => {
    expect(codeAt(7, 30)).toBe('DEFAULT_REDIRECT_NOT_LISTED')
    expect(codeAt(7, 1)).toBe('DEFAULT_REDIRECT_NOT_LISTED')
    expect(codeAt(3, 5)).toBeUndefined()
    expect(codeAt(7, 30, 'b.yaml')).toBeUndefined()
  })

  it('goes round the findings in the order of the list', () => {
    const keys = examination.findings.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const following = (selected: string | undefined, by: 1 | -1) =>
      nextFinding({ examination, selected }, by)?.key
    expect(following(undefined, 1)).toBe(keys[0])
    expect(following(keys.at(-1), 1)).toBe(keys[0])
    expect(following(keys[0], -1)).toBe(keys.at(-1))
  })
})

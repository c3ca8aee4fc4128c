import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'
import { sarifOf } from '@/lib/doctor/sarif'
import { faults, faultyText } from './faults'

// biome-ignore lint/suspicious/noExplicitAny: the tests read members of every depth
type Json = any

const fault = faults.find(({ code }) => code === 'PREFLIGHT_NEEDS_TOKEN')!
const path = 'infra dir/template.yaml'
const text = faultyText(fault)
const report = diagnose([
  { path, text },
  { path: 'broken.yaml', text: 'Resources: {\n' },
])
const [run] = (sarifOf(report) as Json).runs

it('has each rule with its level and its page', () => {
  const levels = Object.fromEntries(
    run.tool.driver.rules.map((rule: Json) => [rule.id, rule.defaultConfiguration.level]),
  )
  expect(levels).toMatchObject({
    PREFLIGHT_NEEDS_TOKEN: 'error',
    METHOD_WITHOUT_SCOPES: 'warning',
    ROUTE_WITHOUT_SCOPES: 'note',
  })
  for (const { helpUri } of run.tool.driver.rules)
    expect(helpUri).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
})

// SARIF 2.1.0 §3.14.17: what our columns count.
it('counts columns in UTF-16 code units', () => expect(run.columnKind).toBe('utf16CodeUnits'))

it('has each finding with its place and its repair', () => {
  const result = run.results.find(({ ruleId }: Json) => ruleId === fault.code)
  const [line, column] = [99, 26]
  expect(result).toMatchObject({
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'infra%20dir/template.yaml' },
          region: {
            startLine: line,
            startColumn: column,
            endLine: line,
            endColumn: column + 'COGNITO_USER_POOLS'.length,
          },
        },
        logicalLocations: [{ name: 'Preflight', kind: 'resource' }],
      },
    ],
    relatedLocations: [],
  })
  expect(result.message.text).toMatch(
    /^OPTIONS \/notes needs a token\. Browsers .* Give OPTIONS the authorization type NONE\.$/,
  )
  const [change] = result.fixes[0].artifactChanges
  expect(result.fixes[0].description.text).toBe('Set AuthorizationType to NONE')
  expect(change.artifactLocation.uri).toBe('infra%20dir/template.yaml')
  const mended = change.replacements
    .toReversed()
    .reduce(
      (whole: string, { deletedRegion: { charOffset, charLength }, insertedContent }: Json) =>
        whole.slice(0, charOffset) + (insertedContent?.text ?? '') + whole.slice(charOffset + charLength),
      text,
    )
  expect(diagnose([{ path, text: mended }]).findings.map(({ code }) => code)).not.toContain(fault.code)
  expect(change.replacements.map((one: Json) => 'insertedContent' in one)).toEqual([true, false])
})

it('has what is undecided as open, and what cannot be read as a notification', () => {
  const open = run.results.filter(({ kind }: Json) => kind === 'open')
  expect(open.map(({ ruleId }: Json) => ruleId)).toEqual(report.undecided.map(({ code }) => code))
  for (const { level } of open) expect(level).toBe('none')
  const [{ executionSuccessful, toolExecutionNotifications }] = run.invocations
  expect(executionSuccessful).toBe(true)
  const [problem] = report.files[1]!.problems
  expect(toolExecutionNotifications).toEqual([
    {
      level: 'error',
      message: { text: problem!.message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'broken.yaml' },
            region: { startLine: problem!.line, startColumn: problem!.column },
          },
        },
      ],
    },
  ])
})

it('says when nothing could be read', () => {
  const { runs } = sarifOf(diagnose([{ path: 'broken.yaml', text: 'Resources: {\n' }])) as Json
  expect(runs[0].invocations[0].executionSuccessful).toBe(false)
  expect(runs[0].results).toEqual([])
})

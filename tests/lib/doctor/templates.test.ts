import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { graphOf } from '../../../lib/doctor/graph'
import { repairsOf } from '../../../lib/doctor/repair'
import { compile, importTemplate } from '../../../lib/index'
import { applyEdits } from '../../../lib/source/edit'
import { positionOf } from '../../../lib/source/position'
import { templatesOf } from './files'

/** Written down by reading the templates and AWS's rules, and for SAM what its translator 1.110.0 makes of them. */
interface Expected {
  /** Method, path, who is asked, and scopes of each endpoint. */
  readonly endpoints: readonly string[]
  /** Code and lines of each finding. */
  readonly findings: readonly string[]
  /** Code and subject of each undecided check. */
  readonly undecided: readonly string[]
}

/** By the paths of the files that are read together. */
const expected: Readonly<Record<string, Expected>> = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'templates', 'expected.json'), 'utf8'),
)

describe.each(Object.entries(expected))('%s', (names, { endpoints, findings, undecided }) => {
  const files = templatesOf(...names.split(' '))

  it('deploys these endpoints and no others', () => {
    const { facts } = diagnose(files)
    const graph = graphOf(facts.deployed, facts.access)
    const found = graph.endpoints.map(({ method, path, authorization, scopes }) =>
      [method, path, authorization, ...scopes].join(' '),
    )
    expect(found.toSorted()).toEqual(endpoints.toSorted())
  })

  it('has these findings and nothing else', () => {
    const diagnosis = diagnose(files)
    expect(
      diagnosis.findings.map(
        ({ code, at }) =>
          `${code} ${at.map(({ source, start }) => positionOf(source, start).line).join(' ')}`,
      ),
    ).toEqual(findings)
    expect(diagnosis.undecided.map(({ code, on }) => `${code} ${on}`)).toEqual(undecided)
    expect(diagnosis.undecided.filter(({ because }) => because.length === 0)).toEqual([])
  })

  it('is imported as a valid spec, or refused with a reason', () => {
    const imported = importTemplate(files)
    if (imported.ok) expect(compile(imported.spec)).toMatchObject({ ok: true })
    else expect(imported.errors).not.toHaveLength(0)
    const { report } = imported
    expect(report.filter(({ how, at }) => how !== 'invented' && at === null)).toEqual([])
    if (!imported.ok) return
    // Nothing of the graph is dropped in silence.
    const { deployed } = diagnose(files).facts
    const places = new Set(report.map(({ at }) => at && `${at.file} ${at.line} ${at.column}`))
    for (const thing of [
      ...deployed.userPools,
      ...deployed.domains,
      ...deployed.resourceServers,
      ...deployed.clients,
      ...deployed.apis,
      ...deployed.authorizers,
      ...deployed.endpoints,
    ]) {
      const { line, column } = positionOf(thing.at.source, thing.at.start)
      expect(places, thing.id).toContain(`${thing.at.source.path} ${line} ${column}`)
    }
  })
})

describe('a default redirect URI that is not listed', () => {
  it('is not replaced by a callback URL that Cognito does not accept', () => {
    const diagnosis = diagnose(templatesOf('client-faults.yaml'))
    const finding = diagnosis.findings.find(({ code }) => code === 'DEFAULT_REDIRECT_NOT_LISTED')
    expect(finding?.proposals).toEqual([])
  })
})

describe('an API that SAM creates for its events', () => {
  it('gets its gateway response in Globals', () => {
    const diagnosis = diagnose(templatesOf('sam-globals.yaml'))
    const finding = diagnosis.findings.find(({ code }) => code === 'UNAUTHORIZED_WITHOUT_CORS')!
    const [repair] = repairsOf(finding, diagnosis)
    expect(repair?.edits).toHaveLength(1)
    const [edit] = repair!.edits
    expect(edit?.text).toContain('\n    GatewayResponses:\n      DEFAULT_4XX:')
    const after = diagnose([{ path: 'sam-globals.yaml', text: applyEdits(edit!.source, repair!.edits) }])
    expect(after.findings.map(({ code }) => code)).toEqual(['METHOD_WITHOUT_SCOPES'])
  })
})

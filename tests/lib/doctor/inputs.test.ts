import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Cause } from '../../../lib/deployed/cause'
import { graphOf } from '../../../lib/doctor/graph'
import { positionOf } from '../../../lib/source/position'
import { diagnoseText, inputNames, inputText } from './files'

interface Expected {
  readonly format: string
  readonly findings: readonly {
    readonly code: string
    readonly severity: string
    readonly lines: readonly number[]
    /** Other lines that name the place as well. */
    readonly or?: readonly number[]
  }[]
  readonly undecided: readonly {
    readonly code: string
    readonly on: string
    readonly because: readonly string[]
  }[]
  readonly graph: unknown
}

const expected: Readonly<Record<string, Expected>> = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'inputs', 'expected.json'), 'utf8'),
)

describe('input', () => {
  it('files have an expectation each', () => expect(inputNames).toEqual(Object.keys(expected).sort()))

  for (const name of inputNames)
    it(name, () => {
      const want = expected[name]!
      const { facts, findings, undecided } = diagnoseText(inputText(name), name)
      expect(facts.files.map(({ format }) => format)).toEqual([want.format])
      expect(graphOf(facts.deployed, facts.access)).toEqual(want.graph)
      const found = findings.map(({ code, severity, at }) => ({
        code,
        severity,
        lines: at.map(({ source, start }) => positionOf(source, start).line),
      }))
      expect(found.map(({ code, severity }) => `${severity} ${code}`).sort()).toEqual(
        want.findings.map(({ code, severity }) => `${severity} ${code}`).sort(),
      )
      for (const { code, lines, or = [] } of want.findings) {
        const at = found.find(finding => finding.code === code)!.lines
        if (or.length === 0) expect(at, code).toEqual(lines)
        else expect([...lines, ...or], code).toEqual(expect.arrayContaining(at))
      }
      const open = undecided.map(({ code, on, because }) => ({ code, on, because: because.map(nameOf) }))
      expect(sorted(open)).toEqual(sorted(want.undecided))
    })
})

const nameOf = ({ kind, name }: Cause) => (kind === 'outside' ? 'outside' : name)

const sorted = (list: readonly { readonly code: string; readonly on: string }[]) =>
  list.toSorted((a, b) => `${a.code} ${a.on}`.localeCompare(`${b.code} ${b.on}`))

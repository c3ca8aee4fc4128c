import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'
import { importSpec } from '../../../lib/import/import'
import { PIECES } from '../../fuzz/templates'
import { faults, faultyText } from './faults'
import { inputNames, inputText } from './files'

const texts = [...inputNames.map(inputText), ...faults.map(faultyText)]

/** A text with some pieces cut out, doubled or put in. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom('', ...PIECES)), { minLength: 1, maxLength: 4 }),
  )
  .map(([text, changes]) =>
    changes.reduce((before, [at, length, piece]) => {
      const from = at % (before.length + 1)
      return before.slice(0, from) + piece + before.slice(from + length)
    }, text),
  )

describe('whatever is given', () => {
  it('is an answer, with every place inside the text', () => {
    fc.assert(
      fc.property(mutated, text => {
        const diagnosis = diagnose([{ path: 'file', text }])
        importSpec(diagnosis.facts.deployed)
        const spans = [...diagnosis.findings, ...diagnosis.undecided].flatMap(({ at }) => at)
        for (const { start, end, source } of spans) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(source.text.length)
        }
        if (diagnosis.facts.files[0]?.read === 'refused')
          expect(diagnosis.facts.files[0].problems).toHaveLength(1)
      }),
      { numRuns: 1000, seed: 20_261_126 },
    )
  })

  it('makes a report', () => {
    fc.assert(
      fc.property(mutated, text => {
        const report = reportOf(diagnose([{ path: 'file', text }]))
        expect(JSON.parse(JSON.stringify(report)).files).toHaveLength(1)
      }),
      { numRuns: 100, seed: 7 },
    )
  })
})

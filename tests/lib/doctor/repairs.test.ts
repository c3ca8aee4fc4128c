import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairsOf } from '../../../lib/doctor/repair'
import { applyEdits } from '../../../lib/source/edit'
import { readYaml } from '../../conformance/toolchains/read-yaml'
import { faults, faultyText } from './faults'
import { diagnoseText } from './files'

/** Something that a person may have written into a line, and that changes nothing of what it means. */
type Decoration = (line: string, i: number) => string

const indentOf = (line: string) => /^ */.exec(line)?.[0] ?? ''
const isPlain = (line: string) => line.trim() !== '' && !/[#|>&*]/.test(line)

const decorations: readonly Decoration[] = [
  line => line,
  (line, i) => (isPlain(line) ? `${line} # at the end ${i}` : line),
  (line, i) => (isPlain(line) ? `${line}\t# after a tab ${i}` : line),
  (line, i) => `${indentOf(line)}# in front ${i}\n${line}`,
  line => `\n${line}`,
  line => (isPlain(line) ? `${line}   ` : line),
  // An anchor that nothing refers to, on a value or on what the following lines contain.
  (line, i) =>
    /^ *(?:- )?[\w:]+: [\w'"!/]/.test(line) && isPlain(line) ? line.replace(': ', `: &a${i} `) : line,
]

const decorated = (text: string, choices: readonly number[], newline: string) =>
  text
    .split('\n')
    .map((line, i) => decorations[choices[i % choices.length]!]!(line, i))
    .join('\n')
    .replaceAll('\n', newline)

const commentsOf = (text: string) => text.match(/#[^\r\n]*/g) ?? []

/** The paths at which two trees differ; a member that only one of them has counts once, however much is in it. */
function differences(a: unknown, b: unknown, at = ''): readonly string[] {
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return [at]
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return Object.is(a, b) ? [] : [at]
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].flatMap(key => differences(Reflect.get(a, key), Reflect.get(b, key), `${at}/${key}`))
}

describe('a repair of a text with comments, tabs, anchors and any line ends', () => {
  const repaired = faults.filter(fault => fault.repaired)

  it.each(repaired)('$code', fault => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(decorations.length - 1), { minLength: 7, maxLength: 31 }),
        fc.constantFrom('\n', '\r\n'),
        (choices, newline) => {
          const text = decorated(faultyText(fault), choices, newline)
          const diagnosis = diagnoseText(text)
          const finding = diagnosis.findings.find(({ code }) => code === fault.code)
          const [repair] = finding ? repairsOf(finding, diagnosis) : []
          expect(repair, text).toBeDefined()
          const after = applyEdits(repair!.edits[0]!.source, repair!.edits)
          expect(commentsOf(after)).toEqual(commentsOf(text))
          expect(new Set(after.match(/\r?\n/g))).toEqual(new Set([newline]))
          const changed = differences(readYaml(text), readYaml(after))
          expect(changed.length).toBeGreaterThan(0)
          expect(changed.length).toBeLessThanOrEqual(repair!.edits.length)
        },
      ),
      { numRuns: 10, seed: 20_261_126 },
    )
  })
})

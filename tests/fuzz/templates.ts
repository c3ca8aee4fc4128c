import { diagnose } from '../../lib/doctor/diagnose'
import { reportOf } from '../../lib/doctor/report'
import { importSpec } from '../../lib/import/import'
import { faults, faultyText } from '../lib/doctor/faults'
import { inputNames, inputText } from '../lib/doctor/files'
import { changed, oneOf, type Random } from './random'

const texts = [...inputNames.map(inputText), ...faults.map(faultyText)]

/** Pieces that mean something in YAML, in JSON or in a template. */
export const PIECES = [
  ...[
    '*a',
    '&a ',
    '<<: *a',
    '- ',
    ': ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|\n',
    '>-\n',
    '#',
    '---\n',
    '%YAML 1.1\n',
  ],
  ...['\n', '\t', '\r\n', '\uFEFF', '\ud800', '!!binary ', 'null', 'yes', '~', '0x1F'],
  ...['!Ref ', '!Sub ', '!GetAtt ', '!If [A, b, c]', '!Select [0, []]', '!Split [/, a/b]', '!ImportValue x'],
  ...[
    'Fn::If',
    'Fn::Transform',
    'Fn::ForEach::X',
    'Condition: C',
    'Ref',
    '${',
    '}',
    '${self:',
    '${file(a.yml)}',
  ],
]

/** A template with a few lines moved, doubled or removed, or with pieces put in. */
function moved(text: string, pick: Random): string {
  const lines = text.split('\n')
  for (let left = 1 + pick(3); left > 0; left--) {
    const [from, to] = [pick(lines.length + 1), pick(lines.length + 1)]
    const taken = pick(2) ? lines.slice(from, from + 1 + pick(4)) : lines.splice(from, 1 + pick(4))
    lines.splice(to, 0, ...taken)
  }
  return lines.join('\n')
}

function withPieces(text: string, pick: Random): string {
  let result = text
  for (let left = 1 + pick(4); left > 0; left--) {
    const at = pick(result.length + 1)
    const piece = pick(4) ? oneOf(pick, PIECES) : ''
    result = result.slice(0, at) + piece + result.slice(at + pick(40))
  }
  return result
}

/** A template of the doctor's tests, changed. */
export const makeTemplate = (pick: Random): string =>
  oneOf(pick, [changed, moved, withPieces])(oneOf(pick, texts), pick)

/** Reads, judges and imports a text; throws if a place is outside it, or a refusal has no reason. */
export function checkTemplate(text: string): void {
  const diagnosis = diagnose([{ path: 'file', text }])
  const { facts, findings, undecided } = diagnosis
  const imported = importSpec(facts.deployed)
  const places = [...findings, ...undecided].flatMap(({ at }) => at)
  for (const { start, end, source } of [...places, ...imported.report.flatMap(({ at }) => at ?? [])])
    if (!(start >= 0 && start <= end && end <= source.text.length))
      throw new Error(`the place ${start} to ${end} is outside the text`)
  for (const { message, fix } of findings)
    if (message === '' || fix === '') throw new Error('a finding has a message and a fix')
  if (undecided.some(({ because }) => because.length === 0)) throw new Error('an undecided check has a cause')
  const [file] = facts.files
  if (file?.read === 'refused' && file.problems.length !== 1) throw new Error('a refused file has one reason')
  JSON.stringify(reportOf(diagnosis))
}

import type { FieldPath } from '../document/field-path'

/** One line of output and the form field that produced it. */
export interface Line {
  readonly text: string
  readonly field?: FieldPath
}

/** Text and its source map: `fields[i]` is the field that produced line `i + 1`. Every line ends in `\n`. */
export interface Printed {
  readonly text: string
  readonly fields: readonly (FieldPath | undefined)[]
}

// Not `{ ...line, text }`: copying takes three times as long, and an edit of a name indents every line.
export const indent = (lines: readonly Line[], by = '  '): Line[] =>
  lines.map(line => {
    const { text, field } = line
    if (!text) return line
    return field === undefined ? { text: by + text } : { text: by + text, field }
  })

/** Sets the field of lines that have none. */
export const withField = (field: FieldPath | undefined, lines: readonly Line[]): Line[] =>
  field === undefined
    ? [...lines]
    : lines.map(line => (line.field === undefined ? { text: line.text, field } : line))

/** Builds comment lines. Splits at every line break of YAML 1.1 and ECMAScript, so that no text leaves the comment. */
export const comment = (mark: '#' | '//', text: string | undefined): Line[] =>
  text === undefined
    ? []
    : text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(part => ({ text: `${mark} ${part}`.trimEnd() }))

const BREAK = /[\n\r\u2028\u2029]/

/** Joins lines to text and source map. Throws if a line contains a line break, which is a bug of a format. */
export function print(lines: readonly Line[]): Printed {
  const broken = lines.find(line => BREAK.test(line.text))
  if (broken) throw new TypeError(`not one line: ${JSON.stringify(broken.text)}`)
  return { text: lines.map(line => `${line.text}\n`).join(''), fields: lines.map(line => line.field) }
}

/** The place where a text stops being JSON; line and column count from 1. */
export interface JsonSyntaxIssue {
  readonly line: number
  readonly column: number
  readonly expected: string
}

const SPACE = /[ \t\n\r]*/y
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![A-Za-z0-9_.+-])/y

/** Tokens that can follow. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end'

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  key: 'a key in double quotes',
  'key or }': 'a key in double quotes or }',
  ':': 'a colon',
  ', or ]': 'a comma or ]',
  ', or }': 'a comma or }',
  end: 'the end of the document',
}

/** Finds the first violation of RFC 8259's grammar. Engines word theirs differently, and one gives no position. */
export function findJsonSyntaxIssue(text: string): JsonSyntaxIssue | undefined {
  const open: ('[' | '{')[] = []
  let expected: Expected = 'value'
  let at = 0
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found !== null
  }
  const afterValue = (): Expected => {
    const inner = open.at(-1)
    return inner === undefined ? 'end' : inner === '[' ? ', or ]' : ', or }'
  }
  for (;;) {
    skip(SPACE)
    const next = text[at]
    if (next === undefined) return expected === 'end' ? undefined : place(text, at, WORDS[expected])
    const closes =
      (next === ']' && (expected === 'value or ]' || expected === ', or ]')) ||
      (next === '}' && (expected === 'key or }' || expected === ', or }'))
    if (closes) {
      open.pop()
      at += 1
      expected = afterValue()
    } else if (expected === 'value' || expected === 'value or ]') {
      if (next === '[' || next === '{') {
        open.push(next)
        at += 1
        expected = next === '[' ? 'value or ]' : 'key or }'
      } else if (skip(STRING) || skip(SCALAR)) expected = afterValue()
      else return place(text, at, WORDS[expected])
    } else if (expected === 'key' || expected === 'key or }') {
      if (!skip(STRING)) return place(text, at, WORDS[expected])
      expected = ':'
    } else if (expected === ':' && next === ':') {
      at += 1
      expected = 'value'
    } else if (next === ',' && (expected === ', or ]' || expected === ', or }')) {
      at += 1
      expected = expected === ', or ]' ? 'value' : 'key'
    } else return place(text, at, WORDS[expected])
  }
}

function place(text: string, at: number, expected: string): JsonSyntaxIssue {
  const before = text.slice(0, at).split(/\r\n|\n|\r/)
  return { line: before.length, column: before.at(-1)!.length + 1, expected }
}

/** A JSON value. Objects have no prototype, so that a claim named `constructor` or `__proto__` is a plain member. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject

/** A JSON object: member name to value. */
export interface JsonObject {
  readonly [name: string]: JsonValue
}

/** Tells an object from arrays and other values. */
export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One member of the outermost object, with its source text. */
export interface JsonMember {
  readonly name: string
  /** The value as written, which keeps the digits of a number that JavaScript would round. */
  readonly text: string
  /** Index of the value in the JSON text. */
  readonly start: number
}

export interface JsonIssue {
  /** Index in the JSON text. */
  readonly index: number
  /** For an error, continues a sentence that starts with "the JSON". */
  readonly message: string
}

/** Everything that could be read, and the error that stopped it. */
export interface ReadJson {
  /** Absent if there was no value at all; an object that ends early keeps its complete members. */
  readonly value?: JsonValue
  readonly members: readonly JsonMember[]
  /** `afterValue`: the value is complete, and other text follows it. */
  readonly error?: JsonIssue & { readonly afterValue?: true }
  /** Valid but misleading: duplicate names, numbers that JavaScript cannot represent. */
  readonly notes: readonly JsonIssue[]
}

/** Deeper than any token; keeps a hostile one from exhausting the stack. */
const MAX_DEPTH = 64
const MAX_NOTES = 20

class Fault extends Error {
  constructor(
    readonly index: number,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Reads JSON (RFC 8259) as far as possible. `JSON.parse` reports neither the place of an error nor what came before it,
 * silently drops the first of two members with one name, and rounds large numbers.
 */
export function readJson(text: string): ReadJson {
  const members: JsonMember[] = []
  const notes: JsonIssue[] = []
  const outermost: { value?: JsonValue } = {}
  let at = 0
  let complete = false

  const note = (index: number, message: string) => {
    if (notes.length < MAX_NOTES) notes.push({ index, message })
  }
  const space = () => {
    for (;;) {
      const code = text.charCodeAt(at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      at++
    }
  }
  const refuse = (expected: string): never => {
    if (at >= text.length) throw new Fault(at, `ends after ${at} characters; expected ${expected}`)
    const found = JSON.stringify(String.fromCodePoint(text.codePointAt(at)!))
    throw new Fault(at, `has ${found} at character ${at + 1}; expected ${expected}`)
  }
  const expect = (char: string, expected: string) => {
    if (text[at] !== char) refuse(expected)
    at++
  }

  const value = (depth: number): JsonValue => {
    if (depth > MAX_DEPTH) throw new Fault(at, `is nested deeper than ${MAX_DEPTH} levels`)
    switch (text[at]) {
      case '{':
        return object(depth)
      case '[':
        return array(depth)
      case '"':
        return string('a string')
      case 't':
        return word('true', true)
      case 'f':
        return word('false', false)
      case 'n':
        return word('null', null)
      default:
        return number()
    }
  }
  const word = <T extends JsonValue>(spelling: string, meaning: T): T => {
    for (const char of spelling) expect(char, `"${spelling}"`)
    return meaning
  }
  const number = (): JsonValue => {
    const found = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
    found.lastIndex = at
    const written = found.exec(text)?.[0]
    if (written === undefined) return refuse('a value')
    const start = at
    at += written.length
    const parsed = Number(written)
    if (!Number.isFinite(parsed)) {
      note(start, `the number ${clip(written)} is too large for programs that read JSON numbers as doubles`)
      return written
    }
    if (Number.isInteger(parsed) && !Number.isSafeInteger(parsed))
      note(start, `the number ${clip(written)} is rounded by programs that read JSON numbers as doubles`)
    return parsed
  }
  const string = (expected: string): string => {
    expect('"', expected)
    let result = ''
    for (;;) {
      const plain = /[^"\\\u0000-\u001f]*/y
      plain.lastIndex = at
      const run = plain.exec(text)![0]
      result += run
      at += run.length
      if (text[at] === '"') {
        at++
        return result
      }
      if (text[at] !== '\\') refuse(at < text.length ? 'an escaped control character' : 'the closing quote')
      result += escaped()
    }
  }
  const escaped = (): string => {
    const unicode = /\\u([0-9a-fA-F]{4})/y
    unicode.lastIndex = at
    const code = unicode.exec(text)?.[1]
    if (code !== undefined) {
      at += 6
      return String.fromCharCode(Number.parseInt(code, 16))
    }
    at++
    const plain = SIMPLE_ESCAPES[text.charAt(at)]
    if (plain === undefined) return refuse('one of "\\/bfnrt or u and four hexadecimal digits')
    at++
    return plain
  }
  const array = (depth: number): JsonValue => {
    const items: JsonValue[] = []
    at++
    space()
    if (text[at] === ']') {
      at++
      return items
    }
    for (;;) {
      space()
      items.push(value(depth + 1))
      space()
      if (text[at] === ']') {
        at++
        return items
      }
      expect(',', '"," or "]"')
    }
  }
  const object = (depth: number): JsonValue => {
    const result: Record<string, JsonValue> = Object.create(null)
    if (depth === 0) outermost.value = result
    at++
    space()
    if (text[at] === '}') {
      at++
      return result
    }
    for (;;) {
      space()
      const nameAt = at
      const name = string('a member name in double quotes')
      space()
      expect(':', '":"')
      space()
      const start = at
      const read = value(depth + 1)
      if (name in result)
        note(nameAt, `${clip(JSON.stringify(name))} is duplicated; most parsers keep the last one`)
      result[name] = read
      if (depth === 0) members.push({ name, text: text.slice(start, at), start })
      space()
      if (text[at] === '}') {
        at++
        return result
      }
      expect(',', '"," or "}"')
    }
  }

  try {
    space()
    outermost.value = value(0)
    space()
    complete = true
    if (at < text.length) refuse('the end')
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return {
      ...outermost,
      members,
      notes,
      error: { index: fault.index, message: fault.message, ...(complete && { afterValue: true }) },
    }
  }
  return { ...outermost, members, notes }
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

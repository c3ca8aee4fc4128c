/** A piece of a string with variables: plain text, or the inside of `${…}`. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly text: string }

/** Sources of variables, such as `self:` and `file(`. `${AWS::Region}` and `${Name}` are CloudFormation's. */
const VARIABLE = /^\s*[A-Za-z][\w-]*(?:\(|:(?!:))/

/** Splits a string at its variables; braces nest. */
export function piecesOf(text: string): readonly Piece[] {
  const ends = bracesOf(text)
  const pieces: Piece[] = []
  let plain = 0
  for (let i = text.indexOf('${'); i !== -1; i = text.indexOf('${', i)) {
    const end = ends.get(i + 1)
    const inside = end === undefined ? '' : text.slice(i + 2, end)
    if (end === undefined || !VARIABLE.test(inside)) {
      i++
      continue
    }
    if (plain < i) pieces.push({ kind: 'text', text: text.slice(plain, i) })
    pieces.push({ kind: 'variable', text: inside })
    i = plain = end + 1
  }
  if (plain < text.length) pieces.push({ kind: 'text', text: text.slice(plain) })
  return pieces
}

/** Where each brace is closed. */
function bracesOf(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  const open: number[] = []
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') {
      open.push(index)
      continue
    }
    const start = open.pop()
    if (start !== undefined) ends.set(start, index)
  }
  return ends
}

/** The alternatives of a variable: `opt:stage, self:custom.stage, 'dev'` → three. */
export function alternativesOf(inside: string): readonly string[] {
  const found: string[] = []
  let depth = 0
  let quote = ''
  let last = 0
  for (let i = 0; i < inside.length; i++) {
    const char = inside.charAt(i)
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '(' || char === '{') depth++
    else if (char === ')' || char === '}') depth--
    else if (char === ',' && depth === 0) {
      found.push(inside.slice(last, i).trim())
      last = i + 1
    }
  }
  return [...found, inside.slice(last).trim()]
}

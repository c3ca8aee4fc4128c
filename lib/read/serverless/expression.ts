/** A piece of a string with variables: plain text, or the inside of `${…}`. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly text: string }

/** Sources of variables, such as `self:` and `file(`. `${AWS::Region}` and `${Name}` are CloudFormation's. */
const VARIABLE = /^\s*[A-Za-z][\w-]*(?:\(|:(?!:))/

/** Splits a string at its variables; braces nest. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  for (let i = 0; i < text.length; ) {
    const end = text.startsWith('${', i) ? closing(text, i + 2) : -1
    const inside = end === -1 ? '' : text.slice(i + 2, end)
    if (end === -1 || !VARIABLE.test(inside)) {
      plain += text[i]
      i++
      continue
    }
    if (plain) pieces.push({ kind: 'text', text: plain })
    plain = ''
    pieces.push({ kind: 'variable', text: inside })
    i = end + 1
  }
  if (plain) pieces.push({ kind: 'text', text: plain })
  return pieces
}

function closing(text: string, from: number): number {
  let depth = 1
  for (let i = from; i < text.length; i++) {
    if (text[i] === '{') depth++
    else if (text[i] === '}' && --depth === 0) return i
  }
  return -1
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

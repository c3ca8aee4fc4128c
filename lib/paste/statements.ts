import { LINE_END } from '../document/edit/endpoint-lines'

/** A line of a paste, or the lines of one curl command. */
export interface Statement {
  /** Its first line, counted from 1. */
  readonly line: number
  readonly text: string
  readonly isCurl: boolean
}

const CURL = /^\s*(?:[$>%#]\s+)?(?:\w+=\S+\s+)*curl(?:\.exe)?(?:\s|$)/
/** A line break that the shell ignores: `\` in sh, `^` in cmd, a backtick in PowerShell. */
const CONTINUED = /[\\^`]\s*$/

/** Splits a paste into statements. A curl command reaches as far as its continued lines and its quoted texts. */
export function statementsOf(text: string): readonly Statement[] {
  const lines = text.split(LINE_END)
  const statements: Statement[] = []
  for (let at = 0; at < lines.length; ) {
    const isCurl = CURL.test(lines[at]!)
    const end = isCurl ? endOfCommand(lines, at) : at + 1
    statements.push({ line: at + 1, text: lines.slice(at, end).join('\n'), isCurl })
    at = end
  }
  return statements
}

/** The line after a command. A quote that nothing closes does not take the rest of the paste with it. */
function endOfCommand(lines: readonly string[], start: number): number {
  let quote = ''
  let continued = start + 1
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!
    if (at > start && quote === '' && CURL.test(line)) return at
    quote = quoteAfter(line, quote)
    if (quote === '' && !CONTINUED.test(line)) return at + 1
    if (at === continued - 1 && CONTINUED.test(line)) continued = at + 2
  }
  return Math.min(continued, lines.length)
}

/** The quote that is open at the end of a line. A backslash protects a character, except in single quotes. */
function quoteAfter(line: string, open: string): string {
  let quote = open
  for (let i = 0; i < line.length; i++) {
    const char = line.charAt(i)
    if (char === '\\' && quote !== "'") i++
    else if (quote === '' ? char === '"' || char === "'" : char === quote) quote = quote === '' ? char : ''
  }
  return quote
}

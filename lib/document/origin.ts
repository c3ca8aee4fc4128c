import { type Issue, issue } from './error-code'
import { quote } from './quote'

const ORIGIN =
  /^[A-Za-z][A-Za-z0-9+.-]*:\/\/(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?$/

/** What is wrong with a web origin; nothing is with `*`. */
export function originIssue(origin: string): Issue | undefined {
  if (origin === '*') return undefined
  const found = ORIGIN.exec(origin)
  if (found && Number(found[1] ?? 0) <= 65_535) return undefined
  return issue(
    'INVALID_FORMAT',
    `${quote(origin)} is no origin; use scheme://host or scheme://host:port with no path and no slash at the end, or * alone.`,
  )
}

import { type Issue, issue } from './error-code'
import { quote } from './quote'

const ORIGIN =
  /^[A-Za-z][A-Za-z0-9+.-]*:\/\/(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*|\[[0-9A-Fa-f:.]+\])(?::(\d{1,5}))?$/

/** Checks a web origin; `*` is valid. */
export function originIssue(origin: string): Issue | undefined {
  if (origin === '*') return undefined
  const found = ORIGIN.exec(origin)
  if (found && Number(found[1] ?? 0) <= 65_535) return undefined
  return issue(
    'INVALID_FORMAT',
    `${quote(origin)} is not a valid origin. Use scheme://host or scheme://host:port without a path or trailing slash, or * alone.`,
  )
}

/** The value of an Authorization header in a paste. */
export interface HeaderValue {
  /** Without `Bearer`; at most 200 characters. */
  readonly value: string
  readonly start: number
  readonly end: number
}

/** Limit of the search; a paste with more headers is no single request. */
const MAX_HEADERS = 50
const HEADER =
  /authorization["'\\]*\s*(?:[:=]|,\s*["'\\]*value["'\\]*\s*:|\n\s*(?=bearer\b))\s*["'`\\]*(?:bearer\b[ \t]*(?:["'\\]+(?=\S))?)?/gi
const VALUE = /[^"'`\r\n\\]{1,200}/y
const DEVELOPER_WORD =
  /^(?:your[-_ ]?(?:access[-_ ]?|id[-_ ]?|jwt[-_ ]?)?token(?:[-_ ]?here)?|(?:my[-_]?|access[-_]?|id[-_]?|jwt[-_]?)?token|jwt|x{3,}|\.{3}|…)$/i
const EMPTY_VALUE = /^(?:undefined|null|nan|none|nil|true|false|\[object [a-z]+\])$/i
const VARIABLE =
  /^(?:\$\{?[a-z_][\w.]*\}?|\$env:\w+|\$\([^)]*\)|%[a-z_]\w*%|\{\{?[^{}]{1,60}\}\}?|<[^<>]{1,60}>|\[[a-z_ -]{1,40}\])$/i

/**
 * Finds the values of Authorization headers, in order; those that are not tokens are what people sent by mistake. Headers
 * without a value are left out.
 */
export function authorizationValues(paste: string): readonly HeaderValue[] {
  const found: HeaderValue[] = []
  for (const match of paste.matchAll(HEADER)) {
    VALUE.lastIndex = match.index + match[0].length
    const raw = VALUE.exec(paste)?.[0]
    const value = raw?.trim()
    if (raw === undefined || !value) continue
    const start = match.index + match[0].length + raw.indexOf(value)
    found.push({ value, start, end: start + value.length })
    if (found.length === MAX_HEADERS) break
  }
  return found
}

/** A value that code sends when a variable has no token: `undefined`, `null`, `[object Object]`. */
export const isEmptyValue = (value: string): boolean => EMPTY_VALUE.test(value)

/** Any text that stands for a token: an empty value, `$TOKEN`, `{{token}}`, `<token>`, `YOUR_TOKEN`. */
export const isPlaceholder = (value: string): boolean =>
  value.length <= 64 && (isEmptyValue(value) || VARIABLE.test(value) || DEVELOPER_WORD.test(value))

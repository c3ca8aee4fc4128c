import { METHODS } from '../../aws/patterns'
import { isReservedScope } from '../../aws/scopes'
import { HANDLER } from '../endpoint'
import { pathIssue } from '../endpoint-path'
import type { Spec } from '../spec'
import { defaultHandler } from './default-handler'

type Endpoint = Spec['endpoints'][number]

export interface EndpointLines {
  readonly endpoints: readonly Endpoint[]
  /** Invalid lines, counted from 1. The message continues "Line 3: …". */
  readonly issues: readonly { readonly line: number; readonly message: string }[]
  /** Short scope names and the full scopes that replaced them. */
  readonly completed: ReadonlyMap<string, string>
}

/** Line break in pasted text. */
export const LINE_END = /\r\n|\n|\r/

const AUTH_WORDS: ReadonlyMap<string, Endpoint['auth']> = new Map([
  ['none', 'none'],
  ['public', 'none'],
  ['id_token', 'id_token'],
  ['iam', 'iam'],
  ['aws_iam', 'iam'],
])

/**
 * Reads one endpoint per line: method, path, scopes and handler, separated by spaces or commas, as in
 * `GET /orders read bin/orders.list`. Scopes and handler are optional, and a short scope name is completed when only
 * one full scope has it. Blank lines and lines that start with `#` are ignored.
 */
export function readEndpointLines(text: string, declared: readonly string[]): EndpointLines {
  const fullNames = new Map<string, string[]>()
  for (const scope of declared) {
    const short = scope.slice(scope.lastIndexOf('/') + 1)
    fullNames.set(short, [...(fullNames.get(short) ?? []), scope])
  }
  const endpoints: Endpoint[] = []
  const issues: { line: number; message: string }[] = []
  const completed = new Map<string, string>()
  for (const [i, line] of text.split(LINE_END).entries()) {
    const words = line.split(/[\s,]+/).filter(word => word !== '')
    if (words.length === 0 || words[0]?.startsWith('#')) continue
    const read = readLine(words, declared, fullNames)
    if (typeof read === 'string') issues.push({ line: i + 1, message: read })
    else {
      endpoints.push(read.endpoint)
      for (const [short, full] of read.completed) completed.set(short, full)
    }
  }
  return { endpoints, issues, completed }
}

interface Read {
  readonly endpoint: Endpoint
  readonly completed: readonly (readonly [string, string])[]
}

/** Reads a line: an endpoint, or a message about what is wrong. */
function readLine(
  words: readonly string[],
  declared: readonly string[],
  fullNames: ReadonlyMap<string, readonly string[]>,
): Read | string {
  const named = METHODS.find(method => method === words[0]!.toUpperCase())
  const [path, ...rest] = named ? words.slice(1) : words
  if (path === undefined) return `the path after ${named} is missing; write it as in ${named} /orders`
  if (!path.startsWith('/'))
    return named
      ? `the path ${path} does not start with a slash; write /${path}`
      : `${path} is neither a method nor a path; begin the line with a method such as GET, or a path such as /orders`
  const invalid = pathIssue(path)
  if (invalid) return `the path ${invalid.message.replace(/\.$/, '')}`
  const method = named ?? 'GET'
  const isScope = (word: string) => declared.includes(word) || isReservedScope(word) || fullNames.has(word)
  const last = rest.at(-1)
  const handler = last !== undefined && HANDLER.test(last) && !isScope(last) ? last : undefined
  const before = handler === undefined ? rest : rest.slice(0, -1)
  const auth = before.map(word => AUTH_WORDS.get(word.toLowerCase())).find(Boolean) ?? 'access_token'
  const scopes: string[] = []
  const completed: [string, string][] = []
  for (const word of before) {
    if (AUTH_WORDS.has(word.toLowerCase())) continue
    const full = isReservedScope(word) || declared.includes(word) ? [word] : (fullNames.get(word) ?? [word])
    if (full.length > 1) return `${word} can be ${full.join(' or ')}; use the full name`
    scopes.push(full[0]!)
    if (full[0] !== word) completed.push([word, full[0]!])
  }
  if (auth !== 'access_token' && scopes.length > 0)
    return `an endpoint with ${auth} cannot require scopes; remove ${scopes.join(' and ')}`
  const endpoint = {
    method,
    path,
    auth,
    scopes: [...new Set(scopes)],
    handler: handler ?? defaultHandler(method, path),
  }
  return { endpoint, completed }
}

import { type DeclaredScope, fullScopeOf, reservedScopes } from '@/components/fields/scopes'
import { type Auth, type Endpoint, handlerFor, methods } from './endpoint'

export interface ReadLines {
  readonly endpoints: readonly Endpoint[]
  /** Lines that are no endpoint, counted from 1. */
  readonly faults: readonly { readonly line: number; readonly message: string }[]
  /** Short scope names and the full scopes they became. */
  readonly completed: ReadonlyMap<string, string>
}

const HANDLER = /^(?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_-]+\.[A-Za-z_$][A-Za-z0-9_$]*$/
const AUTH_WORDS: Readonly<Record<string, Auth>> = { none: 'none', public: 'none', id_token: 'id_token' }

/** One endpoint a line: method, path, scopes, handler; `GET /orders read`. Blank lines and `#` comments are passed over. */
export function readLines(text: string, declared: readonly DeclaredScope[]): ReadLines {
  const endpoints: Endpoint[] = []
  const faults: { line: number; message: string }[] = []
  const completed = new Map<string, string>()
  text.split(/\r?\n/).forEach((line, index) => {
    const words = line.trim().split(/[\s,]+/)
    if (words[0] === '' || words[0]?.startsWith('#')) return
    const named = methods.find(method => method === words[0]?.toUpperCase())
    const [path, ...rest] = named ? words.slice(1) : words
    if (!path?.startsWith('/')) {
      faults.push({
        line: index + 1,
        message: named ? 'there is no path after the method' : `${words[0]} is neither a method nor a path`,
      })
      return
    }
    endpoints.push(readRest(named ?? 'GET', path, rest, declared, completed))
  })
  return { endpoints, faults, completed }
}

function readRest(
  method: Endpoint['method'],
  path: string,
  words: readonly string[],
  declared: readonly DeclaredScope[],
  completed: Map<string, string>,
): Endpoint {
  const last = words.at(-1)
  const isScope = (word: string) =>
    reservedScopes.has(word) || declared.some(({ full, name }) => full === word || name === word)
  const handler = last !== undefined && HANDLER.test(last) && !isScope(last) ? last : undefined
  const before = handler === undefined ? words : words.slice(0, -1)
  const auth = before.map(word => AUTH_WORDS[word.toLowerCase()]).find(Boolean) ?? 'access_token'
  const scopes = before
    .filter(word => AUTH_WORDS[word.toLowerCase()] === undefined)
    .map(word => {
      const full = fullScopeOf(word, declared)
      if (full !== word) completed.set(word, full)
      return full
    })
  return {
    method,
    path,
    auth,
    scopes: auth === 'access_token' ? [...new Set(scopes)] : [],
    handler: handler ?? handlerFor(method, path),
  }
}

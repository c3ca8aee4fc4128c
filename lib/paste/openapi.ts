import { METHODS } from '../aws/patterns'
import { defaultHandler } from '../document/edit/default-handler'
import type { Spec } from '../document/spec'
import { type Entry, entryOf, type MapNode, type Node, valueAt } from '../source/node'
import { parseSource } from '../source/parse'
import { positionOf } from '../source/position'
import { newScopesOf } from './new-scopes'
import { type OperationSecurity, operationSecurity, scopeDescriptions } from './openapi-security'
import type { PasteContext, PastedEndpoints, PasteIssue } from './pasted-endpoints'
import { scopesOfOperations } from './scopes-of-operations'

const ANY = 'x-amazon-apigateway-any-method'
/** Keys of a path item that are operations (OpenAPI 3.1 §4.8.9). */
const VERBS = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', ANY])

interface Operation {
  readonly method: (typeof METHODS)[number]
  readonly path: string
  readonly security: OperationSecurity
  readonly line: number
}

/** Reads the paths, methods and security scopes of an OpenAPI document in YAML or JSON. */
export function readPastedOpenApi(text: string, context: PasteContext): PastedEndpoints {
  const source = { path: '', text }
  const lineOf = (offset: number) => positionOf(source, offset).line
  const refuse = (offset: number, message: string): PastedEndpoints => ({
    endpoints: [],
    issues: [{ line: lineOf(offset), message, text }],
    completed: new Map(),
    newScopes: [],
  })
  const parsed = parseSource(source)
  if (!parsed.ok)
    return refuse(
      parsed.problem.offset,
      `${parsed.problem.message.replace(/\.$/, '')}; correct it, or paste the endpoints as lines`,
    )
  const { root } = parsed.tree
  const paths = valueAt(root, 'paths')
  if (root?.kind !== 'map' || paths?.kind !== 'map' || paths.entries.length === 0)
    return refuse(paths?.start ?? 0, 'this OpenAPI document has no paths; paste all of it, with its paths')

  const issues: PasteIssue[] = []
  const operations = paths.entries.flatMap(item => operationsOf(item, root, lineOf, issues))
  const names = operations.flatMap(({ security, line, method, path }) =>
    security.scopes.map(name => ({ name, line, text: `${method} ${path}` })),
  )
  const scopes = scopesOfOperations(names, context)
  const unclear = new Set(scopes.issues.map(issue => issue.text))
  const endpoints = operations
    .filter(({ method, path }) => !unclear.has(`${method} ${path}`))
    .map(operation => toEndpoint(operation, scopes.full))
  const descriptions = [...scopeDescriptions(root)].map(([name, text]): [string, string] => [
    scopes.full.get(name) ?? name,
    text,
  ])
  return {
    endpoints,
    issues: [...issues, ...scopes.issues].toSorted((a, b) => a.line - b.line),
    completed: new Map([...scopes.full].filter(([name, full]) => name !== full)),
    newScopes: newScopesOf(endpoints, context, new Map(descriptions)),
  }
}

function operationsOf(
  { key, value: item }: Entry,
  root: MapNode,
  lineOf: (offset: number) => number,
  issues: PasteIssue[],
): readonly Operation[] {
  const path = key.value
  const isExtension = path.startsWith('x-')
  const report = (at: Node, message: string, text: string) =>
    issues.push({ line: lineOf(at.start), message, text })
  if (isExtension) return []
  if (!path.startsWith('/')) {
    report(key, `the path ${path} does not start with a slash; write /${path}`, `GET ${path}`)
    return []
  }
  if (item.kind !== 'map') return []
  if (entryOf(item, '$ref')) {
    report(key, `${path} is a $ref to another place; paste a document without references`, `GET ${path}`)
    return []
  }
  return item.entries.flatMap(({ key: verb, value }) => {
    const name = verb.value.toLowerCase()
    if (!VERBS.has(name)) return []
    const method = METHODS.find(one => one === (name === ANY ? 'ANY' : name.toUpperCase()))
    if (method !== undefined)
      return [{ method, path, security: operationSecurity(value, root), line: lineOf(verb.start) }]
    report(
      verb,
      `an endpoint cannot have the method ${name.toUpperCase()}; use another`,
      `${name.toUpperCase()} ${path}`,
    )
    return []
  })
}

function toEndpoint(
  { method, path, security }: Operation,
  full: ReadonlyMap<string, string>,
): Spec['endpoints'][number] {
  const scopes = [...new Set(security.scopes.map(name => full.get(name) ?? name))]
  const handler = defaultHandler(method, path)
  if (security.auth !== 'token') return { method, path, auth: security.auth, scopes: [], handler }
  const auth = scopes.length === 0 && security.isCognito ? 'id_token' : 'access_token'
  return { method, path, auth, scopes, handler }
}

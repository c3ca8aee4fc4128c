import { isReservedScope } from '../aws/scopes'
import { readEndpointLines } from '../document/edit/endpoint-lines'
import type { Spec } from '../document/spec'
import { readCurl } from './curl'
import { isScopeName, newScopesOf } from './new-scopes'
import type { PasteContext, PastedEndpoints, PasteIssue } from './pasted-endpoints'
import { statementsOf } from './statements'

/**
 * Reads endpoint lines and curl commands, in any mixture. The same method and path of several commands count once. A short
 * scope that is not declared becomes one of the first resource server.
 */
export function readPastedLines(text: string, context: PasteContext): PastedEndpoints {
  const { declared, identifiers, stage } = context
  const endpoints: Spec['endpoints'][number][] = []
  const issues: PasteIssue[] = []
  const completed = new Map<string, string>()
  const called = new Set<string>()
  for (const statement of statementsOf(text)) {
    if (statement.isCurl) {
      const read = readCurl(statement.text, stage)
      if (typeof read === 'string') {
        issues.push({ line: statement.line, message: read, text: statement.text })
        continue
      }
      const { endpoint, written } = read
      if (endpoint.path !== written) completed.set(written, endpoint.path)
      const key = `${endpoint.method} ${endpoint.path}`
      if (!called.has(key)) endpoints.push(endpoint)
      called.add(key)
      continue
    }
    const line = readEndpointLines(statement.text, declared)
    endpoints.push(...line.endpoints)
    issues.push(
      ...line.issues.map(({ message }) => ({ line: statement.line, message, text: statement.text })),
    )
    for (const [short, full] of line.completed) completed.set(short, full)
  }
  const [first] = identifiers
  const fullScope = (scope: string) => {
    if (!first || isReservedScope(scope) || !isScopeName(scope)) return scope
    completed.set(scope, `${first}/${scope}`)
    return `${first}/${scope}`
  }
  const complete = endpoints.map(one => ({ ...one, scopes: one.scopes.map(fullScope) }))
  return { endpoints: complete, issues, completed, newScopes: newScopesOf(complete, context) }
}

import { isReservedScope } from '../aws/scopes'
import { splitScope } from '../document/split-scope'
import { isScopeName } from './new-scopes'
import type { PasteContext, PasteIssue } from './pasted-endpoints'

/** A scope as an operation names it. */
export interface NamedScope {
  readonly name: string
  readonly line: number
  /** The operation, as an endpoint line. */
  readonly text: string
}

export interface OperationScopes {
  /** Full scopes by the names in the document. */
  readonly full: ReadonlyMap<string, string>
  readonly issues: readonly PasteIssue[]
}

/**
 * Finds the full scopes of the names in a document. A short name that no resource server has becomes one of the first; a
 * name with an identifier stays as it is.
 */
export function scopesOfOperations(
  named: readonly NamedScope[],
  { declared, identifiers }: PasteContext,
): OperationScopes {
  const full = new Map<string, string>()
  const issues: PasteIssue[] = []
  const [first] = identifiers
  for (const { name, line, text } of named) {
    if (full.has(name)) continue
    const matches = declared.filter(scope => scope.slice(scope.lastIndexOf('/') + 1) === name)
    if (isReservedScope(name) || declared.includes(name)) full.set(name, name)
    else if (matches.length > 1)
      issues.push({ line, text, message: `${name} can be ${matches.join(' or ')}; use the full name` })
    else if (matches[0] !== undefined) full.set(name, matches[0])
    else if (isScopeName(name)) full.set(name, first ? `${first}/${name}` : name)
    else if (isFullScope(name, identifiers)) full.set(name, name)
    else
      issues.push({
        line,
        text,
        message: `${JSON.stringify(name)} cannot be a scope; use printable ASCII characters except space, " and \\`,
      })
  }
  return { full, issues }
}

function isFullScope(text: string, identifiers: readonly string[]) {
  const { prefix, name } = splitScope(text, identifiers)
  return prefix.length > 1 && isScopeName(name)
}

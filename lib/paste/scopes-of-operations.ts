import { SCOPE_NAME_CHARACTERS } from '../aws/patterns'
import { isReservedScope } from '../aws/scopes'
import type { NewScope, PasteContext, PasteIssue } from './pasted-endpoints'

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
  readonly newScopes: readonly NewScope[]
  readonly issues: readonly PasteIssue[]
}

const SCOPE_NAME = new RegExp(`^[${SCOPE_NAME_CHARACTERS.characters}]{1,256}$`)
const MAX_DESCRIPTION_LENGTH = 256

/**
 * Finds the full scopes of the names in a document. One that no resource server has becomes a new scope of the first; one
 * with another identifier stays as it is, for the form to report.
 */
export function scopesOfOperations(
  named: readonly NamedScope[],
  descriptions: ReadonlyMap<string, string>,
  { declared, identifier }: PasteContext,
): OperationScopes {
  const full = new Map<string, string>()
  const newScopes: NewScope[] = []
  const issues: PasteIssue[] = []
  for (const { name, line, text } of named) {
    if (full.has(name)) continue
    const matches = declared.filter(scope => scope.slice(scope.lastIndexOf('/') + 1) === name)
    const own = name.startsWith(`${identifier}/`) ? name.slice(identifier.length + 1) : name
    if (isReservedScope(name) || declared.includes(name)) full.set(name, name)
    else if (matches.length > 1)
      issues.push({ line, text, message: `${name} can be ${matches.join(' or ')}; use the full name` })
    else if (matches[0] !== undefined) full.set(name, matches[0])
    else if (SCOPE_NAME.test(own)) {
      full.set(name, `${identifier}/${own}`)
      if (!newScopes.some(scope => scope.name === own))
        newScopes.push({ name: own, description: describe(descriptions.get(name), own) })
    } else full.set(name, name)
  }
  return { full, newScopes, issues }
}

const describe = (description: string | undefined, name: string) =>
  (description ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_DESCRIPTION_LENGTH) || `Access to ${name}`

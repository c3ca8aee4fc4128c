import { isReservedScope, RESERVED_SCOPES } from '../../aws/scopes'
import type { Draft, Texts } from '../draft'
import type { SpecError } from '../error'
import { specError } from '../error-code'
import { child, type FieldPath } from '../field-path'
import { nearest, tooManyChanges } from '../nearest'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

/** Rejects scopes of clients and endpoints that are neither reserved nor declared by a resource server. */
export const declaredScopes = specRule(['resourceServers', 'clients', 'endpoints'], function* (draft) {
  const declared = declarations(draft)
  for (const [i, { scopes }] of (draft.clients ?? []).entries())
    yield* undeclared(scopes, child('clients', i, 'scopes'), declared)
  for (const [i, { scopes, auth }] of (draft.endpoints ?? []).entries())
    if (auth === 'access_token') yield* undeclared(scopes, `endpoints.${i}.scopes`, declared)
})

interface Declarations {
  readonly full: ReadonlySet<string>
  /** True if an unreadable part of the document could declare the scope. */
  readonly mayBe: (scope: string) => boolean
}

function declarations({ resourceServers }: Pick<Draft, 'resourceServers'>): Declarations {
  if (resourceServers === undefined) return { full: new Set(), mayBe: () => true }
  const full = new Set<string>()
  const openIdentifiers = new Set<string>()
  const openNames = new Set<string>()
  let anything = false
  for (const { identifier, scopes } of resourceServers) {
    const names = (scopes ?? []).map(({ name }) => name)
    const unreadable = scopes === undefined || names.includes(undefined)
    if (identifier !== undefined && unreadable) openIdentifiers.add(identifier)
    if (identifier === undefined && unreadable) anything = true
    for (const name of names) {
      if (name === undefined) continue
      if (identifier === undefined) openNames.add(name)
      else full.add(`${identifier}/${name}`)
    }
  }
  const mayBe = (scope: string) => {
    const slash = scope.lastIndexOf('/')
    return (
      slash > 0 &&
      (anything || openIdentifiers.has(scope.slice(0, slash)) || openNames.has(scope.slice(slash + 1)))
    )
  }
  return { full, mayBe }
}

/** With more declared scopes, the search for a similar one takes too long. */
const MAX_CANDIDATES = 100

function* undeclared(scopes: Texts, path: FieldPath, { full, mayBe }: Declarations): Generator<SpecError> {
  for (const [i, scope] of (scopes ?? []).entries()) {
    if (scope === undefined || isReservedScope(scope) || full.has(scope) || mayBe(scope)) continue
    yield specError(
      'SCOPE_UNDECLARED',
      child(path, i),
      `No resource server declares the scope ${quote(scope)}. ${advice(scope, full)}`,
    )
  }
}

function advice(scope: string, full: ReadonlySet<string>): string {
  if (full.size > MAX_CANDIDATES) return 'Declare it on a resource server, or use a declared scope.'
  const inFull = [...full].filter(name => name.endsWith(`/${scope}`))
  if (inFull.length === 1) return `Use the full name: ${quote(inFull[0]!)}.`
  const near = scope.includes('/')
    ? nearest(scope, [...full], tooManyChanges(scope))
    : nearestName(scope, full)
  return near === undefined
    ? 'Declare it on a resource server.'
    : `Did you mean ${quote(near)}? Otherwise declare it on a resource server.`
}

/** Compares a scope without identifier with the names of the declared scopes. */
function nearestName(name: string, full: ReadonlySet<string>): string | undefined {
  const byName = new Map([...full].map(scope => [scope.slice(scope.lastIndexOf('/') + 1), scope]))
  const near = nearest(name, [...byName.keys(), ...RESERVED_SCOPES], tooManyChanges(name))
  return near && (byName.get(near) ?? near)
}

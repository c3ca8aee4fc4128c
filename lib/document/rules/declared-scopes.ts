import { isReservedScope, RESERVED_SCOPES } from '../../aws/scopes'
import type { Draft, Texts } from '../draft'
import type { SpecError } from '../error'
import { specError } from '../error-code'
import { child, type FieldPath } from '../field-path'
import { nearest } from '../nearest'
import { quote } from '../quote'
import type { SpecRule } from './rule'

/** Every scope that a client or an endpoint lists is a reserved one or declared by a resource server. */
export const declaredScopes: SpecRule = function* (draft) {
  const declared = declarations(draft)
  for (const [i, { scopes }] of (draft.clients ?? []).entries())
    yield* undeclared(scopes, child('clients', i, 'scopes'), declared)
  for (const [i, { scopes, auth }] of (draft.endpoints ?? []).entries())
    if (auth === 'access_token') yield* undeclared(scopes, `endpoints.${i}.scopes`, declared)
}

interface Declarations {
  readonly full: ReadonlySet<string>
  /** Whether an unreadable part of the document may be what declares the scope. */
  readonly mayBe: (scope: string) => boolean
}

function declarations({ resourceServers }: Draft): Declarations {
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

/** Beyond this many declared scopes looking for the nearest one would take longer than it helps. */
const SUGGESTED_FROM = 100

function* undeclared(scopes: Texts, path: FieldPath, { full, mayBe }: Declarations): Generator<SpecError> {
  for (const [i, scope] of (scopes ?? []).entries()) {
    if (scope === undefined || isReservedScope(scope) || full.has(scope) || mayBe(scope)) continue
    yield specError(
      'SCOPE_UNDECLARED',
      child(path, i),
      `No resource server declares the scope ${quote(scope)}; ${repair(scope, full)}.`,
    )
  }
}

function repair(scope: string, full: ReadonlySet<string>): string {
  if (full.size > SUGGESTED_FROM) return 'declare it first, or use one that is'
  const inFull = [...full].filter(name => name.endsWith(`/${scope}`))
  if (inFull.length === 1) return `write it in full: ${quote(inFull[0]!)}`
  const near = scope.includes('/') ? nearest(scope, [...full]) : nearestName(scope, full)
  return near === undefined ? 'declare it first' : `declare it, or use another such as ${quote(near)}`
}

/** A scope written without its identifier is compared with the names alone. */
function nearestName(name: string, full: ReadonlySet<string>): string | undefined {
  const byName = new Map([...full].map(scope => [scope.slice(scope.lastIndexOf('/') + 1), scope]))
  const near = nearest(name, [...byName.keys(), ...RESERVED_SCOPES])
  return near && (byName.get(near) ?? near)
}

import type { Texts } from '../draft'
import type { SpecError } from '../error'
import { specError } from '../error-code'
import { child, type FieldPath } from '../field-path'
import { quote } from '../quote'
import type { SpecRule } from './rule'

/** What stands a second time is refused where it stands again. */
function* repeats(values: Texts, what: string, pathOf: (i: number) => FieldPath): Generator<SpecError> {
  if (values === undefined || values.length < 2) return
  const first = new Map<string, number>()
  for (const [i, value] of values.entries()) {
    if (value === undefined) continue
    const before = first.get(value)
    if (before === undefined) first.set(value, i)
    else
      yield specError(
        'DUPLICATE',
        pathOf(i),
        `The ${what} ${quote(value)} is already used at ${pathOf(before)}; use another or remove this one.`,
      )
  }
}

const memberOf = (...path: readonly (string | number)[]) => {
  return (i: number): FieldPath => child('', ...path, i)
}

export const uniqueIdentifiers: SpecRule = ({ resourceServers }) =>
  repeats(
    resourceServers?.map(({ identifier }) => identifier),
    'identifier',
    i => child('resourceServers', i, 'identifier'),
  )

export const uniqueScopeNames: SpecRule = function* ({ resourceServers }) {
  for (const [i, { scopes }] of (resourceServers ?? []).entries())
    yield* repeats(
      scopes?.map(({ name }) => name),
      'scope name',
      j => child('resourceServers', i, 'scopes', j, 'name'),
    )
}

export const uniqueClientNames: SpecRule = ({ clients }) =>
  repeats(
    clients?.map(({ name }) => name),
    'client name',
    i => child('clients', i, 'name'),
  )

/** Scopes and URLs of one client. */
export const uniqueInClient: SpecRule = function* ({ clients }) {
  for (const [i, { scopes, callbackUrls, logoutUrls }] of (clients ?? []).entries()) {
    yield* repeats(scopes, 'scope', memberOf('clients', i, 'scopes'))
    yield* repeats(callbackUrls, 'callback URL', memberOf('clients', i, 'callbackUrls'))
    yield* repeats(logoutUrls, 'logout URL', memberOf('clients', i, 'logoutUrls'))
  }
}

export const uniqueEndpointScopes: SpecRule = function* ({ endpoints }) {
  for (const [i, { scopes }] of (endpoints ?? []).entries())
    yield* repeats(scopes, 'scope', memberOf('endpoints', i, 'scopes'))
}

export const uniqueOrigins: SpecRule = ({ api }) =>
  repeats(api.allowOrigins, 'origin', memberOf('api', 'cors', 'allowOrigins'))

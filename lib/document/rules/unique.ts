import type { Texts } from '../draft'
import type { SpecError } from '../error'
import { specError } from '../error-code'
import { child, type FieldPath } from '../field-path'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

/** Yields an error at every repeated value after the first. */
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
        `The ${what} ${quote(value)} is already used at ${pathOf(before)}. Change or remove this one.`,
      )
  }
}

const itemOf = (...path: readonly (string | number)[]) => {
  return (i: number): FieldPath => child('', ...path, i)
}

export const uniqueIdentifiers = specRule(['resourceServers'], ({ resourceServers }) =>
  repeats(
    resourceServers?.map(({ identifier }) => identifier),
    'identifier',
    i => child('resourceServers', i, 'identifier'),
  ),
)

export const uniqueScopeNames = specRule(['resourceServers'], function* ({ resourceServers }) {
  for (const [i, { scopes }] of (resourceServers ?? []).entries())
    yield* repeats(
      scopes?.map(({ name }) => name),
      'scope name',
      j => child('resourceServers', i, 'scopes', j, 'name'),
    )
})

export const uniqueClientNames = specRule(['clients'], ({ clients }) =>
  repeats(
    clients?.map(({ name }) => name),
    'client name',
    i => child('clients', i, 'name'),
  ),
)

export const uniqueUsernameAttributes = specRule(['userPool'], ({ userPool }) =>
  repeats(userPool.usernameAttributes, 'attribute', itemOf('userPool', 'usernameAttributes')),
)

/** Rejects repeated scopes, URLs and sign-in flows in a client. */
export const uniqueInClient = specRule(['clients'], function* ({ clients }) {
  for (const [i, { scopes, callbackUrls, logoutUrls, explicitAuthFlows }] of (clients ?? []).entries()) {
    yield* repeats(scopes, 'scope', itemOf('clients', i, 'scopes'))
    yield* repeats(callbackUrls, 'callback URL', itemOf('clients', i, 'callbackUrls'))
    yield* repeats(logoutUrls, 'logout URL', itemOf('clients', i, 'logoutUrls'))
    yield* repeats(explicitAuthFlows, 'sign-in flow', itemOf('clients', i, 'explicitAuthFlows'))
  }
})

export const uniqueEndpointScopes = specRule(['endpoints'], function* ({ endpoints }) {
  for (const [i, { scopes }] of (endpoints ?? []).entries())
    yield* repeats(scopes, 'scope', itemOf('endpoints', i, 'scopes'))
})

export const uniqueAudiences = specRule(['api'], ({ api }) =>
  repeats(api.additionalAudiences, 'audience', itemOf('api', 'additionalAudiences')),
)

/** Rejects a finding that is acknowledged twice. */
export const uniqueAcknowledged = specRule(['acknowledged'], function* ({ acknowledged }) {
  const first = new Map<string, number>()
  for (const [i, { code, at, hasAt }] of (acknowledged ?? []).entries()) {
    if (code === undefined || (hasAt && at === undefined)) continue
    const key = JSON.stringify([code, at])
    const before = first.get(key)
    if (before === undefined) first.set(key, i)
    else
      yield specError(
        'DUPLICATE',
        child('acknowledged', i),
        `${code}${at === undefined ? '' : ` at ${quote(at)}`} is already acknowledged at ${child('acknowledged', before)}. Remove this one.`,
      )
  }
})

export const uniqueOrigins = specRule(['api'], ({ api }) =>
  repeats(api.allowOrigins, 'origin', itemOf('api', 'cors', 'allowOrigins')),
)

import { MAX_NAME_LENGTH, MAX_SCOPE_LENGTH } from '../../aws/limits'
import { specError } from '../error-code'
import type { FieldPath } from '../field-path'
import { child } from '../field-path'
import { quote } from '../quote'
import { specRule } from '../spec-rule'

/** Checks the length of the names of pool, clients and API as deployed, with the stage as their prefix. */
export const stagedNames = specRule(
  ['stage', 'userPool', 'clients', 'api'],
  function* ({ stage, userPool, clients, api }) {
    const names: [FieldPath, string | undefined][] = [
      ['userPool.name', userPool.source === 'existing' ? undefined : userPool.name],
      ...(clients ?? []).map(({ name }, i): [FieldPath, string | undefined] => [
        child('clients', i, 'name'),
        name,
      ]),
      ['api.name', api.name],
    ]
    for (const [path, name] of names) {
      const excess = stage === undefined || !name ? 0 : stage.length + 1 + name.length - MAX_NAME_LENGTH
      if (excess > 0)
        yield specError(
          'TOO_LONG',
          path,
          `With the stage, the name ${quote(`${stage}-${name}`)} has ${MAX_NAME_LENGTH + excess} characters. At most ${MAX_NAME_LENGTH} are allowed: shorten it by ${excess}.`,
        )
    }
  },
)

/** Checks the length of full scopes, which clients and endpoints list. */
export const fullScopeNames = specRule(['resourceServers'], function* ({ resourceServers }) {
  for (const [i, { identifier, scopes }] of (resourceServers ?? []).entries()) {
    if (identifier === undefined || identifier.length > MAX_SCOPE_LENGTH) continue
    for (const [j, { name }] of (scopes ?? []).entries()) {
      const excess = name === undefined ? 0 : identifier.length + 1 + name.length - MAX_SCOPE_LENGTH
      if (excess > 0)
        yield specError(
          'TOO_LONG',
          child('resourceServers', i, 'scopes', j, 'name'),
          `The full scope ${quote(`${identifier}/${name}`)} has ${MAX_SCOPE_LENGTH + excess} characters. At most ${MAX_SCOPE_LENGTH} are allowed: shorten the name or the identifier by ${excess}.`,
        )
    }
  }
})

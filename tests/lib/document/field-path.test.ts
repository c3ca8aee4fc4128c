import { expect, test } from 'vitest'
import { isOptional } from '../../../lib/document/field-info'
import { child, isWithin } from '../../../lib/document/field-path'

test.each([
  ['', ['clients', 0, 'name'], 'clients.0.name'],
  ['clients.1', ['scopes', 0], 'clients.1.scopes.0'],
  ['api', [], 'api'],
] as const)('%j and its keys', (parent, keys, path) => {
  expect(child(parent, ...keys)).toBe(path)
})

test.each([
  ['clients.1', 'clients.1', true],
  ['clients.1.name', 'clients.1', true],
  ['clients.1', '', true],
  ['clients.10', 'clients.1', false],
  ['clients', 'clients.1', false],
  ['clients.1.name', 'name', false],
  ['endpoints.0.clients.1.', 'clients.1', false],
])('%s within %j: %s', (path, field, within) => {
  expect(isWithin(path, field)).toBe(within)
})

/** `userPool.managedLogin` has a default in one kind of user pool only. */
test.each([
  ['userPool.managedLogin', true],
  ['userPool.domain', true],
  ['clients.0.defaultRedirectUri', true],
  ['api.cors', true],
  ['stage', false],
  ['service', false],
  ['userPool.name', false],
  ['nothing', false],
])('%s can be left out without a default: %s', (path, optional) => {
  expect(isOptional(path)).toBe(optional)
})

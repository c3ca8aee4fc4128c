import { expect, test } from 'vitest'
import { linesOf } from '@/components/preview/lines-of-field'

const blocks = [
  { fields: ['service', undefined, 'clients.0', 'clients.0.scopes.0'] },
  { fields: [] },
  { fields: ['clients.0.scopes.1', 'clients.10.name'] },
]

test('a field lights its own lines and those inside it', () => {
  expect(linesOf('clients.0.scopes', blocks)).toEqual({ field: 'clients.0.scopes', lines: [4, 5] })
  expect(linesOf('clients.0', blocks)).toEqual({ field: 'clients.0', lines: [3, 4, 5] })
})

test('a field that made no line lights the nearest one around it', () => {
  expect(linesOf('clients.0.defaultRedirectUri', blocks)).toEqual({ field: 'clients.0', lines: [3, 4, 5] })
  expect(linesOf('clients.0.scopes.1.name', blocks)).toEqual({ field: 'clients.0.scopes.1', lines: [5] })
})

test('a number is not the beginning of another', () => {
  expect(linesOf('clients.1', blocks)?.lines).toEqual([3, 4, 5, 6])
  expect(linesOf('clients.1', blocks)?.field).toBe('clients')
})

test('a field of which nothing is printed lights nothing', () => {
  expect(linesOf('endpoints.0.path', blocks)).toBeUndefined()
  expect(linesOf('', blocks)).toBeUndefined()
})

import { expect, it } from 'vitest'
import { list } from '../../../../lib/formats/cdk/lines'

it.each([
  [89, 1],
  [90, 4],
])('a list of %i characters has %i lines', (length, lines) => {
  const items = [{ text: "'a'" }, { text: '' }]
  const written = () => `scopes: [${items.map(({ text }) => text).join(', ')}],`
  items[1] = { text: `'${'b'.repeat(length - written().length - 2)}'` }
  expect(written()).toHaveLength(length)
  expect(list('scopes', 'clients.0.scopes', items)).toHaveLength(lines)
})

import { it } from 'vitest'
import { blank, presets } from '../../../lib/document/presets'
import { clientKinds, newClient } from '../../../lib/document/presets/client-presets'
import { specFields } from '../../../lib/document/spec'
import { expectGolden } from '../../golden'

const clients = clientKinds.map(({ kind }) => newClient(kind, { service: 'Orders-2', clients: [] }))

/** What people choose from, and what the form knows of its fields. */
it.each<[string, unknown]>([
  ['presets', [blank, ...presets]],
  ['clients', [clientKinds, clients]],
  ['fields', specFields],
])('the %s', (name, value) => {
  const text = JSON.stringify(value, (_, item) => (item instanceof RegExp ? String(item) : item), 1)
  expectGolden(`${text}\n`, import.meta.dirname, 'words', `${name}.txt`)
})

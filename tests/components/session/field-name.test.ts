import { describe, expect, it } from 'vitest'
import { fullFieldName } from '@/components/session/field-name'
import { readDocument } from '@/lib/document/read-document'
import { repairOf } from '@/lib/document/repair'
import { badShapes } from '../../lib/document/bad-shapes'

it('names the field of every error, and its repair, in a document of any shape', () => {
  const nameless = badShapes().filter(({ document }) => {
    const read = readDocument(document)
    if (read.kind === 'valid') return false
    // What the list of problems shows: the values where they can be shown, otherwise the document.
    const shown = 'values' in read ? read.values : document
    return read.errors.some(
      error => !fullFieldName(error.path, shown) || repairOf(shown, error)?.label === '',
    )
  })
  expect(nameless).toEqual([])
})

describe('a field is named with what it belongs to', () => {
  const document = {
    resourceServers: [
      { identifier: 'com.example.api', scopes: [{}, {}] },
      { identifier: '', scopes: [{}] },
    ],
    clients: [{ name: 'web' }, { name: '' }],
    endpoints: [{ method: 'GET', path: '/orders' }],
  }
  it.each([
    ['service', 'Service name'],
    ['resourceServers.0.scopes.1.name', 'Name of scope 2 in com.example.api'],
    ['resourceServers.1.scopes.0.description', 'Description of scope 1 in resource server 2'],
    ['resourceServers.1.scopes.0', 'Scope 1 in resource server 2'],
    ['resourceServers.1.name', 'Name of resource server 2'],
    ['resourceServers.0.scopes', 'Scopes of com.example.api'],
    ['clients.0.callbackUrls.3', 'Callback URL 4 of web'],
    ['clients.0.name', 'Client name of web'],
    ['clients.1.name', 'Name of app client 2'],
    ['endpoints.0.path', 'Path of GET /orders'],
  ])('%s: %s', (path, name) => expect(fullFieldName(path, document)).toBe(name))
})

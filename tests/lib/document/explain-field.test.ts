import { describe, expect, it } from 'vitest'
import { explainField } from '@/lib/document/explain-field'

describe('what a field is', () => {
  it.each([
    ['version', 'Document version', undefined],
    ['region', 'Region', undefined],
    ['resourceServers.0', 'Resource server 1', 'Resource servers'],
    ['resourceServers.1.identifier', 'Identifier', 'Resource server 2'],
    ['resourceServers.1.scopes.9.name', 'Scope name', 'Scope 10'],
    ['clients.1.callbackUrls.0', 'Callback URL 1', 'App client 2'],
    ['clients.0.name', 'Client name', 'App client 1'],
    ['api.name', 'API name', 'API'],
    ['endpoints.2.path', 'Path', 'Endpoint 3'],
  ])('%s', (path, name, owner) => {
    expect(explainField(path)).toMatchObject({ name, help: expect.stringMatching(/^[A-Z].*\.$/) })
    expect(explainField(path)?.owner).toBe(owner)
  })

  it.each([
    ['resourceServers.0.identifier', 'The identifier cannot be changed after deployment.'],
    ['clients.0.name', undefined],
  ])('the advice about %s', (path, note) => {
    expect(explainField(path)?.note).toBe(note)
  })

  it.each(['', 'nothing', 'clients.0.nothing'])('%j is none', path => {
    expect(explainField(path)).toBeUndefined()
  })

  it('has the page of the field, or of the item around it', () => {
    const item = explainField('resourceServers.0')?.docs
    expect(item).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.*resource-servers?\b/)
    expect(explainField('resourceServers.0.scopes.0.name')?.docs).toBe(item)
    expect(explainField('version')).not.toHaveProperty('docs')
  })

  it.each(['nowhere', 'nowhere.0', 'clients.0.nothing'])('%s is no field', path => {
    expect(explainField(path)).toBeUndefined()
  })
})

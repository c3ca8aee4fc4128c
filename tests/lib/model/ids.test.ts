import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idRegistry, pascalCase } from '@/lib/model/ids'
import { functionKey } from '@/lib/model/staged-names'

const KINDS = ['ResourceServer', 'Client', 'Resource', 'Method', 'Function']
const word = fc.constantFrom(
  'client',
  'Client',
  '1',
  'x',
  'api',
  'ApiGatewayMethod',
  'Resource',
  '-',
  '{id}',
  '/',
  'é',
  'options',
)
const stem = fc.oneof(
  fc.array(word, { maxLength: 4 }).map(words => words.join('-')),
  fc.string(),
)
const claims = fc.uniqueArray(fc.tuple(stem, fc.constantFrom(...KINDS)), {
  selector: pair => pair.join('\n'),
})

describe('idRegistry', () => {
  it('gives every claim an id of its own, whatever its case, that CloudFormation takes', () => {
    fc.assert(
      fc.property(claims, pairs => {
        const claim = idRegistry(['UserPool', 'XClient'])
        const ids = pairs.map(([name, kind]) => claim(name, kind, name))
        expect(new Set([...ids, 'userpool', 'xclient'].map(id => id.toLowerCase())).size).toBe(ids.length + 2)
        for (const [i, id] of ids.entries()) {
          expect(id).toMatch(/^[A-Z][A-Za-z0-9]{0,254}$/)
          expect(id.toLowerCase()).toMatch(new RegExp(`${pairs[i]![1].toLowerCase()}([0-9a-f]{8})?$`))
        }
      }),
      { seed: 6, numRuns: 2000 },
    )
  })

  it('does not repeat the kind, and prefixes what is not a name without it', () => {
    const claim = idRegistry([])
    expect(claim('user-pool-client', 'Client', 'a')).toBe('UserPoolClient')
    expect(claim('web', 'Client', 'b')).toBe('WebClient')
    expect(claim('1', 'Client', 'c')).toBe('Client1Client')
    expect(claim('', 'Resource', 'd')).toBe('Resource')
  })

  it('leaves the names that the Serverless Framework makes to it, and only those', () => {
    const claim = idRegistry([])
    expect(claim('api-gateway-method', 'Client', 'a')).toBe('ClientApiGatewayMethodClient')
    expect(claim('my-api-gateway-method', 'Client', 'b')).toBe('MyApiGatewayMethodClient')
  })

  it('names a clash by its own key, not by what came before', () => {
    const [a, b] = [idRegistry([]), idRegistry([])]
    a('web', 'Client', 'web')
    for (const name of ['Web', 'wEB']) b(name, 'Client', name)
    const id = a('WEB', 'Client', 'WEB')
    expect(id).toMatch(/^WEBClient[0-9a-f]{8}$/)
    expect(b('WEB', 'Client', 'WEB')).toBe(id)
  })
})

it('pascalCase keeps letters and digits', () => {
  expect(pascalCase('example-api/v1.read')).toBe('ExampleApiV1Read')
  expect(pascalCase('{id+}')).toBe('Id')
  expect(pascalCase('é')).toBe('')
})

it.each([
  ['ListFunction', 'list'],
  ['ListFunction0123abcd', 'listFunction0123abcd'],
  // Named by a hash, so what follows is its own name.
  ['ListFunction0123abcdFunction', 'listFunction0123abcdFunction'],
  ['Function', 'function'],
])('the function %s has the key %s', (id, key) => {
  expect(functionKey({ id })).toBe(key)
})

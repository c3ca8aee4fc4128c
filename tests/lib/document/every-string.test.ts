import { describe, expect, test } from 'vitest'
import { type Document, edited, editedAll, existing, refusals, rest } from './edited'

const document = edited(rest, 'api.cors', { allowOrigins: ['https://app.example.com'] })
const pool = edited(existing, 'userPool.domain', 'auth.example.com')

/** Every path of a document that contains text which its field does not choose from a list. */
const CHOICES = /^(userPool\.(source|tier)|clients\.0\.grants\.0|api\.type|endpoints\.0\.(method|auth))$/
function textPaths(value: unknown, path: string[] = []): string[] {
  if (typeof value === 'string') return CHOICES.test(path.join('.')) ? [] : [path.join('.')]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => textPaths(member, [...path, key]))
}

const fields: [string, Document][] = [
  ...textPaths(document).map((path): [string, Document] => [path, document]),
  ...textPaths(pool)
    .filter(path => path.startsWith('userPool.'))
    .map((path): [string, Document] => [path, pool]),
]

describe('every string', () => {
  test('there are more than twenty fields of text', () => {
    expect(fields.length).toBeGreaterThan(20)
  })

  test.each(fields)(
    '%s refuses variables, references, control characters and half surrogates',
    (path, base) => {
      const own = path.split('.').reduce<unknown>((at, key) => (at as Document)[key], base) as string
      const faults: [string, string][] = [
        [`\${`, 'VARIABLE_SYNTAX'],
        ['{{resolve:', 'DYNAMIC_REFERENCE'],
        ['\u0000', 'CONTROL_CHARACTER'],
        ['\n', 'CONTROL_CHARACTER'],
        ['\u0085', 'CONTROL_CHARACTER'],
        ['\u009f', 'CONTROL_CHARACTER'],
        ['\ud83d', 'UNPAIRED_SURROGATE'],
        ['\udd11', 'UNPAIRED_SURROGATE'],
      ]
      for (const [fault, code] of faults)
        expect(refusals(edited(base, path, own + fault))).toContain(`${path} ${code}`)
    },
  )

  test.each([
    'U+2028 \u2028 and U+2029 \u2029',
    '$ {a} {{ resolve: }} $$ #{a} %{b}',
    'yes',
    '012',
    '12:30',
    '#c',
    '!Ref x',
    "it's",
    '"',
    '*/ `x` //',
    '🔑',
    ' ',
  ])('a description may be %j', text => {
    expect(refusals(editedAll(rest, { 'resourceServers.0.scopes.0.description': text }))).toEqual([])
  })
})

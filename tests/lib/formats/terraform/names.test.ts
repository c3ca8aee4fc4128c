import { expect, test } from 'vitest'
import { label, snakeCase } from '../../../../lib/formats/terraform/names'
import { attribute, hclBlock, inTemplate, nested, note } from '../../../../lib/text/hcl'

test.each([
  ['OrdersIdGet', 'orders_id_get'],
  ['APIRead', 'api_read'],
  ['V1Orders', 'v1_orders'],
  ['WebClientId', 'web_client_id'],
])('%s in snake case is %s', (pascal, snake) => expect(snakeCase(pascal)).toBe(snake))

test.each([
  ['OrdersIdGetMethod', 'Method', 'orders_id_get'],
  ['Client012Client', 'Client', 'client012'],
  ['Client', 'Client', 'client'],
  ['WebClientabcd1234', 'Client', 'web__abcd1234'],
  ['Clientabcd1234', 'Client', 'client__abcd1234'],
] as const)('the label of %s', (id, kind, expected) => expect(label(id, kind)).toBe(expected))

test('an id with a hash never has the label of an id without', () => {
  expect(label('FooAbcd1234Client', 'Client')).not.toBe(label('FooClientabcd1234', 'Client'))
})

test.each([
  ['"\\', '\\"\\\\'],
  ['${a}', '$${a}'],
  ['%{a}', '%%{a}'],
  ['$ {50%}', '$ {50%}'],
  ['a\u2028b\ufeff', 'a\\u2028b\\ufeff'],
])('%j within quotes', (text, expected) => expect(inTemplate(text)).toBe(expected))

test('equals signs of neighbouring lines are in one column', () => {
  const lines = hclBlock('a "b"', [
    attribute('x', '1'),
    attribute('long', '2'),
    note('Ends the run'),
    attribute('y', '3'),
    nested('block', [attribute('z', '4')]),
    attribute('w', '5'),
  ])
  expect(lines.map(({ text }) => text)).toEqual([
    'a "b" {',
    '  x    = 1',
    '  long = 2',
    '  # Ends the run',
    '  y = 3',
    '',
    '  block {',
    '    z = 4',
    '  }',
    '',
    '  w = 5',
    '}',
  ])
})

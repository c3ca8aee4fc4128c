import { expect, it } from 'vitest'
import { withoutSecrets } from '@/lib/read/without-secrets'

const SECRET = '1example5secret9of0letters8and7digits3abcdefghijklmn'

it.each([
  ['JSON', `{"UserPoolClient":{"ClientId":"a", "ClientSecret" : "${SECRET}"}}`],
  ['YAML', `UserPoolClient:\n  ClientId: a\n  ClientSecret: ${SECRET}\n`],
  ['YAML in quotes', `UserPoolClient:\r\n  ClientSecret: '${SECRET}'\r\n`],
  ['a table', `|  ClientId      |  a  |\n|  ClientSecret  |  ${SECRET}  |\n`],
])('hides the secret of an answer in %s, and nothing else', (_, text) => {
  expect(withoutSecrets(text)).toBe(text.replace(SECRET, '***'))
})

it.each([
  ['YAML', `Resources:\n  A:\n    Properties:\n      ClientSecret: ${SECRET}\n`],
  ['JSON', `{"Resources":{"A":{"Properties":{"ClientSecret":"${SECRET}"}}}}`],
])('leaves a template in %s as it is: a repair prints its text', (_, text) => {
  expect(withoutSecrets(text)).toBe(text)
})

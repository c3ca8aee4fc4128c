import { expect, it } from 'vitest'
import { withoutSecrets } from '@/lib/read/without-secrets'

const SECRET = '1example5secret9of0letters8and7digits3abcdefghijklmn'

it.each([
  [`{"UserPoolClient":{"ClientSecret" : "${SECRET}"}}`, '{"UserPoolClient":{"ClientSecret" : "***"}}'],
  [
    `UserPoolClient:\n  ClientId: a\n  ClientSecret: ${SECRET}\n`,
    "UserPoolClient:\n  ClientId: a\n  ClientSecret: '***'\n",
  ],
  [`UserPoolClient:\r\n  ClientSecret: "${SECRET}"\r\n`, "UserPoolClient:\r\n  ClientSecret: '***'\r\n"],
  [
    `||  ClientId      |  a  ||\n||  ClientSecret  |  ${SECRET}  ||\n`,
    '||  ClientId      |  a  ||\n||  ClientSecret  |  ***  ||\n',
  ],
  [
    '{"awsSnapshot":1,"clients":[{"ClientSecret":"abc_DEF+x"}],"export":{"Resources":{"a":1}}}',
    '{"awsSnapshot":1,"clients":[{"ClientSecret":"***"}],"export":{"Resources":{"a":1}}}',
  ],
  ['UserPoolClient:\n  ClientSecret: abc_DEF+x\n', "UserPoolClient:\n  ClientSecret: '***'\n"],
  ['||  ClientSecret  |  abc_DEF+x  ||\n', '||  ClientSecret  |  ***  ||\n'],
])('hides the secret of an answer, and nothing else: %j', (text, hidden) => {
  expect(withoutSecrets(text)).toBe(hidden)
})

it.each([
  `Resources:\n  A:\n    Properties:\n      ClientSecret: ${SECRET}\n`,
  `{"Resources":{"A":{"Properties":{"ClientSecret":"${SECRET}"}}}}`,
])('leaves a template as it is, because a repair prints its text: %j', text => {
  expect(withoutSecrets(text)).toBe(text)
})

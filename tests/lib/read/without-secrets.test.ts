import { load } from 'js-yaml'
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
  [
    '{UserPoolClient: {ClientSecret: abc, ClientId: a}}',
    "{UserPoolClient: {ClientSecret: '***', ClientId: a}}",
  ],
  ["{'ClientSecret': 'it''s', a: b}", "{'ClientSecret': '***', a: b}"],
  [
    '{"UserPoolClient": {"ClientSecret":\n  "abc\\"def", "a": 1}}',
    '{"UserPoolClient": {"ClientSecret":\n  "***", "a": 1}}',
  ],
  ['ClientSecret:\n  abc\nClientId: a\n', "ClientSecret:\n  '***'\nClientId: a\n"],
  ['ClientSecret: # mine\r\n    "abc"\r\n', "ClientSecret: # mine\r\n    '***'\r\n"],
  ['ClientSecret: |-\n  abc\nClientId: a\n', "ClientSecret: |-\n  '***'\nClientId: a\n"],
  ['ClientSecret: !!str &s abc\n', "ClientSecret: !!str &s '***'\n"],
  ['- ? ClientSecret\n  : abc\n', "- ? ClientSecret\n  : '***'\n"],
  ['clientSecret: abc\n', "clientSecret: '***'\n"],
  ['{"ClientSecret": "cut of', '{"ClientSecret": "***"'],
  // The answer of `add-user-pool-client-secret` (ClientSecretDescriptorType API).
  [
    `{"ClientSecretDescriptor": {"ClientSecretId": "a--1", "ClientSecretValue": "${SECRET}"}}`,
    '{"ClientSecretDescriptor": {"ClientSecretId": "a--1", "ClientSecretValue": "***"}}',
  ],
  [`ClientSecretId: a\nClientSecretValue: ${SECRET}\n`, "ClientSecretId: a\nClientSecretValue: '***'\n"],
  [`||  ClientSecretValue  |  ${SECRET}  ||\n`, '||  ClientSecretValue  |  ***  ||\n'],
  // A secret is no key, and what has another name is no secret.
  ['{ClientSecret: , ClientId: a}', '{ClientSecret: , ClientId: a}'],
  ['ClientSecret:\nClientId: abc\n', 'ClientSecret:\nClientId: abc\n'],
  ['ClientSecret: ~\nGenerateClientSecret: true\n', 'ClientSecret: ~\nGenerateClientSecret: true\n'],
  ['{"ClientSecret": null}', '{"ClientSecret": null}'],
  ['ClientSecret: nullable\n', "ClientSecret: '***'\n"],
  ['ClientSecret: abc:def\n', "ClientSecret: '***'\n"],
  ['ClientSecret: abc # mine\n', "ClientSecret: '***' # mine\n"],
  ['ClientSecret: !<tag:yaml.org,2002:str> abc\n', "ClientSecret: !<tag:yaml.org,2002:str> '***'\n"],
  ['- ClientId: a\n-   ClientSecret: abc', "- ClientId: a\n-   ClientSecret: '***'"],
  ['\uFEFFClientSecret: abc', "\uFEFFClientSecret: '***'"],
  // Words after it belong to the same value, up to a comment or another key.
  [`ClientSecret: ${SECRET} do not share\nClientId: a\n`, "ClientSecret: '***'\nClientId: a\n"],
  [`ClientSecret: ${SECRET}\tof Web # mine\n`, "ClientSecret: '***' # mine\n"],
  [`ClientSecret: ${SECRET} ClientId: abc\n`, 'ClientSecret: (***) ClientId: abc\n'],
  [`{ClientSecret: ${SECRET} old, ClientId: a}`, "{ClientSecret: '***', ClientId: a}"],
  [`{ClientSecret: ${SECRET} "old"}`, `{ClientSecret: (***) "old"}`],
  [`- ClientSecret: ${SECRET} - ClientSecret: abc\n`, "- ClientSecret: (***) ClientSecret: '***'\n"],
])('hides the secret of an answer, and nothing else: %j', (text, hidden) => {
  expect(withoutSecrets(text)).toBe(hidden)
})

it.each([
  `Resources:\n  A:\n    Properties:\n      ClientSecret: ${SECRET}\n`,
  `{"Resources":{"A":{"Properties":{"ClientSecret":"${SECRET}"}}}}`,
])('leaves a template as it is, because a repair prints its text: %j', text => {
  expect(withoutSecrets(text)).toBe(text)
})

it.each([
  // A variable, a function of a template, and a key of the next line.
  'custom:\n  clientSecret: ${ssm:/x}\n',
  'custom:\n  clientSecret: abc${self:x}\n',
  'ClientSecret: !Ref X\n',
  'ClientSecret: !GetAtt Client.ClientSecret\n',
  'ClientSecret: !Sub "${X}"\n',
  'clientSecret:\n  "type": string\n',
  "clientSecret:\n  'type' : string\n",
  'clientSecret:\n  - a\n',
  // Words of a description.
  "description: 'ClientSecret: the secret'\n",
  "description: 'send the clientSecret: abc'\n",
  'description: |\n  ClientSecret: the secret\n',
  '{"description": "send clientSecret: abc"}',
  '{"required": ["ClientSecret: abc"]}',
  'x-ClientSecret: abc\n',
])('leaves what is no secret as it is: %j', text => {
  expect(withoutSecrets(text)).toBe(text)
})

it.each([
  'ClientSecret:!',
  'ClientSecret: &',
  'ClientSecret:-',
  'ClientSecret: # ',
  '{ClientSecret: # ',
  ',ClientSecret:!<,',
  ',ClientSecret:!<a:',
  ',ClientSecret:a:',
  '?ClientSecret:&?',
  '"ClientSecret": "',
  "'ClientSecret':''':",
  `- ClientSecret: ${SECRET} a `,
])('reads many %j without going back', repeated => {
  const text = `${repeated.repeat(Math.min(500_000, 1e6 / repeated.length))} :`
  expect(withoutSecrets(text)).toContain('ClientSecret')
})

it.each([`${SECRET} `, `${SECRET} a `, `${SECRET} a:`, `${SECRET}\t#`])(
  'reads a long line of %j without going back',
  repeated => {
    const text = `ClientSecret: ${repeated.repeat(15_000)}`
    expect(withoutSecrets(text).slice(0, 20)).toMatch(/^ClientSecret: (?:'\*{3}'|\(\*{3}\))/)
  },
)

it.each(['\\"', '#\n', '&a '])('leaves a text of %j alone that is too large to be read', repeated => {
  const text = `ClientSecret: "${repeated.repeat(2 ** 24 / repeated.length)}`
  expect(withoutSecrets(text) === text).toBe(true)
  expect(withoutSecrets(`ClientSecret:${repeated.repeat(2 ** 23)}`)).toMatch(/^ClientSecret:/)
})

it.each([' ', '#', '!', '& ', '"', "'", '|', 'a', 'a:', '#\n'])(
  'reads a long %j without going back',
  repeated => {
    const text = `ClientSecret:${repeated.repeat(200_000)}`
    expect(withoutSecrets(text)).toMatch(/^ClientSecret:/)
  },
)

// Only the secret itself changes: every key, every other value and the words after it are read as before.
it.each([
  'ClientSecret: @ do not share, please\nClientId: a\n',
  'ClientSecret: @, rotate it\nClientId: a\n',
  'ClientSecret: @,\nClientId: a\n',
  'ClientSecret: @ "of" the app\nClientId: a\n',
  "ClientSecret: @ of the app's owner\nClientId: a\n",
  'ClientSecret: @"old"\nClientId: a\n',
  'ClientSecret: @; old\nClientId: a\n',
  'ClientSecret: @ (old)\nClientId: a\n',
  'ClientSecret: @ old} [one]\nClientId: a\n',
  'ClientSecret: @ do not\n  share\nClientId: a\n',
  'ClientSecret: @\n\n  do not share\nClientId: a\n',
  '- ClientSecret: @\n    do not share\n  ClientId: a\n',
  '{\n  ClientSecret: @,\n  ClientId: a\n}\n',
  '{\n  ClientId: a,\n  ClientSecret: @\n    old\n}\n',
  '{\n  ClientId: a,\n  ClientSecret: @\n    }\n',
  '{ ClientSecret: @ "old", ClientId: a }\n',
  '[{ ClientId: a, ClientSecret: @ }, { ClientId: b }]\n',
  'ClientSecret: @\n# mine\nClientId: a\n',
  'Client:\n  ClientSecret: @\nClientId: a\n',
])('leaves a text that is read the same: %j', written => {
  const text = written.replace('@', SECRET)
  const hidden = withoutSecrets(text)
  const values: unknown[] = []
  const withoutValue = (key: string, value: unknown) => {
    if (key !== 'ClientSecret') return value
    values.push(value)
    return 'secret'
  }
  expect(JSON.stringify(load(hidden), withoutValue)).toBe(JSON.stringify(load(text), withoutValue))
  expect(values).toEqual([expect.stringMatching(/^(?:\*{3}$|\(\*{3}\))/), expect.stringContaining(SECRET)])
  expect(hidden).not.toContain(SECRET)
})

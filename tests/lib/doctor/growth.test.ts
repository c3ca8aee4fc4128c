import { expect, it } from 'vitest'
import { importTemplate } from '@/lib/import-template'
import { diagnoseText } from './files'

const LONG = 'x'.repeat(400_000)

/** A client whose scopes are what a template makes of them. */
const template = (scope: string, sections = '', more = '') => `{${sections}"Resources":{
"P":{"Type":"AWS::Cognito::UserPool"},${more}
"S":{"Type":"AWS::Cognito::UserPoolResourceServer","Properties":{"UserPoolId":{"Ref":"P"},"Identifier":"a","Scopes":[{"ScopeName":"b"}]}},
"C":{"Type":"AWS::Cognito::UserPoolClient","Properties":{"UserPoolId":{"Ref":"P"},"AllowedOAuthFlowsUserPoolClient":true,"AllowedOAuthFlows":["code"],"AllowedOAuthScopes":[${scope}]}}}}`

const parameter = (text: string, type = 'String') =>
  `"Parameters":{"A":{"Type":"${type}","Default":"${text}"}},`
const nested = (depth: number, innermost: string, around: (inner: string) => string) =>
  Array.from({ length: depth }).reduce((inner: string) => around(inner), innermost)
const twice = (inner: string) => `{"Fn::Sub":["\${A}\${A}",{"A":${inner}}]}`
const mapping = (entries: string) => `"Mappings":{"M":{${entries}}},`
const found = (key: string) => `{"Fn::FindInMap":["M","${key}","v"]}`

it.each<[string, string]>([
  ['a default in Fn::Sub', template(`{"Fn::Sub":"${'${A}'.repeat(20_000)}"}`, parameter(LONG))],
  ['a separator of Fn::Join', template(`{"Fn::Join":["${LONG}",[${Array(20_000).fill('"a"')}]]}`)],
  [
    'a default in Fn::Join',
    template(`{"Fn::Join":["",[${Array(9000).fill('{"Ref":"A"}')}]]}`, parameter(LONG)),
  ],
  ['placeholders that are never closed', template(`{"Fn::Sub":"${'${'.repeat(200_000)}"}`)],
  ['dynamic references that are never closed', template(`"${'{{resolve:'.repeat(40_000)}"`)],
  ['a text twice in itself', template(nested(30, '"aaaa"', twice))],
  ['an unknown part twice in itself', template(nested(30, '{"Ref":"AWS::Region"}', twice))],
  [
    'identifiers, each twice the next one',
    template(
      '{"Ref":"R0"}',
      '',
      Array.from(
        { length: 40 },
        (_, i) =>
          `"R${i}":{"Type":"AWS::Cognito::UserPoolResourceServer","Properties":{"Identifier":{"Fn::Sub":"\${R${i + 1}}\${R${i + 1}}"}}},`,
      ).join(''),
    ),
  ],
  [
    'a list in each of many calls',
    template(Array(3000).fill('{"Ref":"A"}').join(), parameter('x,'.repeat(100_000), 'CommaDelimitedList')),
  ],
  [
    'Fn::Split of a long text',
    template(Array(3000).fill('{"Fn::Split":[",",{"Ref":"A"}]}').join(), parameter('x,'.repeat(100_000))),
  ],
  ['a value in Mappings that is itself', template(found('k'), mapping(`"k":{"v":${found('k')}}`))],
  [
    'values in Mappings, each twice the next one',
    template(
      found('k0'),
      mapping(
        Array.from(
          { length: 40 },
          (_, i) => `"k${i}":{"v":{"Fn::Join":["",[${found(`k${i + 1}`)},${found(`k${i + 1}`)}]]}}`,
        ).join(),
      ),
    ),
  ],
])('%s is not read for ever, and decides nothing', (_, text) => {
  const { findings, undecided } = diagnoseText(text)
  expect(findings.map(({ code }) => code)).not.toContain('SCOPE_UNDECLARED')
  expect(undecided.map(({ code }) => code)).toContain('SCOPE_UNDECLARED')
  expect(importTemplate([{ path: 'a.json', text }]).ok).toBe(false)
})

const service = (path: string, custom = '') => `service: a
provider: { name: aws }
custom: {${custom}}
functions:
  list:
    handler: a.b
    events:
      - http: { path: '${path}', method: get, authorizer: { type: COGNITO_USER_POOLS, authorizerId: abc123 } }
`

it.each<[string, string]>([
  ['a long one, many times', service('${self:custom.a}'.repeat(5000), `a: ${LONG}`)],
  [
    'each twice the next one',
    service(
      '${self:custom.a0}',
      Array.from(
        { length: 40 },
        (_, i) => `a${i}: '${'${self:custom.a'}${i + 1}}${'${self:custom.a'}${i + 1}}'`,
      ).join(),
    ),
  ],
  ['one inside the other', service(`${'${self:custom.'.repeat(3000)}a${'}'.repeat(3000)}`)],
  ['that are never closed', service('${self:'.repeat(100_000))],
])('variables of a serverless.yml, %s, are not read for ever', (_, text) => {
  const { findings } = diagnoseText(text, 'serverless.yml')
  expect(findings.map(({ code }) => code)).toEqual(['METHOD_WITHOUT_SCOPES'])
})

it('scopes of many servers with unknown names are compared', () => {
  const servers = Array.from(
    { length: 60 },
    (_, i) =>
      `"S${i}":{"Type":"AWS::Cognito::UserPoolResourceServer","Properties":{"UserPoolId":{"Ref":"P"},"Identifier":{"Fn::Sub":"\${AWS::StackName}s${i}"},"Scopes":[${Array.from({ length: 50 }, (_, k) => `{"ScopeName":"y${k}"}`)}]}},`,
  ).join('')
  const clients = Array.from(
    { length: 60 },
    (_, i) =>
      `"C${i}":{"Type":"AWS::Cognito::UserPoolClient","Properties":{"UserPoolId":{"Ref":"P"},"AllowedOAuthFlows":["code"],"AllowedOAuthScopes":[${Array.from({ length: 50 }, (_, k) => `"s${k}/x${i}"`)}]}},`,
  ).join('')
  const { findings } = diagnoseText(template('"a/b"', '', servers + clients))
  expect(findings.filter(({ code }) => code === 'SCOPE_UNDECLARED')).not.toEqual([])
})

it.each(['\n', ' ', '\t\n', '- ', '# uri: ', '# \n- \n', '# !Re'])(
  'an OpenAPI document with %j many times is not read for ever',
  part => {
    const text = `openapi: 3.0.1\ninfo: { title: notes, version: '1' }\npaths: {}\n# ${part.repeat(900_000 / part.length)}`
    expect(diagnoseText(text, 'openapi.yaml').findings).toEqual([])
  },
)

import { expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'

const template = (source: string, more = '') => `Parameters: { Header: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: ${source}, ProviderARNs: [!GetAtt Users.Arn]${more} } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard } }
`
const OWN = 'The spec creates its own authorizer.'
const HEADER = ' It reads the token from the header Authorization.'

it.each([
  ['the usual header', template('method.request.header.Authorization'), OWN],
  ['another header', template('method.request.header.X-Token'), OWN + HEADER],
  ['a source that is not known', template('!Ref Header'), OWN + HEADER],
  ['a header that is not known', template("!Sub 'method.request.header.${Header}'"), OWN + HEADER],
  [
    'an expression',
    template('method.request.header.authorization', ", IdentityValidationExpression: 'abc.*'"),
    `${OWN} The expression for the audience is left out.`,
  ],
])('the import of an authorizer with %s says what becomes of it', (_, text, why) => {
  const { report } = importTemplate([{ path: 'template.yaml', text }])
  expect(report.find(({ what }) => what === 'authorizer Guard')?.why).toBe(why)
})

it('authorizers that events write out are one entry, with what any of them loses', () => {
  const arn = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'
  const event = (path: string, more: string) =>
    `      - http: { path: ${path}, method: get, authorizer: { name: a, type: COGNITO_USER_POOLS, arn: '${arn}'${more} } }\n`
  const { report } = importTemplate([
    {
      path: 'serverless.yml',
      text: `service: notes
provider: { name: aws }
functions:
  list:
    handler: a.b
    events:
${event('a', '')}${event('b', ', identitySource: method.request.header.X-Token')}`,
    },
  ])
  const entries = report.filter(({ what }) => what.startsWith('authorizer'))
  expect(entries).toMatchObject([{ what: 'authorizers of the events', why: OWN + HEADER }])
})

it('authorizers that the events of another service write out are another entry', () => {
  const service = (name: string, source: string) => ({
    path: `${name}.yml`,
    text: `service: ${name}
provider: { name: aws }
functions:
  list:
    handler: a.b
    events:
      - http: { path: ${name}, method: get, authorizer: { name: a, type: COGNITO_USER_POOLS, arn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123', identitySource: ${source} } }
`,
  })
  const { report } = importTemplate([
    service('one', 'method.request.header.X-Token'),
    service('two', 'method.request.header.Authorization'),
  ])
  const entries = report.filter(({ what }) => what.startsWith('authorizers of'))
  expect(entries.map(({ how, why }) => [how, why])).toEqual([
    ['changed', OWN + HEADER],
    ['left-out', 'It belongs to another API.'],
  ])
})

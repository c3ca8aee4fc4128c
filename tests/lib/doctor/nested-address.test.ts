import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const API = `  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: guard, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard } }
`
const nesting = (...addresses: readonly string[]) =>
  addresses
    .map(
      (address, i) =>
        `  Inner${i}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${address} } }\n`,
    )
    .join('')
const template = (...resources: readonly string[]) =>
  `Parameters: { Bucket: { Type: String } }\nConditions: { Ours: !Equals [!Ref Bucket, ''] }\nResources:\n${resources.join('')}`

function read(files: Readonly<Record<string, string>>) {
  const report = diagnose(Object.entries(files).map(([path, text]) => ({ path, text })))
  return {
    codes: report.findings.map(({ code }) => code),
    apis: report.apis.map(({ file }) => file),
    problems: report.files.flatMap(({ problems }) => problems.map(({ message }) => message)),
  }
}

const notGiven = (address: string) =>
  `The nested stack Inner0 was not given. Add its template${address} to the files.`
const ONE = 'METHOD_WITHOUT_SCOPES'

it('a stack is no copy of one that nests it', () => {
  const files = {
    'template.yaml': template(API, nesting('https://s3.amazonaws.com/b/child.yaml')),
    'child.yaml': template(nesting('https://s3.amazonaws.com/b/mail/template.yaml')),
  }
  expect(read(files)).toEqual({
    codes: [ONE],
    apis: ['template.yaml'],
    problems: [notGiven(' https://s3.amazonaws.com/b/mail/template.yaml')],
  })
})

const SERVICE = `service: other
provider: { name: aws, runtime: nodejs20.x }
functions: { list: { handler: src/list.handler } }
`

it.each([
  ["!If [Ours, 'https://s3.amazonaws.com/b/api.yaml', 'https://s3.amazonaws.com/b/new.yaml']"],
  ["!Join ['', ['https://s3.amazonaws.com/b/', !Ref Bucket, api.yaml]]"],
])('next to a serverless.yml, what may be the template of %s is read', address => {
  expect(
    read({ 'serverless.yml': SERVICE, 'parent.yaml': template(nesting(address)), 'api.yaml': template(API) }),
  ).toEqual({ codes: [ONE], apis: ['api.yaml'], problems: [notGiven('')] })
})

it('templates that a service includes are no stacks of their own', () => {
  const service = `${SERVICE}resources: \${file(api.yaml)}\n`
  expect(read({ 'serverless.yml': service, 'api.yaml': template(API) })).toEqual({
    codes: [ONE],
    apis: ['api.yaml'],
    problems: [],
  })
})

const DEFINITION = `openapi: 3.0.1
info: { title: notes, version: '1' }
paths: { /notes: { get: { responses: {}, security: [{ users: [] }] } } }
components: { securitySchemes: { users: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEfGhI'] } } } }
`

it('a definition is no template', () => {
  const address = 'https://s3.amazonaws.com/b/stacks/api.yaml'
  expect(read({ 'parent.yaml': template(nesting(address)), 'docs/api.yaml': DEFINITION })).toEqual({
    codes: [ONE],
    apis: ['docs/api.yaml'],
    problems: [notGiven(` ${address}`)],
  })
})

it('a template is no definition', () => {
  const api =
    '  Notes: { Type: AWS::ApiGateway::RestApi, Properties: { BodyS3Location: { Bucket: b, Key: v1/api.yaml } } }\n'
  expect(read({ 'parent.yaml': template(api), 'stacks/api.yaml': template(API) })).toEqual({
    codes: [ONE],
    apis: ['parent.yaml', 'stacks/api.yaml'],
    problems: ['s3://b/v1/api.yaml was not given. Add it to the files.'],
  })
})

it.each([
  ['slashes', `'https://s3.amazonaws.com/${'a/'.repeat(200_000)}api.yaml'`],
  ['question marks', `!Sub 'https://s3.amazonaws.com/${'?'.repeat(200_000)}\${Bucket}/api.yaml'`],
  ['beginnings of variables', `'${'${'.repeat(200_000)}/api.yaml'`],
])('an address with many %s takes no longer', (_, address) => {
  expect(read({ 'parent.yaml': template(nesting(address)), 'other.yaml': template(API) }).codes).toEqual([
    ONE,
  ])
})

it('stacks that nest others several times are read up to a limit', () => {
  const depths = [...Array(7).keys()]
  const files = Object.fromEntries(
    depths.map(i => [`${i}.yaml`, template(nesting(...Array<string>(6).fill(`${i + 1}.yaml`)))]),
  )
  const { codes, problems } = read({ ...files, '7.yaml': template(API) })
  expect(new Set(codes)).toEqual(new Set([ONE]))
  expect(problems).toContain('The nested stack Inner5 is not read: there are too many of them.')
})

it.each(['constructor', '__proto__', 'toString'])('a resource of the type %s is none that is known', type => {
  expect(read({ 'template.yaml': template(API, `  Other: { Type: ${type} }\n`) })).toEqual({
    codes: [ONE],
    apis: ['template.yaml'],
    problems: [],
  })
})

it.each(['stacks/api.yaml', 'https://s3.amazonaws.com/b/stacks/api.yaml'])(
  'on Windows, %s is found',
  address => {
    const files = { 'src\\parent.yaml': template(nesting(address)), 'src\\stacks\\api.yaml': template(API) }
    expect(read(files).problems).toEqual([])
  },
)

import { expect, it } from 'vitest'
import { requiresApiKey } from '../../../lib/deployed/access'
import { accessMatrix } from '../../../lib/doctor/access-matrix'
import { diagnoseText } from './files'

const ARN = 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123'
const OWN = `Own: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [${ARN}] } }`
const IAM =
  'AWS_IAM: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: awsSigv4 }'
const SAM = `Authorizers: { Sam: { UserPoolArn: '${ARN}' } }`
const MOCK = 'x-amazon-apigateway-integration: { type: mock }'

interface Template {
  readonly version: 'swagger' | 'openapi'
  readonly api?: string
  readonly document?: string
  readonly schemes?: string
  readonly operation?: string
  readonly event: string
  readonly method?: string
}

const read = ({
  version,
  api = '',
  document = 'tags: []',
  schemes = OWN,
  operation = MOCK,
  event,
  method = 'get',
}: Template) => {
  const { facts, refused } = diagnoseText(`Transform: AWS::Serverless-2016-10-31
Resources:
  Notes:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      ${api || 'Description: notes'}
      DefinitionBody:
        ${version === 'swagger' ? "swagger: '2.0'" : 'openapi: 3.0.1'}
        info: { title: a, version: '1' }
        ${document}
        ${version === 'swagger' ? `securityDefinitions: { ${schemes} }` : `components: { securitySchemes: { ${schemes} } }`}
        paths: { /a: { get: { ${operation}, responses: {} } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: { Type: Api, Properties: { RestApiId: !Ref Notes, Path: /a, Method: ${method}, Auth: ${event} } } } }
`)
  const keys = facts.deployed.endpoints.map(endpoint => requiresApiKey(endpoint).is)
  return accessMatrix(facts, refused).map(({ authorization }, i) => [authorization, keys[i]])
}

// Each was compared with what SAM's translator 1.110.0 writes.
it.each<[string, Template, string, boolean]>([
  [
    'reaches no operation without an integration',
    {
      version: 'swagger',
      api: `Auth: { ${SAM} }`,
      operation: 'tags: []',
      event: '{ OverrideApiAuth: true, Authorizer: Sam }',
    },
    'none',
    false,
  ],
  [
    'reaches no operation without an integration, with an API key',
    { version: 'swagger', operation: 'tags: []', event: '{ OverrideApiAuth: true, ApiKeyRequired: true }' },
    'none',
    false,
  ],
  [
    'with an API key takes the place of the security of the document',
    {
      version: 'swagger',
      document: 'security: [{ Own: [a/b] }]',
      event: '{ OverrideApiAuth: true, ApiKeyRequired: true }',
    },
    'none',
    true,
  ],
  [
    'defines AWS_IAM where it is the first scheme',
    { version: 'swagger', event: '{ OverrideApiAuth: true, Authorizer: AWS_IAM }' },
    'iam',
    false,
  ],
  [
    'may not define AWS_IAM after others',
    {
      version: 'swagger',
      operation: `security: [{ key: [] }], ${MOCK}`,
      schemes: 'key: { type: apiKey, name: x-api-key, in: header }',
      event: '{ OverrideApiAuth: true, Authorizer: AWS_IAM }',
    },
    'unknown',
    true,
  ],
  [
    'may not define AWS_IAM where it is merged',
    { version: 'openapi', api: 'MergeDefinitions: true', event: '{ Authorizer: AWS_IAM }' },
    'unknown',
    false,
  ],
  [
    'has no need to define AWS_IAM where the definition does',
    { version: 'openapi', api: 'MergeDefinitions: true', schemes: IAM, event: '{ Authorizer: AWS_IAM }' },
    'iam',
    false,
  ],
  [
    'finds no AWS_IAM among schemes that SAM replaces',
    {
      version: 'openapi',
      api: `MergeDefinitions: true\n      Auth: { ${SAM} }`,
      schemes: IAM,
      event: '{ Authorizer: AWS_IAM }',
    },
    'unknown',
    false,
  ],
])('the Auth of an event %s', (_, template, authorization, key) => {
  expect(read(template)).toEqual([[authorization, key]])
})

it.each<[Template['version'], string, string, string, string]>([
  ['openapi', '', OWN, 'Own', 'cognito'],
  ['openapi', `Auth: { ${SAM} }`, OWN, 'Own', 'unknown'],
  ['openapi', 'Auth: { ApiKeyRequired: true }', OWN, 'Own', 'unknown'],
  ['openapi', 'Auth: { ApiKeyRequired: false }', OWN, 'Own', 'cognito'],
  ['openapi', `Auth: { ${SAM} }`, OWN, 'Sam', 'cognito'],
  ['openapi', `Auth: { ${SAM}, DefaultAuthorizer: Sam }`, IAM, 'AWS_IAM', 'iam'],
  ['openapi', `Auth: { ${SAM} }`, IAM, 'AWS_IAM', 'unknown'],
  ['swagger', `Auth: { ${SAM} }`, OWN, 'Own', 'cognito'],
])(
  'in %s with %s, the scheme of an operation stays or is replaced by SAM',
  (version, api, schemes, name, expected) => {
    const operation = `security: [{ ${name}: [] }], ${MOCK}`
    expect(read({ version, api, schemes, operation, event: '{}' }).map(([it]) => it)).toEqual([expected])
  },
)

it.each<[string, string, string]>([
  ['MergeDefinitions: true', '{ Authorizer: AWS_IAM }', 'unknown'],
  ['MergeDefinitions: true', '{ ApiKeyRequired: true }', 'unknown'],
  ['MergeDefinitions: false', '{ Authorizer: AWS_IAM }', 'cognito'],
  ['MergeDefinitions: true', '{}', 'cognito'],
])(
  'with %s, the schemes of SAM for an event with %s may replace those of OpenAPI 3',
  (api, event, expected) => {
    const operation = `security: [{ Own: [] }], ${MOCK}`
    const [[authorization] = []] = read({ version: 'openapi', api, operation, event, method: 'post' })
    expect(authorization).toBe(expected)
  },
)

it.each<[string, string, string]>([
  ['true', '{ Own: [], api_key: [] }', 'unknown'],
  ['false', '{ Own: [], api_key: [] }', 'cognito'],
  ['true', '{ Own: [] }, { api_key: [] }', 'cognito'],
])('with ApiKeyRequired: %s, SAM may remove an authorizer of %s', (required, security, expected) => {
  const api = `Auth: { ApiKeyRequired: ${required} }`
  const schemes = `${OWN}, api_key: { type: apiKey, name: x-api-key, in: header }`
  const operation = `security: [${security}], ${MOCK}`
  expect(read({ version: 'swagger', api, schemes, operation, event: '{}' }).map(([it]) => it)).toEqual([
    expected,
  ])
})

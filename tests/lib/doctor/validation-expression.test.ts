import { expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { repairsOf } from '../../../lib/doctor/repair'
import { reportOf } from '../../../lib/doctor/report'
import { applyEdits } from '../../../lib/source/edit'
import { baseText } from './faults'

const CODE = 'VALIDATION_EXPRESSION_WITH_SCOPES'
const POOL = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abcdefghi'

const sam = (identity: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Api
    Properties:
      StageName: prod
      Auth:
        DefaultAuthorizer: Pool
        Authorizers:
          Pool:
            UserPoolArn: ${POOL}
            AuthorizationScopes: [notes/read]
${identity}  List:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Get: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /notes, Method: get } }
`

const openapi = (expression: string) => `openapi: 3.0.1
paths:
  /notes:
    get: { security: [{ Pool: [notes/read] }] }
components:
  securitySchemes:
    Pool:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
${expression}        providerARNs: ['${POOL}']
`

const serverless = (expression: string) => `service: notes
provider: { name: aws, stage: dev }
functions:
  list:
    handler: index.list
    events:
      - http:
          path: notes
          method: get
          authorizer:
            arn: ${POOL}
${expression}            scopes: [notes/read]
`

it.each([
  [
    'SAM, with another entry',
    sam,
    '            Identity:\n              Header: Authorization\n              ValidationExpression: ^abc$\n',
    '            Identity:\n              Header: Authorization\n',
    'ValidationExpression',
  ],
  ['SAM, alone', sam, '            Identity:\n              ValidationExpression: ^abc$\n', '', 'Identity'],
  ['OpenAPI', openapi, '        identityValidationExpression: ^abc$\n', '', 'identityValidationExpression'],
  [
    'Serverless',
    serverless,
    '            identityValidationExpression: ^abc$\n',
    '',
    'identityValidationExpression',
  ],
])(
  '%s: the expression is removed under the name that the format has for it',
  (_, textOf, before, after, key) => {
    const diagnosis = diagnose([{ path: 'file.yaml', text: textOf(before) }])
    const finding = diagnosis.findings.find(({ code }) => code === CODE)
    if (!finding) throw new Error(`no ${CODE}`)
    expect(finding.fix).toBe(`Remove ${key}.`)
    const [repair] = repairsOf(finding, diagnosis)
    if (!repair?.edits[0]) throw new Error('no repair')
    expect(repair.label).toBe(`Remove ${key}`)
    expect(applyEdits(repair.edits[0].source, repair.edits)).toBe(textOf(after))
  },
)

it('of a snapshot it is removed in words only', () => {
  const text = JSON.stringify({
    awsSnapshot: 1,
    restApi: { id: 'r1', name: 'notes' },
    resources: {
      items: [
        {
          id: 'n',
          path: '/notes',
          resourceMethods: {
            GET: {
              authorizationType: 'COGNITO_USER_POOLS',
              authorizerId: 'a1',
              authorizationScopes: ['notes/read'],
            },
          },
        },
      ],
    },
    authorizers: {
      items: [
        {
          id: 'a1',
          name: 'pool',
          type: 'COGNITO_USER_POOLS',
          providerARNs: [POOL],
          identitySource: 'method.request.header.Authorization',
          identityValidationExpression: '^abc$',
        },
      ],
    },
  })
  const diagnosis = diagnose([{ path: 'snapshot.json', text }])
  const finding = diagnosis.findings.find(({ code }) => code === CODE)
  expect(finding?.fix).toBe('Remove the validation expression.')
})

// The authorizers of a function have no audience to compare: what they check is theirs.
it.each([
  ['that says nothing of its payload', '', 'TOKEN'],
  ['with a payload of its own', '            FunctionPayloadType: REQUEST\n', 'REQUEST'],
])('SAM: a function %s is an authorizer of the type that its translator writes', (_, payload, type) => {
  const text = sam('').replace(
    `            UserPoolArn: ${POOL}\n            AuthorizationScopes: [notes/read]\n`,
    `            FunctionArn: arn:aws:lambda:eu-west-1:123456789012:function:guard\n${payload}`,
  )
  const { facts } = diagnose([{ path: 'file.yaml', text }])
  expect(facts.deployed.authorizers.map(authorizer => authorizer.type)).toMatchObject([
    { parts: [{ text: type }] },
  ])
})

it.each([
  ['', true],
  ['      IdentityValidationExpression: ^abc$\n', false],
  ['      IdentityValidationExpression: !ImportValue Expression\n', false],
  ['      IdentityValidationExpression: !If [C, ^abc$, !Ref AWS::NoValue]\n', null],
])('clients can call a REST API whose authorizer has %j with an access token: %s', (expression, allowed) => {
  const line = '      IdentitySource: method'
  const text = baseText('rest').replace(line, `${expression}${line}`)
  const { access } = reportOf(diagnose([{ path: 'file.yaml', text }]))
  const guarded = access.filter(({ authorization }) => authorization === 'cognito')
  expect(guarded.flatMap(({ clients }) => clients.map(client => client.allowed))).toEqual([allowed, allowed])
})

import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { graphOf } from '../../../lib/doctor/graph'
import { packageServerless } from '../../conformance/toolchains/osls'
import { readYaml } from '../../conformance/toolchains/read-yaml'
import { samTranslator } from '../../conformance/toolchains/sam/translator'
import { inputNames, inputText } from './files'

/** Method, path, authorization and scopes of every endpoint, clients and resource servers, whatever their logical IDs are. */
function graphIn(text: string, name: string) {
  const { facts } = diagnose([{ path: name, text }])
  expect(facts.files.map(({ read }) => read)).toEqual(['whole'])
  const { endpoints, clients, resourceServers } = graphOf(facts.deployed, facts.access)
  expect(endpoints).not.toHaveLength(0)
  const lines = (rows: readonly object[]) => rows.map(row => JSON.stringify(row)).toSorted()
  return {
    // The preflights that a tool adds are in its template only.
    endpoints: lines(endpoints.filter(({ method }) => method !== 'OPTIONS')),
    clients: lines(clients.map(({ grants, scopes }) => ({ grants, scopes }))),
    resourceServers: lines(resourceServers.map(({ scopes }) => scopes)),
  }
}

const read = (template: object) => graphIn(JSON.stringify(template), 'template.json')

const POOL = 'arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_a'

/** The ways to write an authorizer of the Serverless Framework. */
const AUTHORIZERS: Readonly<Record<string, string>> = {
  'signed requests': 'aws_iam',
  'signed requests as a type': '{ type: AWS_IAM }',
  'the ARN of a pool': `{ arn: "${POOL}" }`,
  'the ARN of a pool, with scopes': `{ name: a, arn: "${POOL}", scopes: [a/b] }`,
  'the ARN alone': `"${POOL}"`,
  'a pool of the template':
    '{ name: a, type: COGNITO_USER_POOLS, arn: { Fn::GetAtt: [Users, Arn] }, scopes: [a/b, a/c] }',
  'a function': 'guard',
  'a function with its settings': '{ name: guard, resultTtlInSeconds: 0 }',
}

const serverlessWith = (authorizer: string) => `service: notes
provider: { name: aws, runtime: nodejs24.x }
functions:
  guard: { handler: guard.handler }
  list:
    handler: notes.list
    events:
      - http: { method: get, path: /notes, authorizer: ${authorizer} }
      - http: { method: get, path: /health }
resources: { Resources: { Users: { Type: AWS::Cognito::UserPool } } }
`

describe('the doctor reads what osls would deploy', () => {
  it.each(Object.entries(AUTHORIZERS))('%s', async (_, authorizer) => {
    const text = serverlessWith(authorizer)
    expect(graphIn(text, 'serverless.yml')).toEqual(read(await packageServerless(text)))
  })

  it.each(inputNames.filter(name => name.includes('serverless')))('%s', async name => {
    // In small letters API Gateway rejects it, which is the finding AUTHORIZER_TYPE_CASE.
    const text = inputText(name).replace('type: cognito_user_pools', 'type: COGNITO_USER_POOLS')
    expect(graphIn(text, 'serverless.yml')).toEqual(read(await packageServerless(text)))
  })
})

/** Functions of the template need code before the translator expands them. */
const withCode = (text: string) =>
  text.replaceAll('Runtime: nodejs22.x', 'Runtime: nodejs22.x\n      InlineCode: x')

const NONE = ', Auth: { Authorizer: NONE }'
const NAMED = ', Auth: { Authorizer: A }'
const SCOPED = ', Auth: { Authorizer: A, AuthorizationScopes: [a/c] }'

/** The authorization of an API, and what its events say of theirs. */
const APIS: readonly (readonly [name: string, auth: string, events: readonly string[]])[] = [
  ['no authorizer', '{}', ['']],
  [
    'scopes of the authorizer',
    `{ DefaultAuthorizer: A, Authorizers: { A: { UserPoolArn: "${POOL}", AuthorizationScopes: [a/b] } } }`,
    ['', NONE, NAMED, SCOPED, ', Auth: { Authorizer: A, AuthorizationScopes: [] }'],
  ],
  ['no default', `{ Authorizers: { A: { UserPoolArn: "${POOL}" } } }`, ['', NAMED, SCOPED]],
  ['signed requests', '{ DefaultAuthorizer: AWS_IAM }', ['', NONE]],
  [
    'preflights without a token',
    `{ DefaultAuthorizer: A, AddDefaultAuthorizerToCorsPreflight: false, Authorizers: { A: { UserPoolArn: "${POOL}" } } }`,
    ['', NONE, SCOPED],
  ],
]

const JWT = `JwtConfiguration: { issuer: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a", audience: [x] }, IdentitySource: "$request.header.Authorization"`
const LISTED = ', Auth: { AuthorizationScopes: [a/c] }'
const EMPTY = ', Auth: { Authorizer: A, AuthorizationScopes: [] }'

/** The same of an HTTP API, where the default authorizer takes scopes of events, and an empty list removes none. */
const HTTP_APIS: readonly (readonly [name: string, auth: string, events: readonly string[]])[] = [
  [
    'a default authorizer with scopes',
    `{ DefaultAuthorizer: A, Authorizers: { A: { ${JWT}, AuthorizationScopes: [a/b] } } }`,
    ['', NONE, NAMED, SCOPED, LISTED, EMPTY],
  ],
  [
    'a default authorizer without scopes',
    `{ DefaultAuthorizer: A, Authorizers: { A: { ${JWT} } } }`,
    ['', SCOPED, LISTED, EMPTY],
  ],
]

const httpWith = (auth: string, events: readonly string[]) =>
  samWith(auth, events)
    .replace(
      'AWS::Serverless::Api, Properties: { StageName: v1, Auth',
      'AWS::Serverless::HttpApi, Properties: { Auth',
    )
    .replaceAll('Type: Api, Properties: { RestApiId', 'Type: HttpApi, Properties: { ApiId')

const samWith = (auth: string, events: readonly string[]) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Api: { Type: AWS::Serverless::Api, Properties: { StageName: v1, Auth: ${auth} } }
  Notes:
    Type: AWS::Serverless::Function
    Properties:
      Handler: notes.handler
      Runtime: nodejs22.x
      Events:
${events.map((own, i) => `        E${i}: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /e${i}, Method: GET${own} } }`).join('\n')}
`

describe("the doctor reads what AWS's translator makes of SAM", () => {
  const expanded = async (text: string) => {
    const translator = await samTranslator()
    return translator?.expand(readYaml(withCode(text)), { PoolArn: POOL }, 'us-east-1')
  }

  it.each([
    ...APIS.map(([name, auth, events]) => [name, samWith(auth, events)] as const),
    ...HTTP_APIS.map(([name, auth, events]) => [`HTTP API: ${name}`, httpWith(auth, events)] as const),
    ...inputNames.filter(name => name.includes('sam')).map(name => [name, inputText(name)] as const),
  ])('%s', async (name, text) => {
    const template = await expanded(text)
    if (!template) return console.info(`${name}: AWS's SAM translator is not on this machine`)
    expect(graphIn(text, 'template.yaml')).toEqual(read(template))
  })
})

import { expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'
import { reportOf } from '../../../lib/doctor/report'
import { diagnoseText } from './files'

const sam = (auth: string, event: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api:
    Type: AWS::Serverless::HttpApi
    Properties:
      Auth: ${auth}
  List:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a.b
      Events:
        Get: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /a, Method: get${event} } }
`
const serverless = `service: notes
provider: { name: aws }
functions:
  list:
    handler: a.b
    events:
      - httpApi:
          method: GET
          path: /a
          authorizer:
            name: jwt
resources:
  Resources:
    Users: { Type: AWS::Cognito::UserPool, Properties: { UserPoolName: people } }
`

// The wrong name is marked, not what would use it. Nothing is said of the scopes of an authorizer that is not there.
it.each([
  [
    'a name of SAM',
    sam('{ EnableIamAuthorizer: true }', ', Auth: { Authorizer: jwt }'),
    13,
    'Auth.Authorizers of the API',
  ],
  ['a default of SAM', sam('{ DefaultAuthorizer: jwt }', ''), 7, 'Auth.Authorizers of the API'],
  ['a name of the Serverless Framework', serverless, 11, 'provider.httpApi.authorizers'],
])('%s without an authorizer is the only fault', (_, text, line, place) => {
  const { findings } = reportOf(diagnoseText(text))
  expect(findings).toMatchObject([
    {
      code: 'AUTHORIZER_MISSING',
      message: 'GET /a uses an authorizer jwt that does not exist.',
      fix: `Define jwt in ${place}, or name another one.`,
      at: [{ line }],
    },
  ])
  const [{ column, endColumn } = { column: 0, endColumn: 0 }] = findings[0]!.at
  expect(text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1)).toBe('jwt')
})

// SAM deploys a REST API without authorizers as if it had no default one.
it.each([
  ['Cog', ['The endpoint is open: SAM ignores DefaultAuthorizer where Auth has no Authorizers.']],
  ['NONE', []],
])('a REST API of SAM with the default %s and no authorizers is open', (name, whys) => {
  const text = sam(`{ DefaultAuthorizer: ${name} }`, '')
    .replaceAll('HttpApi', 'Api')
    .replace('Auth:', 'StageName: dev\n      Cors: "\'*\'"\n      Auth:')
    .replace('ApiId', 'RestApiId')
  const { findings, access } = reportOf(diagnoseText(text))
  expect(findings.map(({ why }) => why)).toEqual(whys)
  expect(access).toMatchObject([{ endpoint: 'GET /a', authorization: 'none' }])
})

// NONE is a word of events, which takes away the default authorizer.
const JWT = 'Authorizers: { jwt: { IdentitySource: $request.header.Authorization } }'
it.each([
  ['a default', sam('{ DefaultAuthorizer: NONE }', ''), 7],
  ['an event without a default', sam(`{ ${JWT} }`, ', Auth: { Authorizer: NONE }'), 13],
  [
    'an event with a default NONE',
    sam('{ DefaultAuthorizer: NONE }', ', Auth: { Authorizer: NONE }'),
    undefined,
  ],
  [
    'an event with a default',
    sam(`{ DefaultAuthorizer: jwt, ${JWT} }`, ', Auth: { Authorizer: NONE }'),
    undefined,
  ],
])('NONE as the authorizer of %s of SAM', (_, text, line) => {
  const report = reportOf(diagnoseText(text))
  expect(
    report.findings.filter(({ code }) => code.startsWith('AUTHORIZER_') && !/UNUSED/.test(code)),
  ).toMatchObject(
    line === undefined
      ? []
      : [
          {
            code: 'AUTHORIZER_MISSING',
            message: 'GET /a uses an authorizer NONE that does not exist.',
            fix: 'Leave NONE out: it is for events of an API that has a DefaultAuthorizer.',
            at: [{ line }],
          },
        ],
  )
  expect(report.access).toMatchObject([{ endpoint: 'GET /a', authorization: 'none' }])
})

it('the import takes the only user pool of the files, where no authorizer names one', () => {
  const imported = importTemplate([{ path: 'serverless.yml', text: serverless }])
  expect(imported).toMatchObject({ ok: true, spec: { userPool: { name: 'people' } } })
  expect(imported.report.map(({ what }) => what)).not.toContain('user pool change-me')
})

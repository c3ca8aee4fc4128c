import { describe, expect, it } from 'vitest'
import { reportOf } from '../../../lib/doctor/report'
import { diagnoseText } from './files'

const codesOf = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code)

/** A text with one of two values, and what is found with the known one. */
const cases = [
  {
    name: 'an event of a SAM function',
    found: 'METHOD_WITHOUT_SCOPES',
    text: (event: string) => `Transform: AWS::Serverless-2016-10-31
Parameters: { Nobody: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api:
    Type: AWS::Serverless::Api
    Properties: { StageName: a, Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn } } } }
  List:
    Type: AWS::Serverless::Function
    Properties: { Handler: a.b, Events: { Get: ${event} } }
`,
    known: '{ Type: Api, Properties: { RestApiId: !Ref Api, Path: /a, Method: get } }',
    unknown: ['!Ref Nobody', '!ImportValue other'],
  },
  {
    name: 'an event of serverless.yml',
    found: 'METHOD_WITHOUT_SCOPES',
    text: (event: string) => `service: a
provider: { name: aws }
functions: { list: { handler: a.b, events: [${event}] } }
`,
    known:
      "{ http: { path: a, method: get, authorizer: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123' } }",
    unknown: ["'${env:X}'", "'${param:x}'"],
  },
  {
    name: 'a path of an OpenAPI document',
    found: 'METHOD_WITHOUT_SCOPES',
    text: (path: string) => `openapi: 3.0.1
info: { title: a, version: '1' }
components:
  securitySchemes:
    pool: { type: apiKey, name: Authorization, in: header, x-amazon-apigateway-authtype: cognito_user_pools, x-amazon-apigateway-authorizer: { type: cognito_user_pools, providerARNs: [a] } }
paths: { /a: ${path} }
`,
    known: '{ get: { security: [{ pool: [] }] } }',
    unknown: ['{ Ref: Nobody }'],
  },
]

describe.each(cases)('$name that is not known', ({ text, known, unknown, found }) => {
  it('hides no finding in silence', () => {
    expect(codesOf(diagnoseText(text(known)).findings)).toContain(found)
    for (const value of unknown) {
      const diagnosis = diagnoseText(text(value))
      expect(diagnosis.findings).toEqual([])
      expect(codesOf(diagnosis.undecided)).toEqual(expect.arrayContaining([found, 'SCOPES_IGNORED']))
      // What is asked for is its value, and no endpoint is invented.
      const open = diagnosis.undecided.find(({ code }) => code === found)
      expect(open?.because).toHaveLength(1)
      expect(reportOf(diagnosis).access).toEqual([])
    }
  })
})

it('a file that was not given is named once, by itself', () => {
  const { undecided } = diagnoseText(
    "service: a\nprovider: { name: aws }\nfunctions: { list: '${file(list.yml)}' }\n",
  )
  expect(undecided).toEqual([])
})

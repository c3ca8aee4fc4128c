import { expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const read = (custom: string, event: string) =>
  diagnose([
    {
      path: 'serverless.yml',
      text: `service: notes
provider: { name: aws }
custom: ${custom}
functions:
  list: { handler: a.list, events: [{ http: ${event} }] }
resources:
  Resources:
    Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, RestApiId: !Ref ApiGatewayRestApi, ProviderARNs: [!GetAtt Users.Arn] } }
    Users: { Type: AWS::Cognito::UserPool }
`,
    },
  ])
const PLAIN = '{ path: notes, method: get }'

it('methods that a plugin adds may use an authorizer', () => {
  const proxies =
    '{ apiGatewayServiceProxies: [{ sqs: { path: /q, method: post, authorizerId: !Ref Guard } }] }'
  expect(read('{}', PLAIN).findings.map(({ code }) => code)).toEqual(['AUTHORIZER_UNUSED'])
  const { files, findings, undecided } = read(proxies, PLAIN)
  expect(findings).toEqual([])
  expect(files.flatMap(({ problems }) => problems.map(({ line }) => line))).toEqual([3])
  expect(undecided.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['AUTHORIZER_UNUSED', 'METHOD_WITHOUT_SCOPES']),
  )
})

it('an authorizer that a plugin reads may be any', () => {
  const { findings, undecided, access } = read('{}', '{ path: notes, method: get, cfAuthorizer: Guard }')
  expect(findings).toEqual([])
  expect(access).toMatchObject([{ authorization: 'unknown' }])
  expect(undecided.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['AUTHORIZER_UNUSED', 'METHOD_WITHOUT_SCOPES']),
  )
})

import { expect, it } from 'vitest'
import { accessGraph } from '../../../lib/doctor/access-graph'
import { reportOf } from '../../../lib/doctor/report'
import { readFiles } from '../../../lib/read/read'
import { templateApi } from '../../../lib/template-api'
import { diagnoseText } from './files'

const REST = {
  code: 'METHOD_WITHOUT_SCOPES',
  text: (type: string, authorizer: string) => `Parameters: { Given: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: a, Type: ${type}, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
  Get: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !GetAtt Api.RootResourceId, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS${authorizer} } }
`,
}
const HTTP = {
  code: 'ROUTE_WITHOUT_SCOPES',
  text: (type: string, authorizer: string) => `Parameters: { Given: { Type: String } }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: notes, ProtocolType: HTTP } }
  Guard: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Api, Name: a, AuthorizerType: ${type}, IdentitySource: [$request.header.Authorization], JwtConfiguration: { Issuer: !GetAtt Users.ProviderURL, Audience: [!Ref Client] } } }
  Get: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /, AuthorizationType: JWT${authorizer} } }
`,
}
const NO_VALUE = '!Ref AWS::NoValue'

// Without an authorizer nothing is deployed, so what is true of the branch that has one is certain.
it.each([
  ['the authorizer of the type', 'OWN', '!Ref Guard', true],
  ['none', 'OWN', '', false],
  ['one that a condition leaves out', 'OWN', `!If [Live, !Ref Guard, ${NO_VALUE}]`, true],
  ['one that a condition leaves out at first', 'OWN', `!If [Live, ${NO_VALUE}, !Ref Guard]`, true],
  [
    'one that two conditions leave out',
    'OWN',
    `!If [A, !If [B, !Ref Guard, ${NO_VALUE}], ${NO_VALUE}]`,
    true,
  ],
  ['none in either branch', 'OWN', `!If [Live, ${NO_VALUE}, ${NO_VALUE}]`, false],
  ['the same in both branches', 'OWN', '!If [Live, !Ref Guard, !Ref Guard]', true],
  ['one that a parameter names', 'OWN', '!Ref Given', null],
  ['that or one of a parameter', 'OWN', '!If [Live, !Ref Guard, !Ref Given]', null],
  ['an id of another stack', 'OWN', 'abc123', true],
  ['one of two ids of another stack', 'OWN', '!If [Live, abc, def]', null],
  ['that or an id of another stack', 'OWN', '!If [Live, !Ref Guard, abc]', null],
  ['an id of another stack or that', 'OWN', '!If [Live, abc, !Ref Guard]', null],
  ['that, an id of another stack, or none', 'OWN', `!If [A, ${NO_VALUE}, !If [B, !Ref Guard, abc]]`, null],
  ['a Lambda function', 'REQUEST', '!Ref Guard', false],
  ['a Lambda function that a condition leaves out', 'REQUEST', `!If [Live, !Ref Guard, ${NO_VALUE}]`, false],
  ['a Lambda function or one that a parameter names', 'REQUEST', '!If [Live, !Ref Guard, !Ref Given]', null],
  ['one whose type a parameter gives', '!Ref Given', '!Ref Guard', null],
])('an endpoint without scopes and with %s', (_, type, authorizer, expected) => {
  for (const { code, text } of [REST, HTTP]) {
    const own = code === REST.code ? 'COGNITO_USER_POOLS' : 'JWT'
    const template = text(type.replace('OWN', own), authorizer === '' ? '' : `, AuthorizerId: ${authorizer}`)
    const { findings, undecided, access } = reportOf(diagnoseText(template))
    const has = (found: readonly { readonly code: string }[]) => found.some(it => it.code === code)
    expect(has(findings) ? true : has(undecided) ? null : false, template).toBe(expected)
    if (code === REST.code && expected) expect(access[0]?.clients).toEqual([{ id: 'Client', allowed: false }])
    if (code === REST.code && expected === null)
      expect(access[0]?.clients).toEqual([{ id: 'Client', allowed: null }])
    const graph = accessGraph(readFiles([{ path: 'a.yaml', text: template }]), access)
    const kinds = graph.credentials.map(({ kind }) => kind)
    const token = code === REST.code ? 'id-token' : 'any-token'
    expect(kinds, template).toEqual([expected ? token : 'unknown'])
  }
})

// A type that may not match is said wherever the answer about scopes is left open for it.
it.each([
  ['!Ref Given', true],
  ['!If [Live, abc, def]', true],
  ['!If [Live, !Ref Guard, abc]', true],
  ['!If [Live, !Ref Guard, !Ref Guard]', false],
  [`!If [Live, !Ref Guard, ${NO_VALUE}]`, false],
])('whether the type of an endpoint matches the authorizer %s is undecided: %s', (authorizer, expected) => {
  for (const { code, text } of [REST, HTTP]) {
    const own = code === REST.code ? 'COGNITO_USER_POOLS' : 'JWT'
    const { undecided } = diagnoseText(text(own, `, AuthorizerId: ${authorizer}`))
    const codes = undecided.map(it => it.code)
    expect(codes.includes('AUTHORIZER_TYPE_MISMATCH'), code).toBe(expected)
    expect(codes.includes(code), code).toBe(expected)
  }
})

// The list of the doctor and the verdicts on a token must not contradict each other.
it.each([
  ['OWN', '!Ref Given', 'type matches its authorizer'],
  ['OWN', '!If [Live, !Ref Guard, !Ref Given]', 'type matches its authorizer'],
  ['OWN', '!If [Live, !Ref Guard, abc]', 'type matches its authorizer'],
  ['!Ref Given', '!Ref Guard', 'These files do not show'],
  ['OWN', '!Ref Guard', undefined],
])('why a token is not judged where an authorizer of the type %s is %s: %s', (type, authorizer, why) => {
  for (const { code, text } of [REST, HTTP]) {
    const own = code === REST.code ? 'COGNITO_USER_POOLS' : 'JWT'
    for (const scopes of ['', ', AuthorizationScopes: [notes/read]']) {
      const template = text(type.replace('OWN', own), `, AuthorizerId: ${authorizer}${scopes}`)
      const api = templateApi(readFiles([{ path: 'a.yaml', text: template }]))
      const reasons = api.notJudged.map(({ why }) => why)
      expect(reasons, template).toEqual(why === undefined ? [] : [expect.stringContaining(why)])
    }
  }
})

it('an endpoint that names no authorizer has that fault only', () => {
  for (const { code, text } of [REST, HTTP]) {
    const { findings } = diagnoseText(text(code === REST.code ? 'COGNITO_USER_POOLS' : 'JWT', ''))
    expect(findings.map(it => it.code)).toEqual(['AUTHORIZER_MISSING', 'AUTHORIZER_UNUSED'])
  }
})

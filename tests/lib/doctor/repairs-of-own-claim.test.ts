import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'

const reportOn = (files: Readonly<Record<string, string>>) =>
  reportOf(diagnose(Object.entries(files).map(([path, text]) => ({ path, text }))))

const POOL = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_abcdefghi'
const stack = (scheme: string) =>
  `{ Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: child.yaml, Parameters: { Base: '${scheme}://${POOL}' } } }`
const nested = (...schemes: readonly string[]) => ({
  'parent.yaml': `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
${schemes.map((scheme, i) => `  Stack${i}: ${stack(scheme)}`).join('\n')}
`,
  'child.yaml': `Parameters: { Base: { Type: String } }
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: n, ProtocolType: HTTP } }
  Guard:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: a
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: !Sub '\${Base}/', Audience: [x] }
  Get: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /a, AuthorizationType: JWT, AuthorizerId: !Ref Guard, AuthorizationScopes: [a/b] } }
`,
})

const labelsOf = (files: Readonly<Record<string, string>>) =>
  reportOn(files)
    .findings.filter(({ code }) => code === 'ISSUER_MISMATCH')
    .map(({ repair }) => repair?.label)

const REMOVE = 'Remove the slash at the end'

it.each([
  ['both become right', ['https', 'https'], [REMOVE, REMOVE]],
  ['one stays wrong', ['https', 'http'], [REMOVE, undefined]],
  ['the first stays wrong', ['http', 'https'], [undefined, REMOVE]],
])('one template in two nested stacks: %s', (_, schemes, labels) => {
  expect(labelsOf(nested(...schemes))).toEqual(labels)
})

const definition = (issuer: string) => `openapi: 3.0.1
info: { title: t, version: '1' }
components:
  securitySchemes:
    jwt:
      type: oauth2
      x-amazon-apigateway-authorizer: { type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: { issuer: '${issuer}', audience: [a] } }
paths:
  /a: { get: { security: [{ jwt: [a/b] }] } }
`
const included = {
  'template.yaml': `Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Body: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api.yaml } } } }
  Api2: { Type: AWS::Serverless::HttpApi, Properties: { DefinitionUri: api.yaml } }
`,
  'api.yaml': definition('https://cognito-idp.${region}.amazonaws.com/${pool}/'),
}

it('a slash is not removed where a variable stays, though another API reads the same definition', () => {
  const { findings } = reportOn(included)
  const found = findings.filter(({ code }) => code === 'ISSUER_MISMATCH')
  expect(found).toHaveLength(2)
  const stays = found.filter(({ fix }) => /Fn::Sub/.test(fix))
  expect(stays.map(({ repair }) => repair)).toEqual([null])
})

it('a slash is removed where no variable stays', () => {
  expect(labelsOf({ ...included, 'api.yaml': definition(`https://${POOL}/`) })).toEqual([REMOVE, REMOVE])
})

it('of two faults of one client, each is repaired alone', () => {
  const text = `Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Client:
    Type: AWS::Cognito::UserPoolClient
    Properties: { UserPoolId: !Ref Pool, AccessTokenValidity: 60, RefreshTokenValidity: 43200, TokenValidityUnits: { IdToken: minutes } }
`
  const { findings } = reportOn({ 'template.yaml': text })
  const found = findings.filter(({ code }) => code === 'TOKEN_VALIDITY_OUT_OF_RANGE')
  expect(found.map(({ repair }) => repair?.edits.length)).toEqual([1, 1])
})

it('a repair may move the events of a Serverless file that other findings are about', () => {
  const text = `service: notes
provider:
  name: aws
  httpApi:
    authorizers:
      users: { type: jwt, issuerUrl: https://${POOL}/, audience: [a] }
functions:
  a: { handler: a.a, events: [{ httpApi: { path: /a, method: get, authorizer: { name: users, scopes: [read] } } }] }
`
  expect(labelsOf({ 'serverless.yml': text })).toEqual([REMOVE])
  const { findings } = reportOn({ 'serverless.yml': text })
  expect(findings.map(({ code }) => code)).toContain('SCOPE_NOT_FULL')
})

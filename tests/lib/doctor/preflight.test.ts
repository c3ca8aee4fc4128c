import { describe, expect, it } from 'vitest'
import { diagnoseText } from './files'

/** An HTTP API with CORS, a guarded catch-all route, and perhaps a route for preflights. */
const template = (route: string, preflight?: string) => `Resources:
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties:
      Name: a
      ProtocolType: HTTP
      CorsConfiguration: { AllowOrigins: ['https://a.example'], AllowHeaders: [authorization] }
  Jwt:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: jwt
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: https://issuer.example, Audience: [x] }
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: '${route}', AuthorizationType: JWT, AuthorizerId: !Ref Jwt }
${
  preflight === undefined
    ? ''
    : `  Preflight:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: '${preflight}' }
`
}`

const isFound = (route: string, preflight?: string) =>
  diagnoseText(template(route, preflight)).findings.some(({ code }) => code === 'PREFLIGHT_NEEDS_TOKEN')

describe('a guarded catch-all route', () => {
  it.each([
    ['$default', undefined, true],
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
    ['$default', 'OPTIONS /{proxy+}', false],
    ['$default', 'OPTIONS /notes', true],
    ['ANY /{proxy+}', 'OPTIONS /{proxy+}', false],
    ['ANY /notes', 'OPTIONS /other', true],
  ])('%s with %s needs a token for preflights: %s', (route, preflight, expected) => {
    expect(isFound(route, preflight)).toBe(expected)
  })
})

it.each([
  ['$default', 'Add the route OPTIONS /{proxy+} without an authorizer.'],
  ['ANY /notes', 'Add an OPTIONS route for the same path without an authorizer.'],
])('the fix for %s names the route that is missing', (route, fix) => {
  const found = diagnoseText(template(route)).findings.find(({ code }) => code === 'PREFLIGHT_NEEDS_TOKEN')
  expect(found?.fix).toBe(fix)
})

describe('the preflights that SAM adds', () => {
  /** An API of SAM with CORS and a default authorizer; `rest` has what calls it. */
  const sam = (rest: string, more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Notes:
    Type: AWS::Serverless::Api
    Properties:
      StageName: dev
      Cors: "'*'"
${more}      Auth: { DefaultAuthorizer: Pool, Authorizers: { Pool: { UserPoolArn: !GetAtt Users.Arn } } }
${rest}`
  const event = `  List:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Events: { Get: { Type: Api, Properties: { Path: /notes, Method: get, RestApiId: !Ref Notes } } }
`
  const method = `  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Notes
      ResourceId: !GetAtt Notes.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: abc123
      Integration: { Type: MOCK }
`
  const code = 'PREFLIGHT_NEEDS_TOKEN'

  it.each([
    ['an event', sam(event), true, false],
    // SAM does not know of methods that are resources of their own.
    ['methods only', sam(method), false, false],
    ['a method and an event', sam(method + event), true, false],
    ['no endpoint', sam(''), false, false],
    ['a definition that is not here', sam('', '      DefinitionUri: api.yaml\n'), false, true],
  ])('%s', (_, text, isFound, isUndecided) => {
    const { findings, undecided } = diagnoseText(text)
    expect(findings.some(found => found.code === code)).toBe(isFound)
    expect(undecided.some(check => check.code === code)).toBe(isUndecided)
  })

  // SAM gives them AWS_IAM like any other default authorizer.
  it('need a signature where AWS_IAM is the default', () => {
    const text = sam(event).replace('DefaultAuthorizer: Pool', 'DefaultAuthorizer: AWS_IAM')
    expect(diagnoseText(text).findings).toContainEqual(
      expect.objectContaining({ code, message: 'The preflights that SAM adds to Notes need a signature.' }),
    )
  })

  // Without authorizers SAM ignores every default one but AWS_IAM.
  it.each([
    ['Pool', false],
    ['!Ref Nobody', true],
  ])('may need something where the API has no authorizers, and the default is %s', (name, isUndecided) => {
    const text = sam(event).replace(/Auth: .*/, `Auth: { DefaultAuthorizer: ${name} }`)
    const { findings, undecided } = diagnoseText(`${text}\nParameters: { Nobody: { Type: String } }`)
    expect(findings.some(found => found.code === code)).toBe(false)
    expect(undecided.some(check => check.code === code)).toBe(isUndecided)
  })
})

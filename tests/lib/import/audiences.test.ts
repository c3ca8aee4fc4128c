import { expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'

const template = (audience: string) => `Parameters:
  Listed: { Type: CommaDelimitedList }
  One: { Type: String }
Conditions:
  IsLive: !Equals [!Ref One, live]
Resources:
  Pool: { Type: AWS::Cognito::UserPool }
  Api:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: notes, ProtocolType: HTTP }
  Jwt:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      Name: jwt
      JwtConfiguration:
        Issuer: !GetAtt Pool.ProviderURL
        Audience: ${audience}
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Api
      RouteKey: GET /notes
      AuthorizationType: JWT
      AuthorizerId: !Ref Jwt
      AuthorizationScopes: [notes/read]
`

it.each([
  ['a parameter', '[!Ref One]', 'audience ${One}', 'left-out'],
  ['a list parameter', '!Ref Listed', 'audiences from Listed', 'left-out'],
  [
    'a condition',
    '[!If [IsLive, https://live.example.com, https://test.example.com]]',
    'audience https://live.example.com',
    'left-out',
  ],
  ['a known value', '[https://mcp.example.com]', 'audience https://mcp.example.com', 'mapped'],
])('an audience from %s is in the report', (_, audience, what, how) => {
  const imported = importTemplate([{ path: 'template.yaml', text: template(audience) }])
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors))
  expect(imported.report).toContainEqual(expect.objectContaining({ what, how }))
  expect(imported.spec.api.additionalAudiences ?? []).toEqual(
    how === 'mapped' ? ['https://mcp.example.com'] : [],
  )
})

it('the audiences that an OpenAPI document leaves to a template are in the report', () => {
  const text = `openapi: 3.0.1
info: { title: notes, version: '1' }
paths:
  /notes:
    get: { security: [{ Jwt: [notes/read] }] }
components:
  securitySchemes:
    Jwt:
      type: oauth2
      x-amazon-apigateway-authorizer:
        type: jwt
        identitySource: $request.header.Authorization
        jwtConfiguration:
          issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/\${Pool}'
          audience: ['\${Web}']
`
  const imported = importTemplate([{ path: 'openapi.yaml', text }])
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors))
  expect(imported.report).toContainEqual(
    expect.objectContaining({ what: 'audience ${Web}', how: 'left-out' }),
  )
})

import { describe, expect, it } from 'vitest'
import { diagnose } from '../../../lib/doctor/diagnose'
import { reportOf } from '../../../lib/doctor/report'

/** An API whose route has a scope that no token needs: the authorizer is not named. */
const template = (protocol: string, preset = '') => `Parameters:
  Protocol: { Type: String${preset && `, Default: ${preset}`} }
Conditions: { Live: !Equals [!Ref AWS::Region, eu-west-1] }
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: ${protocol} } }
  Jwt:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Api
      Name: jwt
      AuthorizerType: JWT
      JwtConfiguration: { Issuer: https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123/, Audience: [abc] }
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties: { ApiId: !Ref Api, RouteKey: GET /a, AuthorizationType: NONE, AuthorizerId: !Ref Jwt, AuthorizationScopes: [a/b] }
`
const OVERRIDES =
  '  O: { Type: AWS::ApiGatewayV2::ApiGatewayManagedOverrides, Properties: { ApiId: !Ref Api, Route: { AuthorizationType: NONE, AuthorizationScopes: [a/b] } } }'
const CODES = ['AUTHORIZER_NOT_APPLIED', 'IDENTITY_SOURCE_MISSING', 'ISSUER_MISMATCH', 'SCOPES_IGNORED']
const QUESTION = ['parameter Protocol']

const judged = (protocol: string, preset?: string, parameters = {}) => {
  const { findings, undecided } = diagnose([{ path: 'a.yaml', text: template(protocol, preset) }], {
    parameters,
  })
  const found = findings.filter(({ code }) => CODES.includes(code))
  const open = undecided.filter(({ code }) => CODES.includes(code))
  return {
    found: [...new Set(found.map(({ code }) => code))].sort(),
    because: [...new Set(found.flatMap(({ because }) => because))],
    open: [...new Set(open.map(({ code }) => code))].sort(),
    causes: [...new Set(open.flatMap(({ because }) => because.map(({ kind, name }) => `${kind} ${name}`)))],
  }
}

describe('the protocol of an API', () => {
  const certain = judged('HTTP').found

  it('HTTP has findings', () => expect(certain.length).toBeGreaterThan(1))

  it.each([
    ['a quick create', 'Target: arn:aws:lambda:eu-west-1:123456789012:function:a'],
    [
      'a definition',
      'Body: { openapi: 3.0.1, paths: { /b: { get: { security: [{ own: [] }] } } }, components: { securitySchemes: { own: { type: oauth2, x-amazon-apigateway-authorizer: { type: jwt, jwtConfiguration: { issuer: https://a.auth.eu-west-1.amazoncognito.com, audience: [abc] } } } } } }',
    ],
  ])('of %s is a question too', (_, properties) => {
    for (const [preset, isFound] of [
      ['HTTP', true],
      ['WEBSOCKET', false],
    ] as const) {
      const text = template(`!Ref Protocol, ${properties}`, preset).replace(/ {2}Jwt:[\s\S]*/, OVERRIDES)
      const { findings, undecided } = diagnose([{ path: 'a.yaml', text }])
      const own = [
        ...findings.map(({ because }) => because.join()),
        ...undecided.map(it => it.because.map(({ name }) => name).join()),
      ]
      expect(own.length).toBeGreaterThan(0)
      expect(own.filter(because => !because.includes('Protocol'))).toEqual([])
      expect(findings.length > 0).toBe(isFound)
    }
  })

  it.each([
    ['HTTP', 'none'],
    ['WEBSOCKET', 'unknown'],
    ['', 'unknown'],
  ])('with the default %j: %s', (preset, authorization) => {
    const { access } = reportOf(diagnose([{ path: 'a.yaml', text: template('!Ref Protocol', preset) }]))
    expect(access.map(row => row.authorization)).toEqual([authorization])
  })

  it.each<[string, string, object, Partial<ReturnType<typeof judged>>]>([
    ['WEBSOCKET', '', {}, { found: [], open: [] }],
    ['!Ref Protocol', '', { Protocol: 'HTTP' }, { found: certain, because: [], open: [] }],
    ['!Ref Protocol', 'HTTP', { Protocol: 'WEBSOCKET' }, { found: [], open: [] }],
    [
      '!Ref Protocol',
      'HTTP',
      {},
      { found: certain, because: ['parameter Protocol keeps its default'], open: [] },
    ],
    // Another value makes an HTTP API of it, so it is no answer to say nothing.
    ['!Ref Protocol', 'WEBSOCKET', {}, { found: [], open: certain, causes: QUESTION }],
    ['!Ref Protocol', '', {}, { found: [], open: certain, causes: QUESTION }],
    ['!If [Live, WEBSOCKET, HTTP]', '', {}, { found: [], open: certain, causes: ['condition Live'] }],
    ['!If [Live, HTTP, HTTP]', '', {}, { found: certain, because: [], open: [] }],
  ])('%s, the default %j, given %j', (protocol, preset, given, expected) => {
    expect(judged(protocol, preset, given)).toMatchObject(expected)
  })
})

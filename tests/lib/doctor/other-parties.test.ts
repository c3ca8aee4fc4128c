import { describe, expect, it } from 'vitest'
import { diagnoseText } from './files'

/** A route with a scope of the pool that no server in the file declares. */
const template = ({
  more = '',
  issuer = "!Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}'",
  type = 'JWT',
  scopes = '[orders/admin]',
} = {}) => `Parameters: { Tenant: { Type: String } }
Resources:
${more}  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: orders, Name: o, Scopes: [{ ScopeName: read, ScopeDescription: r }] } }
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Guard: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Api, Name: j, AuthorizerType: ${type}, IdentitySource: ['$request.header.Authorization'], JwtConfiguration: { Issuer: ${issuer}, Audience: [abc] } } }
  Route: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /a, AuthorizationType: JWT, AuthorizerId: !Ref Guard, AuthorizationScopes: ${scopes} } }
`
const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code)

describe('what may add a resource server that is not in the file', () => {
  const STACK_SET = 'Type: AWS::CloudFormation::StackSet, Properties: { StackSetName: s, Parameters: '
  it.each<[string, boolean, string[]]>([
    ['', true, []],
    ["  Mod: { Type: 'My::Auth::Pool::MODULE', Properties: { Name: x } }\n", false, ['macro Mod']],
    [`  Set: { ${STACK_SET}[{ ParameterKey: P, ParameterValue: !Ref Users }] } }\n`, false, ['outside Set']],
    [`  Set: { ${STACK_SET}[{ ParameterKey: P, ParameterValue: a }] } }\n`, true, []],
    ['  Own: { Type: Custom::Own, Properties: { Pool: !Ref Users } }\n', false, ['outside Own']],
  ])('%j: it is certain that the scope is not declared: %s', (more, isCertain, causes) => {
    const { findings, undecided } = diagnoseText(template({ more }))
    expect(codes(findings).includes('SCOPE_UNDECLARED')).toBe(isCertain)
    const open = undecided.filter(({ code }) => code === 'SCOPE_UNDECLARED')
    expect(open.flatMap(({ because }) => because.map(({ kind, name }) => `${kind} ${name}`))).toEqual(causes)
  })
})

it('what decides over a scope are its parameters too, where the pool is elsewhere', () => {
  const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'
  const { undecided } = diagnoseText(template({ issuer, scopes: "[!Sub 'orders-${Tenant}/read']" }))
  const because = (code: string) =>
    undecided.filter(it => it.code === code).flatMap(it => it.because.map(({ kind, name }) => [kind, name]))
  const both = [
    ['outside', 'user pool'],
    ['parameter', 'Tenant'],
  ]
  expect(because('SCOPE_UNDECLARED')).toEqual(both)
  expect(because('ENDPOINT_UNREACHABLE')).toEqual(both)
})

it.each([
  ['https://a.eu.auth0.com/', []],
  ["!Sub 'https://${Tenant}.auth0.com/'", []],
  ["!Sub 'https://${Tenant}/'", ['ENDPOINT_UNREACHABLE', 'SCOPE_UNDECLARED']],
])('with the issuer %s the checks of resource servers and clients are undecided: %j', (issuer, open) => {
  const { findings, undecided } = diagnoseText(template({ issuer }))
  const about = (found: readonly { readonly code: string }[]) =>
    codes(found).filter(code => /^(?:SCOPE_|ENDPOINT_|SDK_)/.test(code))
  expect(about(findings)).toEqual([])
  expect(about(undecided).toSorted()).toEqual(open)
})

it.each<[string, boolean, boolean]>([
  ['https://a.eu.auth0.com/', false, false],
  ["!Sub 'https://${Tenant}.auth0.com/'", false, false],
  ["!Sub 'https://${Tenant}/'", false, true],
  ["!Sub 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Users}'", true, false],
])(
  'a scope without a slash, of tokens of %s, is one that no token has: %s, undecided: %s',
  (issuer, isFound, isOpen) => {
    const { findings, undecided } = diagnoseText(template({ issuer, scopes: "['read:orders']" }))
    expect(codes(findings).includes('SCOPE_NOT_FULL')).toBe(isFound)
    expect(codes(undecided).includes('SCOPE_NOT_FULL')).toBe(isOpen)
  },
)

it.each([
  ['JWT', true],
  ['REQUEST', false],
  ['!Ref Tenant', null],
])('a route with the authorizer type %s accepts every token of its audience: %s', (type, isFound) => {
  const { findings, undecided } = diagnoseText(template({ type, scopes: '[]' }))
  expect(codes(findings).includes('ROUTE_WITHOUT_SCOPES')).toBe(isFound === true)
  expect(codes(undecided).includes('ROUTE_WITHOUT_SCOPES')).toBe(isFound === null)
  expect(codes(findings).includes('AUTHORIZER_TYPE_MISMATCH')).toBe(isFound === false)
})

it('a short scope beside an authorizer that may be of another provider is undecided', () => {
  const { findings, undecided } = diagnoseText(
    template({ scopes: '[read]' }).replace('AuthorizerId: !Ref Guard', 'AuthorizerId: !ImportValue guard'),
  )
  expect(codes(diagnoseText(template({ scopes: '[read]' })).findings)).toContain('SCOPE_NOT_FULL')
  expect(codes(findings)).not.toContain('SCOPE_NOT_FULL')
  expect(codes(undecided)).toContain('SCOPE_NOT_FULL')
})

import { expect, it } from 'vitest'
import { diagnoseText } from './files'

const OTHER = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Other1234'

/** What follows from the authorizer's pools; the causes where it is undecided. */
function trust(providerArns: string) {
  const { findings, undecided } = diagnoseText(`Parameters: { Pools: { Type: CommaDelimitedList } }
Conditions: { Shared: !Equals [!Ref AWS::Region, eu-west-1] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Name: a, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: ${providerArns} }
`)
  const isIt = ({ code }: { readonly code: string }) => code === 'AUTHORIZER_TRUSTS_ANOTHER_POOL'
  return [
    ...findings.filter(isIt).map(({ why }) => why),
    ...undecided.filter(isIt).map(({ because }) => because.map(({ name }) => name).join(' ')),
  ]
}

it.each([
  [`[${OTHER}]`, ['Tokens of the pool that is created here are rejected.']],
  [`[!GetAtt Users.Arn, ${OTHER}]`, ['Its tokens are accepted too.']],
  [`[!If [Shared, ${OTHER}, !GetAtt Users.Arn]]`, ['Shared']],
  [`!If [Shared, [${OTHER}], [!GetAtt Users.Arn]]`, ['Shared']],
  ['!Ref Pools', ['Pools']],
])('an authorizer that trusts %s', (providerArns, expected) => {
  expect(trust(providerArns)).toEqual(expected)
})

it('a slash in a scope name under a condition, or in an unknown list, is undecided', () => {
  const causes = (scopes: string) =>
    diagnoseText(`Parameters: { Names: { Type: CommaDelimitedList } }
Conditions: { More: !Equals [!Ref AWS::Region, eu-west-1] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: a, Scopes: ${scopes} } }
`)
      .undecided.filter(({ code }) => code === 'SCOPE_NAME_SLASH')
      .flatMap(({ because }) => because.map(({ name }) => name))
  const [bad, good] = ['{ ScopeName: a/b, ScopeDescription: b }', '{ ScopeName: b, ScopeDescription: b }']
  expect(causes(`[!If [More, ${bad}, !Ref AWS::NoValue]]`)).toEqual(['More'])
  expect(causes(`!If [More, [${bad}], [${good}]]`)).toEqual(['More'])
  expect(causes('!Ref Names')).toEqual(['Names'])
  expect(causes(`[!If [More, ${good}, !Ref AWS::NoValue]]`)).toEqual([])
})

it('a finding about several scopes of one client names them', () => {
  const { findings } = diagnoseText(`Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: a, Scopes: [{ ScopeName: b, ScopeDescription: b }] } }
  App: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthScopes: [a/c, a/d, e, f] } }
`)
  const messages = (code: string) => findings.filter(it => it.code === code).map(({ message }) => message)
  expect(messages('SCOPE_UNDECLARED')).toEqual([
    'The client App can request a/c, which no resource server of the user pool declares. The same is true of App (a/d).',
  ])
  expect(messages('SCOPE_NOT_FULL')).toEqual([
    'The client App can request the scope e, which does not exist. The same is true of App (f).',
  ])
})

it('the length of a scope under a condition is undecided', () => {
  const codesOf = (list: readonly { readonly code: string }[]) => [...new Set(list.map(({ code }) => code))]
  const long = `{ ScopeName: ${'a'.repeat(256)}, ScopeDescription: a }`
  const { findings, undecided } = diagnoseText(`Conditions: { More: !Equals [!Ref AWS::Region, eu-west-1] }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Identifier: a, Name: a, Scopes: [!If [More, ${long}, !Ref AWS::NoValue]] } }
`)
  expect(codesOf(findings)).not.toContain('LIMIT_EXCEEDED')
  expect(codesOf(undecided)).toContain('LIMIT_EXCEEDED')
})

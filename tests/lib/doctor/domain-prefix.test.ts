import { expect, it } from 'vitest'
import { diagnoseText } from './files'

/** Is the prefix refused for sure? Null where that is undecided. */
function isRefused(prefix: string): boolean | null {
  const { findings, undecided } = diagnoseText(`Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: ${prefix} } }
`)
  const has = (found: readonly { readonly code: string }[]) =>
    found.some(({ code }) => code === 'DOMAIN_PREFIX_INVALID')
  return has(findings) ? true : has(undecided) ? null : false
}

const STACK_ID = "!Select [2, !Split ['/', !Ref 'AWS::StackId']]"

// A stack's id is a UUID. Its name may have capital letters.
it.each([
  [STACK_ID, false],
  [`!Select [4, !Split ['-', ${STACK_ID}]]`, false],
  [`!Sub ['orders-\${Id}', { Id: !Select [0, !Split ['-', ${STACK_ID}]] }]`, false],
  ["!Join ['-', [orders, !Select ['2', !Split [/, !Sub '${AWS::StackId}']]]]", false],
  [`!Sub ['Orders-\${Id}', { Id: ${STACK_ID} }]`, true],
  ["!Ref 'AWS::StackId'", true],
  ["!Select [1, !Split ['/', !Ref 'AWS::StackId']]", null],
  ["!Select [4, !Split ['-', !Ref 'AWS::StackId']]", null],
  ["!Ref 'AWS::StackName'", null],
  ["!Sub 'a-${AWS::Partition}'", null],
  // Too long, whatever the unknown parts are: 63 characters are allowed.
  [`!Sub ['${'a'.repeat(26)}-\${Id}', { Id: ${STACK_ID} }]`, false],
  [`!Sub ['${'a'.repeat(27)}-\${Id}', { Id: ${STACK_ID} }]`, true],
  [`!Sub ['${'a'.repeat(50)}-\${Id}', { Id: !Select [4, !Split ['-', ${STACK_ID}]] }]`, false],
  [`!Sub ['${'a'.repeat(51)}-\${Id}', { Id: !Select [4, !Split ['-', ${STACK_ID}]] }]`, true],
  [`!Sub ['${'a'.repeat(54)}-\${Id}', { Id: !Select [0, !Split ['-', ${STACK_ID}]] }]`, false],
  [`!Sub ['${'a'.repeat(55)}-\${Id}', { Id: !Select [0, !Split ['-', ${STACK_ID}]] }]`, true],
  [`!Sub ['${'a'.repeat(59)}\${Id}', { Id: !Select [2, !Split ['-', ${STACK_ID}]] }]`, false],
  [`!Sub ['${'a'.repeat(60)}\${Id}', { Id: !Select [2, !Split ['-', ${STACK_ID}]] }]`, true],
  [`!Sub '${'a'.repeat(50)}-\${AWS::AccountId}'`, false],
  [`!Sub '${'a'.repeat(51)}-\${AWS::AccountId}'`, true],
  // Regions have 9 characters or more.
  [`!Sub '${'a'.repeat(42)}-\${AWS::Region}'`, false],
  [`!Sub '${'a'.repeat(53)}-\${AWS::Region}'`, null],
  [`!Sub '${'a'.repeat(54)}-\${AWS::Region}'`, true],
  [`!Sub '${'a'.repeat(41)}-\${AWS::Region}-\${AWS::AccountId}'`, true],
  [`!Sub '${'a'.repeat(63)}\${AWS::StackName}'`, null],
  [`!Sub '${'a'.repeat(64)}\${AWS::StackName}'`, true],
])('the prefix %s is refused: %s', (prefix, expected) => {
  expect(isRefused(prefix)).toBe(expected)
})

it.each([
  ["!Ref 'AWS::StackId'", 'AWS::StackId'],
  ["!Select [1, !Split ['/', !Ref 'AWS::StackId']]", 'AWS::StackId'],
  ["!Select [5, !Split ['-', !Ref 'AWS::StackId']]", 'AWS::StackId'],
  ["!Ref 'AWS::StackName'", 'AWS::StackName'],
])('one value is asked for where a prefix is %s', (value, name) => {
  const { undecided } = diagnoseText(`Resources:
  Users: { Type: AWS::Cognito::UserPool, Properties: { UserPoolName: ${value} } }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: !Select [0, !Split [':', ${value}]] } }
  Other: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: ${value} } }
  Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: [code], AllowedOAuthScopes: [${value}], CallbackURLs: ['https://a.example'], SupportedIdentityProviders: [COGNITO] } }
`)
  expect([
    ...new Set(
      undecided.flatMap(({ because }) =>
        because.flatMap(({ kind, name }) => (kind === 'parameter' ? name : [])),
      ),
    ),
  ]).toEqual([name])
})

it.each([
  ['AccountId', 244, false],
  ['AccountId', 245, true],
  ['Region', 247, false],
  ['Region', 248, true],
])('a scope that ends with AWS::%s after %d other characters is too long: %s', (name, count, expected) => {
  const identifier = 'a'.repeat(count - '/read'.length)
  const { findings } = diagnoseText(`Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Server: { Type: AWS::Cognito::UserPoolResourceServer, Properties: { UserPoolId: !Ref Users, Name: a, Identifier: !Sub '${identifier}\${AWS::${name}}', Scopes: [{ ScopeName: read, ScopeDescription: Read }] } }
`)
  expect(findings.map(({ code }) => code)).toEqual(expected ? ['LIMIT_EXCEEDED'] : [])
})

it('a value whose length is known is not asked for', () => {
  const { undecided } = diagnoseText(`Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Domain: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, Domain: !Sub '${'a'.repeat(35)}-\${AWS::Region}-\${AWS::AccountId}' } }
`)
  const prefix = undecided.find(({ code }) => code === 'DOMAIN_PREFIX_INVALID')
  expect(prefix?.because.map(({ name }) => name)).toEqual(['AWS::Region'])
})

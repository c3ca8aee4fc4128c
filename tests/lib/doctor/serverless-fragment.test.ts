import { describe, expect, it } from 'vitest'
import { diagnose } from '@/lib/diagnose'

const FRAGMENT = `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Users
      ClientName: \${self:custom.client}
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthFlows: [code]
      AllowedOAuthScopes: [openid, '\${self:custom.scope}']
      CallbackURLs: ["\${file(urls.\${opt:stage, 'dev'}.yml):web}"]
      AccessTokenValidity: \${param:validity}
      SupportedIdentityProviders: [COGNITO]
  Login:
    Type: AWS::Cognito::UserPoolDomain
    Properties: { UserPoolId: !Ref Users, Domain: '\${self:service}-\${opt:stage, "dev"}' }
  Literal:
    Type: AWS::Cognito::UserPoolDomain
    Properties: { UserPoolId: !Ref Users, Domain: '\${Stage}' }
`
const SERVICE = `service: notes
provider: { name: aws, runtime: nodejs22.x }
custom: { client: web, scope: email, url: https://a.example.com }
functions: {}
resources:
  - \${file(cognito.yml)}
`
const read = (...files: readonly (readonly [string, string])[]) => {
  const { findings, undecided } = diagnose(files.map(([path, text]) => ({ path, text })))
  return {
    findings: findings.map(({ code, at }) => `${code} ${at[0]?.logicalId}`),
    undecided: undecided.flatMap(({ code, because }) => because.map(({ message }) => `${code}: ${message}`)),
  }
}
const filledIn = (variable: string) =>
  `${variable} is a variable of the Serverless Framework. Give the serverless.yml that includes this file too.`

const withParameter = (type: string, preset: string, domain: string) => `Parameters:
  P: { Type: ${type}, Default: '${preset}' }
Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Login: { Type: AWS::Cognito::UserPoolDomain, Properties: { UserPoolId: !Ref Users, ${domain} } }
`

describe('a file that a serverless.yml includes', () => {
  it('alone does not say what its variables are', () => {
    const { findings, undecided } = read(['cognito.yml', FRAGMENT])
    // What is in braces without a colon is no variable: CloudFormation takes it as it is.
    expect(findings).toEqual(['DOMAIN_PREFIX_INVALID Literal'])
    expect(undecided).toEqual(
      expect.arrayContaining([
        `NAME_PATTERN: ${filledIn('${self:custom.client}')}`,
        `SCOPE_NOT_FULL: ${filledIn('${self:custom.scope}')}`,
        `REDIRECT_URI_INVALID: ${filledIn("${file(urls.${opt:stage, 'dev'}.yml):web}")}`,
        `TOKEN_VALIDITY_OUT_OF_RANGE: ${filledIn('${param:validity}')}`,
        `DOMAIN_PREFIX_INVALID: ${filledIn('${self:service}')}`,
      ]),
    )
  })

  it('names them as a serverless.yml does', () => {
    const { undecided } = diagnose([{ path: 'cognito.yml', text: FRAGMENT }])
    const check = undecided.find(({ code }) => code === 'REDIRECT_URI_INVALID')
    const name = "file(urls.${opt:stage, 'dev'}.yml):web"
    expect(check?.because.map(({ kind, name }) => ({ kind, name }))).toEqual([{ kind: 'variable', name }])
    expect(check?.message.endsWith(` redirect URI \${${name}}.`)).toBe(true)
  })

  it.each<[string, string, readonly string[], readonly string[]]>([
    ['${self:service}', 'Domain: !Ref P', [], [`DOMAIN_PREFIX_INVALID: ${filledIn('${self:service}')}`]],
    ['my_prefix', 'Domain: !Ref P', ['DOMAIN_PREFIX_INVALID Login'], []],
    ['${Stage}', 'Domain: !Ref P', ['DOMAIN_PREFIX_INVALID Login'], []],
  ])('has the default %s of a parameter, and %s', (preset, domain, findings, undecided) => {
    expect(read(['cognito.yml', withParameter('String', preset, domain)])).toEqual({ findings, undecided })
  })

  it('gives a parameter that a list has', () => {
    const text = withParameter('CommaDelimitedList', 'good,${self:service}', 'Domain: !Select [1, !Ref P]')
    const undecided = [`DOMAIN_PREFIX_INVALID: ${filledIn('${self:service}')}`]
    expect(read(['cognito.yml', text])).toEqual({ findings: [], undecided })
  })

  it.each([
    ['notes', []],
    ['my_notes', ['DOMAIN_PREFIX_INVALID Login']],
  ])('has the default of a parameter beside it: %s', (name, findings) => {
    const service = SERVICE.replace('notes', name)
    const text = withParameter('String', '${self:service}', 'Domain: !Ref P')
    expect(read(['serverless.yml', service], ['cognito.yml', text])).toEqual({ findings, undecided: [] })
  })

  it('has them beside it', () => {
    const text = FRAGMENT.replace(/ {6}(?:CallbackURLs|AccessTokenValidity).*\n/g, '')
    const { undecided } = read(['serverless.yml', SERVICE], ['cognito.yml', text])
    expect(undecided.filter(message => /Serverless Framework/.test(message))).toEqual([])
  })
})

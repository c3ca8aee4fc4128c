import { describe, expect, it } from 'vitest'
import { compile, importTemplate } from '@/lib/index'
import { cases } from '../../conformance/cases'

/** The fields of sign-in in a spec: of its pool, and of each client by its name without the stage. */
const signInOf = (spec: unknown) => {
  const { userPool, clients } = spec as {
    readonly userPool: Readonly<Record<string, unknown>>
    readonly clients: readonly Readonly<Record<string, unknown>>[]
  }
  const { selfSignUp, usernameAttributes, mfa, preTokenGeneration } = userPool
  return {
    selfSignUp,
    usernameAttributes: [...(usernameAttributes as string[])].sort(),
    mfa,
    version: (preTokenGeneration as { readonly version?: string } | undefined)?.version,
    clients: clients.map(({ explicitAuthFlows, refreshTokenRotation }) => ({
      flows: [...((explicitAuthFlows ?? []) as string[])].sort(),
      refreshTokenRotation,
    })),
  }
}

describe.each(cases.filter(({ name }) => name.startsWith('sign-in-fields')))('$name', ({ spec }) => {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))

  it.each(['cloudformation', 'cloudformation-json', 'sam', 'serverless'] as const)(
    'is imported from %s as it was',
    format => {
      const { text, fileName } = compiled.output(format)
      const imported = importTemplate([{ path: fileName, text }])
      expect(imported.ok && signInOf(imported.spec)).toEqual(signInOf(compiled.spec))
    },
  )

  it('brings the handler of the trigger where the format names it', () => {
    const { text, fileName } = compiled.output('sam')
    const imported = importTemplate([{ path: fileName, text }])
    expect(imported).toMatchObject({
      ok: true,
      spec: {
        userPool: {
          preTokenGeneration: spec.userPool.source === 'new' ? spec.userPool.preTokenGeneration : undefined,
        },
      },
    })
    const inline = importTemplate([{ path: 'template.yaml', text: compiled.output('cloudformation').text }])
    expect(inline.report).toContainEqual(
      expect.objectContaining({ how: 'invented', into: 'userPool.preTokenGeneration' }),
    )
  })
})

const TEMPLATE = (pool: string, client: string) => `Resources:
  Users:
    Type: AWS::Cognito::UserPool
    Properties:
      UserPoolTier: ESSENTIALS
${pool}
  Scopes:
    Type: AWS::Cognito::UserPoolResourceServer
    Properties:
      UserPoolId: !Ref Users
      Identifier: notes
      Name: Notes
      Scopes: [{ ScopeName: read, ScopeDescription: Read }]
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Users
      AllowedOAuthFlows: [code]
      AllowedOAuthFlowsUserPoolClient: true
      AllowedOAuthScopes: [openid, notes/read]
      CallbackURLs: [https://notes.example.com/in]
${client}
  Notes:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: notes, ProtocolType: HTTP }
  Guard:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref Notes
      AuthorizerType: JWT
      Name: guard
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: !GetAtt Users.ProviderURL, Audience: [!Ref Web] }
  Get:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref Notes
      RouteKey: GET /notes
      AuthorizationType: JWT
      AuthorizerId: !Ref Guard
      AuthorizationScopes: [notes/read]
`

describe('what a spec cannot express', () => {
  it.each([
    [
      'a second factor by text message',
      '      MfaConfiguration: "ON"\n      EnabledMfas: [SMS_MFA]',
      '',
      { what: 'second factor of user pool Users', how: 'changed' },
    ],
    [
      'flows by their older names',
      '',
      '      ExplicitAuthFlows: [USER_PASSWORD_AUTH]',
      { what: 'sign-in flows of client Web', how: 'changed' },
    ],
    [
      'rotation with the refresh flow',
      '',
      '      ExplicitAuthFlows: [ALLOW_REFRESH_TOKEN_AUTH]\n      RefreshTokenRotation: { Feature: ENABLED }',
      { what: 'refresh token rotation of client Web', how: 'changed' },
    ],
  ])('%s is reported', (_, pool, client, entry) => {
    const imported = importTemplate([{ path: 'template.yaml', text: TEMPLATE(pool, client) }])
    expect(imported.ok && compile(imported.spec).ok).toBe(true)
    expect(imported.report).toContainEqual(expect.objectContaining(entry))
  })

  it('leaves a pool closed that does not say that users may register', () => {
    const imported = importTemplate([{ path: 'template.yaml', text: TEMPLATE('', '') }])
    expect(imported).toMatchObject({ ok: true, spec: { userPool: { selfSignUp: false, mfa: 'off' } } })
  })
})

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

  const outcome = (pool: string, client: string) => {
    const imported = importTemplate([{ path: 'template.yaml', text: TEMPLATE(pool, client) }])
    if (!imported.ok) throw new Error(JSON.stringify(imported.errors))
    const about = imported.report.filter(({ what }) => /trigger|second factor|token rotation/.test(what))
    return { ...signInOf(imported.spec), report: about.map(({ how, into, why }) => [how, into, why]) }
  }

  it.each([
    ['0', 0],
    ['60', 60],
    ['61', 0],
    ['-1', 0],
    ['1.5', 0],
    ['soon', 0],
  ])('keeps a grace period of %s seconds where Cognito accepts it', (seconds, expected) => {
    const rotation = `{ Feature: ENABLED, RetryGracePeriodSeconds: ${seconds} }`
    const { clients, report } = outcome(
      '',
      `      ExplicitAuthFlows: [ALLOW_USER_SRP_AUTH]\n      RefreshTokenRotation: ${rotation}`,
    )
    expect(clients).toEqual([
      { flows: ['ALLOW_USER_SRP_AUTH'], refreshTokenRotation: { retryGracePeriodSeconds: expected } },
    ])
    expect(report).toEqual([])
  })

  it.each([
    ['no second factor', '      MfaConfiguration: "OFF"', 'off', []],
    ['an app', '      MfaConfiguration: OPTIONAL\n      EnabledMfas: [SOFTWARE_TOKEN_MFA]', 'optional', []],
    ['any', '      MfaConfiguration: "ON"', 'required', ['changed']],
    [
      'an app or a text message',
      '      MfaConfiguration: "ON"\n      EnabledMfas: [SOFTWARE_TOKEN_MFA, SMS_MFA]',
      'required',
      ['changed'],
    ],
  ])('%s', (_, pool, mfa, hows) => {
    const found = outcome(pool, '')
    expect(found.mfa).toBe(mfa)
    expect(found.report.map(([how]) => how)).toEqual(hows)
  })

  const TRIGGER = (handler: string, version = 'V2_0') =>
    `      LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: !GetAtt Claims.Arn, LambdaVersion: ${version} } }
  Claims: { Type: AWS::Lambda::Function, Properties: { Handler: ${handler} } }`
  const UNNAMED = 'The files do not name a file and export of its function.'
  const LITE = 'The LITE feature plan has no triggers that change access tokens.'

  it.each([
    ['with a handler', TRIGGER('./src/claims.add'), 'V2_0', [['mapped', 'userPool.preTokenGeneration', '']]],
    [
      'whose code is in the template',
      TRIGGER('index.handler', 'V3_0'),
      'V3_0',
      [['invented', 'userPool.preTokenGeneration', UNNAMED]],
    ],
    [
      'of another language',
      TRIGGER('Claims::Handler', 'V3_0'),
      'V3_0',
      [['invented', 'userPool.preTokenGeneration', UNNAMED]],
    ],
    ['that sees ID tokens only', TRIGGER('src/claims.add', 'V1_0'), undefined, []],
  ])('a trigger %s', (_, pool, version, report) => {
    const found = outcome(pool, '')
    expect([found.version, found.report]).toEqual([version, report])
  })

  it('a trigger of a pool that has none', () => {
    const text = TEMPLATE(TRIGGER('src/claims.add'), '').replace('ESSENTIALS', 'LITE')
    const { report } = importTemplate([{ path: 'template.yaml', text }])
    expect(report.filter(({ what }) => what === 'trigger of user pool Users')).toEqual([
      expect.objectContaining({ how: 'left-out', into: null, why: LITE }),
    ])
  })

  it('has no managed login in a pool of LITE, whatever its domain says', () => {
    const domain = `  Domain:
    Type: AWS::Cognito::UserPoolDomain
    Properties: { UserPoolId: !Ref Users, Domain: notes, ManagedLoginVersion: 2 }`
    const essentials = TEMPLATE('', domain)
    const userPoolOf = (text: string) => {
      const imported = importTemplate([{ path: 'template.yaml', text }])
      return imported.ok && imported.spec.userPool
    }
    expect(userPoolOf(essentials)).toMatchObject({ tier: 'ESSENTIALS', managedLogin: true })
    expect(userPoolOf(essentials.replace('ESSENTIALS', 'LITE'))).toMatchObject({
      tier: 'LITE',
      managedLogin: false,
    })
    expect(userPoolOf(essentials.replace('ESSENTIALS', 'PLUS'))).toMatchObject({ tier: 'PLUS' })
  })

  it('leaves a pool closed that does not say that users may register', () => {
    const imported = importTemplate([{ path: 'template.yaml', text: TEMPLATE('', '') }])
    expect(imported).toMatchObject({ ok: true, spec: { userPool: { selfSignUp: false, mfa: 'off' } } })
  })
})

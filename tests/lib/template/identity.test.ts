import { describe, expect, it } from 'vitest'
import { compile } from '@/lib/compile'
import { example } from '@/lib/document/example'
import { built, client, existingPool } from './built'

describe('a new pool', () => {
  it('is retained, without self sign-up, in its tier, named with the stage', () => {
    expect(built({}).Resources.UserPool).toEqual({
      Type: 'AWS::Cognito::UserPool',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        UserPoolName: { 'Fn::Sub': '${Stage}-example-users' },
        UserPoolTier: 'ESSENTIALS',
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      },
    })
  })

  it('has managed login with a branding for each client that people sign in to', () => {
    const machine = client({ name: 'batch', grants: ['client_credentials'], generateSecret: true })
    const { one, ofType } = built({ clients: [client({}), machine] })
    expect(one('AWS::Cognito::UserPoolDomain').Properties.ManagedLoginVersion).toBe(2)
    expect(ofType('AWS::Cognito::ManagedLoginBranding').map(([, { Properties }]) => Properties)).toEqual([
      {
        UserPoolId: { Ref: 'UserPool' },
        ClientId: { Ref: 'UserPoolClient' },
        UseCognitoProvidedValues: true,
      },
    ])
  })

  it('has the classic pages without it', () => {
    const { one, ofType } = built({ userPool: { ...example.userPool, managedLogin: false } })
    expect(one('AWS::Cognito::UserPoolDomain').Properties.ManagedLoginVersion).toBe(1)
    expect(ofType('AWS::Cognito::ManagedLoginBranding')).toEqual([])
  })

  it.each([
    ['us-east-1', 'auth'],
    ['us-gov-west-1', 'auth-fips'],
  ])('signs in by the host of %s', (region, host) => {
    expect(built({ region }).Outputs.TokenUrl!.Value).toEqual({
      'Fn::Sub': `https://\${UserPoolDomain}.${host}.\${AWS::Region}.amazoncognito.com/oauth2/token`,
    })
    const compiled = compile({ ...example, region, api: { type: 'http', name: 'orders' } })
    expect(compiled.ok && compiled.output('openapi').text).toContain(
      `.${host}.${region}.amazoncognito.com/oauth2/token`,
    )
  })
})

describe('an existing pool', () => {
  it('is a parameter, and nothing of it is made', () => {
    const { Parameters, ofType } = built({ userPool: existingPool })
    expect(Parameters.UserPoolId!.Default).toBe('us-east-1_AbCdEf123')
    expect('us-gov-west-1_x1').toMatch(new RegExp(Parameters.UserPoolId!.AllowedPattern))
    expect('us-east-1/x').not.toMatch(new RegExp(Parameters.UserPoolId!.AllowedPattern))
    expect(ofType('AWS::Cognito::UserPool')).toEqual([])
    expect(ofType('AWS::Cognito::UserPoolDomain')).toEqual([])
    expect(ofType('AWS::Cognito::ManagedLoginBranding')).toEqual([])
  })

  it('takes in resource servers, clients and, on request, their branding', () => {
    const { ofType } = built({ userPool: { ...existingPool, managedLogin: true } })
    for (const type of ['UserPoolResourceServer', 'UserPoolClient', 'ManagedLoginBranding'])
      expect(ofType(`AWS::Cognito::${type}`).map(([, { Properties }]) => Properties.UserPoolId)).toEqual([
        { Ref: 'UserPoolId' },
      ])
  })

  it('has token URLs only when its domain is known', () => {
    expect(Object.keys(built({ userPool: existingPool }).Outputs)).not.toContain('TokenUrl')
    const { Outputs } = built({ userPool: { ...existingPool, domain: 'auth.example.com' } })
    expect(Outputs.TokenUrl!.Value).toBe('https://auth.example.com/oauth2/token')
    expect(Outputs.AuthorizeUrl!.Value).toBe('https://auth.example.com/oauth2/authorize')
  })

  it('is found in the account and Region of the stack, whatever the partition', () => {
    const { one, Outputs } = built({ userPool: existingPool })
    expect(one('AWS::ApiGateway::Authorizer').Properties.ProviderARNs).toEqual([
      {
        'Fn::Sub':
          'arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/${UserPoolId}',
      },
    ])
    expect(Outputs.Issuer!.Value).toEqual({
      'Fn::Sub': 'https://cognito-idp.${AWS::Region}.${AWS::URLSuffix}/${UserPoolId}',
    })
  })
})

describe('clients', () => {
  const resourceServers = ['a', 'b', 'c'].map(identifier => ({
    identifier,
    name: `Server ${identifier}`,
    scopes: [{ name: 'read', description: 'Read' }],
  }))

  it('wait for each resource server they name, and for no other', () => {
    const { one } = built({ resourceServers, clients: [client({ scopes: ['openid', 'c/read', 'a/read'] })] })
    expect(one('AWS::Cognito::UserPoolClient').DependsOn).toEqual(['CResourceServer', 'AResourceServer'])
    const none = built({ resourceServers, clients: [client({ scopes: ['openid'] })] })
    expect(none.one('AWS::Cognito::UserPoolClient').DependsOn).toBeUndefined()
  })

  it('say their grants, and count in minutes, minutes and days', () => {
    const properties = built({}).one('AWS::Cognito::UserPoolClient').Properties
    expect(properties.AllowedOAuthFlows).toEqual(['code', 'implicit'])
    expect(properties.AllowedOAuthFlowsUserPoolClient).toBe(true)
    expect(properties.PreventUserExistenceErrors).toBe('ENABLED')
    expect(properties.TokenValidityUnits).toEqual({
      AccessToken: 'minutes',
      IdToken: 'minutes',
      RefreshToken: 'days',
    })
    expect([
      properties.AccessTokenValidity,
      properties.IdTokenValidity,
      properties.RefreshTokenValidity,
    ]).toEqual([60, 60, 30])
  })

  it('leave out what the spec leaves out', () => {
    const machine = client({
      grants: ['client_credentials'],
      generateSecret: true,
      scopes: ['com.example.api/read'],
      callbackUrls: [],
      logoutUrls: [],
      defaultRedirectUri: undefined,
      tokenValidity: undefined,
    })
    expect(Object.keys(built({ clients: [machine] }).one('AWS::Cognito::UserPoolClient').Properties)).toEqual(
      [
        'UserPoolId',
        'ClientName',
        'GenerateSecret',
        'AllowedOAuthFlowsUserPoolClient',
        'AllowedOAuthFlows',
        'AllowedOAuthScopes',
        'SupportedIdentityProviders',
        'PreventUserExistenceErrors',
      ],
    )
  })

  it('and what is made for them never share a logical id', () => {
    const names = ['1', '1-branding', '1 Branding', 'user pool', 'Client', 'x', 'X', 'x client', 'x_Client']
    const { Resources, ofType } = built({ clients: names.map(name => client({ name })) })
    expect(ofType('AWS::Cognito::UserPoolClient')).toHaveLength(names.length)
    expect(ofType('AWS::Cognito::ManagedLoginBranding')).toHaveLength(names.length)
    const ids = Object.keys(Resources).map(id => id.toLowerCase())
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of Object.keys(Resources)) expect(id).toMatch(/^[A-Za-z0-9]{1,255}$/)
  })
})

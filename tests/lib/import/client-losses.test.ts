import { describe, expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'

const CLIENT: Readonly<Record<string, unknown>> = {
  ClientName: 'web',
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid', 'notes/read'],
  CallbackURLs: ['https://a.example/'],
}
const POOL = 'eu-west-1_AbCdEf123'
const ARN = { 'Fn::Sub': `arn:aws:cognito-idp:\${AWS::Region}:\${AWS::AccountId}:userpool/${POOL}` }
const unknown = { Ref: 'Unknown' }

interface Parts {
  readonly client?: object
  readonly server?: object
  readonly more?: object
  readonly isPoolDeployed?: boolean
}

function imported({ client, server, more, isPoolDeployed = false }: Parts) {
  const UserPoolId = isPoolDeployed ? POOL : { Ref: 'Users' }
  const resource = (name: string, Properties: object) => ({ Type: `AWS::${name}`, Properties })
  const RestApiId = { Ref: 'Api' }
  const text = JSON.stringify({
    Parameters: { Unknown: { Type: 'String' } },
    Resources: {
      ...(!isPoolDeployed && { Users: resource('Cognito::UserPool', {}) }),
      Notes: resource('Cognito::UserPoolResourceServer', {
        UserPoolId,
        Identifier: 'notes',
        Name: 'Notes',
        Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
        ...server,
      }),
      Web: resource('Cognito::UserPoolClient', { UserPoolId, ...CLIENT, ...client }),
      Api: resource('ApiGateway::RestApi', { Name: 'notes' }),
      Guard: resource('ApiGateway::Authorizer', {
        RestApiId,
        Name: 'guard',
        Type: 'COGNITO_USER_POOLS',
        IdentitySource: 'method.request.header.Authorization',
        ProviderARNs: [isPoolDeployed ? ARN : { 'Fn::GetAtt': ['Users', 'Arn'] }],
      }),
      Get: resource('ApiGateway::Method', {
        RestApiId,
        ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
        HttpMethod: 'GET',
        AuthorizationType: 'COGNITO_USER_POOLS',
        AuthorizerId: { Ref: 'Guard' },
        AuthorizationScopes: ['notes/read'],
      }),
      ...more,
    },
  })
  const result = importTemplate([{ path: 'template.json', text }])
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  const changes = result.report.filter(
    ({ how, what }) => how === 'changed' && /^.* of (?:client|resource server) /.test(what),
  )
  return { spec: result.spec, changes: changes.map(({ what, why }) => `${what}: ${why}`) }
}

describe('a client says what the import changed of it', () => {
  const UNKNOWN = 'Left out: what these files do not show.'
  const TIME = 'It is not known, or the spec has no such time: whole minutes, and days to refresh.'
  const machine = {
    AllowedOAuthFlows: ['client_credentials'],
    AllowedOAuthScopes: ['notes/read'],
    CallbackURLs: undefined,
    GenerateSecret: true,
  }
  it.each<[string, object, readonly string[]]>([
    ['nothing', {}, []],
    [
      'a grant that a condition decides',
      { AllowedOAuthFlows: ['code', { 'Fn::If': ['IsTest', 'implicit', { Ref: 'AWS::NoValue' }] }] },
      ['grants: Left out: implicit.'],
    ],
    ['a grant', { AllowedOAuthFlows: ['code', unknown] }, [`grants: ${UNKNOWN}`]],
    ['a scope', { AllowedOAuthScopes: ['notes/read', unknown] }, [`scopes: ${UNKNOWN}`]],
    [
      'callback URLs',
      { CallbackURLs: ['https://a.example/', unknown, 'http://b.example/'] },
      ['callback URLs: Left out: http://b.example/, and what these files do not show.'],
    ],
    ['all callback URLs', { CallbackURLs: unknown }, [`callback URLs: ${UNKNOWN}`]],
    ['a logout URL', { LogoutURLs: ['https://a.example/', unknown] }, [`logout URLs: ${UNKNOWN}`]],
    [
      'identity providers',
      { SupportedIdentityProviders: ['COGNITO', 'Google'] },
      ['identity providers: Left out: Google.'],
    ],
    ['Cognito alone', { SupportedIdentityProviders: ['COGNITO'] }, []],
    [
      'a default redirect URI',
      { DefaultRedirectURI: unknown },
      ['default redirect URI: It is not known, or not one of the callback URLs.'],
    ],
    ['a default redirect URI that is listed', { DefaultRedirectURI: 'https://a.example/' }, []],
    [
      'characters of its name',
      { ClientName: 'web:1' },
      ['name: It is not known, is too long, or has other characters than names of a spec.'],
    ],
    [
      'its name',
      { ClientName: unknown },
      ['name: It is not known, is too long, or has other characters than names of a spec.'],
    ],
    ['a secret', { GenerateSecret: unknown }, ['secret: It is not known whether there is one.']],
    ['no secret', { GenerateSecret: false }, []],
    [
      'half a minute',
      { AccessTokenValidity: 330, TokenValidityUnits: { AccessToken: 'seconds' } },
      [`token validity: ${TIME}`],
    ],
    ['a time', { AccessTokenValidity: unknown }, [`token validity: ${TIME}`]],
    [
      'half a day',
      { RefreshTokenValidity: 36, TokenValidityUnits: { RefreshToken: 'hours' } },
      [`token validity: ${TIME}`],
    ],
    ['whole minutes', { AccessTokenValidity: 300, TokenValidityUnits: { AccessToken: 'seconds' } }, []],
    [
      'settings without a field',
      {
        AnalyticsConfiguration: { ApplicationId: 'a' },
        AuthSessionValidity: 13,
        EnablePropagateAdditionalUserContextData: true,
        EnableTokenRevocation: false,
        PreventUserExistenceErrors: 'LEGACY',
        ReadAttributes: ['email'],
        WriteAttributes: ['email'],
      },
      [
        'other settings: The spec has no AnalyticsConfiguration, AuthSessionValidity, EnablePropagateAdditionalUserContextData, EnableTokenRevocation, PreventUserExistenceErrors, ReadAttributes, WriteAttributes.',
      ],
    ],
    [
      'settings that every client gets',
      {
        AuthSessionValidity: 3,
        EnablePropagateAdditionalUserContextData: false,
        EnableTokenRevocation: true,
        PreventUserExistenceErrors: 'ENABLED',
      },
      [],
    ],
    ['a machine', machine, []],
    [
      'a machine without a secret',
      { ...machine, GenerateSecret: false },
      ['secret: Machine clients have one.'],
    ],
    [
      'a machine with a page to return to',
      { ...machine, CallbackURLs: ['https://a.example/'] },
      ['callback URLs: Left out: https://a.example/.'],
    ],
  ])('%s', (_, client, expected) => {
    const { changes } = imported({ client })
    expect(changes).toEqual(expected.map(change => change.replace(/^[^:]+/, '$& of client Web')))
  })
})

// The units that Cognito takes where none is named, and the least and most that a spec allows.
it.each([
  [{ AccessTokenValidity: 2 }, [120, 60, 30]],
  [{ IdTokenValidity: 2 }, [60, 120, 30]],
  [{ RefreshTokenValidity: 2 }, [60, 60, 2]],
  [
    {
      AccessTokenValidity: 5,
      IdTokenValidity: 4,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes' },
    },
    [5, 5, 30],
  ],
  [
    { AccessTokenValidity: 1, IdTokenValidity: 25, TokenValidityUnits: { AccessToken: 'days' } },
    [1440, 1440, 30],
  ],
  [{ RefreshTokenValidity: 23, TokenValidityUnits: { RefreshToken: 'hours' } }, [60, 60, 1]],
  [{ RefreshTokenValidity: 3651 }, [60, 60, 3650]],
])('a client with %j has tokens for %j', (client, expected) => {
  const { accessTokenMinutes, idTokenMinutes, refreshTokenDays } =
    imported({ client }).spec.clients[0]?.tokenValidity ?? {}
  expect([accessTokenMinutes, idTokenMinutes, refreshTokenDays]).toEqual(expected)
})

it('a client of a deployed pool keeps its identity providers', () => {
  const client = { SupportedIdentityProviders: ['Google', 'My SAML'] }
  const { spec, changes } = imported({ client, isPoolDeployed: true })
  expect(spec.clients[0]?.identityProviders).toEqual(['Google', 'My SAML'])
  expect(changes).toEqual([])
})

it.each([true, false])('a deployed pool has managed login if a client has a branding: %s', hasBranding => {
  const Properties = { UserPoolId: POOL, ClientId: { Ref: 'Web' }, UseCognitoProvidedValues: true }
  const branding = { Type: 'AWS::Cognito::ManagedLoginBranding', Properties }
  const { spec } = imported({ isPoolDeployed: true, more: hasBranding ? { Branding: branding } : {} })
  expect(spec.userPool).toMatchObject({ source: 'existing', userPoolId: POOL, managedLogin: hasBranding })
})

describe('a resource server says what the import changed of it', () => {
  const scopes = 'scopes of resource server Notes: Left out: what these files do not show.'
  const name = 'name of resource server Notes: It is not known, or has other characters than names of a spec.'
  const read = { ScopeName: 'read', ScopeDescription: 'Read' }
  it.each<[string, object, readonly string[]]>([
    ['a scope', { Scopes: [read, { ScopeName: unknown, ScopeDescription: 'Write' }] }, [scopes]],
    ['a description', { Scopes: [{ ScopeName: 'read', ScopeDescription: unknown }] }, [scopes]],
    ['all scopes', { Scopes: unknown }, [scopes]],
    ['no scope', { Scopes: undefined }, []],
    ['its name', { Name: unknown }, [name]],
    ['characters of its name', { Name: 'No:tes' }, [name]],
  ])('%s', (_, server, expected) => {
    expect(imported({ server }).changes).toEqual(expected)
  })
})

describe('a scope that no resource server can have', () => {
  const declared = [{ name: 'read', description: 'Read' }]

  it('is left out of its client, and the server stays', () => {
    const { spec, changes } = imported({ client: { AllowedOAuthScopes: ['notes/read', 'notes/read '] } })
    expect(spec.clients[0]?.scopes).toEqual(['notes/read'])
    expect(spec.resourceServers).toMatchObject([{ identifier: 'notes', scopes: declared }])
    expect(changes).toEqual(['scopes of client Web: Left out: notes/read .'])
  })

  it('of an identifier that none can have is left out too', () => {
    const { spec, changes } = imported({ client: { AllowedOAuthScopes: ['notes/read', 'my notes/read'] } })
    expect(spec.resourceServers.map(({ identifier }) => identifier)).toEqual(['notes'])
    expect(changes).toEqual(['scopes of client Web: Left out: my notes/read.'])
  })

  it('leaves out the endpoint that requires it alone', () => {
    const { spec } = imported({
      more: {
        Post: {
          Type: 'AWS::ApiGateway::Method',
          Properties: {
            RestApiId: { Ref: 'Api' },
            ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
            HttpMethod: 'POST',
            AuthorizationType: 'COGNITO_USER_POOLS',
            AuthorizerId: { Ref: 'Guard' },
            AuthorizationScopes: ['notes/wri te'],
          },
        },
      },
    })
    expect(spec.endpoints.map(({ method }) => method)).toEqual(['GET'])
    expect(spec.resourceServers).toMatchObject([{ identifier: 'notes', scopes: declared }])
  })
})

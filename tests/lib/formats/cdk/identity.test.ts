import { describe, expect, it } from 'vitest'
import { example } from '../../../../lib/document/example'
import type { Spec } from '../../../../lib/document/spec'
import type { CompiledTemplate } from '../../../conformance/toolchains/template'
import { existing, idsOf, interactive, machine, ofType, stackOf, synth, textOf } from './stack'

const namesOf = (template: CompiledTemplate) => ({
  userPool: ofType(template, 'AWS::Cognito::UserPool').map(({ Properties }) => Properties?.UserPoolName),
  domain: ofType(template, 'AWS::Cognito::UserPoolDomain').map(({ Properties }) => Properties?.Domain),
  client: ofType(template, 'AWS::Cognito::UserPoolClient').map(({ Properties }) => Properties?.ClientName),
  api: ofType(template, 'AWS::ApiGateway::RestApi').map(({ Properties }) => Properties?.Name),
  authorizer: ofType(template, 'AWS::ApiGateway::Authorizer').map(({ Properties }) => Properties?.Name),
  stage: ofType(template, 'AWS::ApiGateway::Stage').map(({ Properties }) => Properties?.StageName),
})

describe('names', () => {
  it.each([
    ['dev', {}],
    ['prod', { stage: 'prod' }],
  ])('carry the stage %s, and only the stack has it last', async (stage, props) => {
    const { template, stackName } = await stackOf(example, props)
    expect(stackName).toBe(`example-api-${stage}`)
    expect(namesOf(template)).toEqual({
      userPool: [`${stage}-example-users`],
      domain: [`${stage}-example-api-demo`],
      client: [`${stage}-user-pool-client`],
      api: [`${stage}-example-api`],
      authorizer: [`${stage}-cognito`],
      stage: [stage],
    })
  })

  it('let the caller name the stack', async () => {
    expect((await stackOf(example, { stackName: 'mine', stage: 'x' })).stackName).toBe('mine')
  })
})

describe('user pools', () => {
  it('are kept, closed to self sign-up, of the tier of the spec', async () => {
    const [pool] = ofType(await synth(example), 'AWS::Cognito::UserPool')
    expect(pool).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    expect(pool?.Properties).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    })
  })

  it.each([
    [true, 2, 1],
    [false, 1, 0],
  ])('managed login %s: domain version %i, %i branding', async (managedLogin, version, brandings) => {
    const userPool = { ...example.userPool, managedLogin } as Spec['userPool']
    const template = await synth({ ...example, userPool, clients: [interactive, machine] })
    const [domain] = ofType(template, 'AWS::Cognito::UserPoolDomain')
    expect(domain?.Properties?.ManagedLoginVersion).toBe(version)
    const branding = ofType(template, 'AWS::Cognito::ManagedLoginBranding')
    expect(branding).toHaveLength(brandings)
    for (const { Properties } of branding) expect(Properties?.UseCognitoProvidedValues).toBe(true)
  })

  it('that exist are attached to by an ARN of the right partition, and can be exchanged', async () => {
    for (const [props, id] of [
      [undefined, 'us-east-1_AbCdEf123'],
      [{ userPoolId: 'us-east-1_Other' }, 'us-east-1_Other'],
    ] as const) {
      const template = await synth({ ...example, userPool: existing }, props)
      expect(ofType(template, 'AWS::Cognito::UserPool')).toEqual([])
      expect(ofType(template, 'AWS::Cognito::UserPoolDomain')).toEqual([])
      expect(ofType(template, 'AWS::Cognito::UserPoolClient')[0]?.Properties?.UserPoolId).toBe(id)
      const [authorizer] = ofType(template, 'AWS::ApiGateway::Authorizer')
      expect(JSON.stringify(authorizer?.Properties?.ProviderARNs)).toBe(
        `[{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":cognito-idp:",{"Ref":"AWS::Region"},":",{"Ref":"AWS::AccountId"},":userpool/${id}"]]}]`,
      )
    }
  })

  it('that exist get brandings where the spec asks for managed login', async () => {
    const template = await synth({ ...example, userPool: { ...existing, managedLogin: true } })
    expect(ofType(template, 'AWS::Cognito::ManagedLoginBranding')).toHaveLength(1)
  })

  it('in GovCloud have FIPS hosts', () => {
    expect(textOf({ ...example, region: 'us-gov-west-1' })).toContain(
      'userPoolDomain.baseUrl({ fips: true })',
    )
    expect(textOf(example)).toContain('userPoolDomain.baseUrl()')
  })
})

describe('clients', () => {
  it('have what the spec says and nothing that CDK would invent', async () => {
    const template = await synth({ ...example, clients: [interactive, machine] })
    const [server] = idsOf(template, 'AWS::Cognito::UserPoolResourceServer')
    const scope = (name: string) => ({ 'Fn::Join': ['', [{ Ref: server }, `/${name}`]] })
    const [user, service] = ofType(template, 'AWS::Cognito::UserPoolClient')
    expect(user?.Properties).toEqual({
      ...{ UserPoolId: expect.anything(), ClientName: 'dev-user-pool-client', GenerateSecret: false },
      ...{ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['implicit', 'code'] },
      AllowedOAuthScopes: ['email', 'openid', scope('read'), scope('write')],
      CallbackURLs: ['exampleapp://auth/login'],
      DefaultRedirectURI: 'exampleapp://auth/login',
      LogoutURLs: ['exampleapp://auth/logout'],
      SupportedIdentityProviders: ['COGNITO'],
      ...{ AccessTokenValidity: 60, IdTokenValidity: 60, RefreshTokenValidity: 30 * 24 * 60 },
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      PreventUserExistenceErrors: 'ENABLED',
    })
    expect(service?.Properties).toEqual({
      ...{ UserPoolId: expect.anything(), ClientName: 'dev-machine', GenerateSecret: true },
      ...{ AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['client_credentials'] },
      AllowedOAuthScopes: [scope('read')],
      SupportedIdentityProviders: ['COGNITO'],
      PreventUserExistenceErrors: 'ENABLED',
    })
  })

  it('name every reserved scope by its constant', () => {
    const scopes = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin']
    const text = textOf({
      ...example,
      clients: [{ ...interactive, scopes: [...scopes, ...interactive.scopes.slice(-1)] }],
    })
    for (const name of ['OPENID', 'EMAIL', 'PHONE', 'PROFILE', 'COGNITO_ADMIN'])
      expect(text).toContain(`cognito.OAuthScope.${name},`)
  })

  it('name the identity providers of an existing pool', async () => {
    const identityProviders = ['COGNITO', 'Google', 'SignInWithApple', 'constructor']
    const spec = { ...example, userPool: existing, clients: [{ ...interactive, identityProviders }] }
    const [client] = ofType(await synth(spec), 'AWS::Cognito::UserPoolClient')
    expect(client?.Properties?.SupportedIdentityProviders).toEqual(identityProviders)
  })
})

describe('the outputs', () => {
  it('are the same as in CloudFormation', async () => {
    const { Outputs } = await synth({ ...example, clients: [interactive, machine] })
    expect(Object.keys(Outputs!)).toEqual(
      expect.arrayContaining([
        ...['UserPoolId', 'Issuer', 'JwksUrl', 'AuthorizeUrl', 'TokenUrl'],
        ...['UserPoolClientId', 'MachineClientId', 'ApiUrl'],
      ]),
    )
  })
})

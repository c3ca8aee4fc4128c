import { describe, expect, test } from 'vitest'
import { compiled, endpoint, specOf } from './compiled'

const http = (...allowOrigins: string[]) =>
  specOf({
    api: { type: 'http', name: 'example-api', ...(allowOrigins.length > 0 && { cors: { allowOrigins } }) },
    endpoints: [
      endpoint('GET', '/a'),
      endpoint('ANY', '/', { auth: 'id_token' }),
      endpoint('ANY', '/open/{proxy+}', { auth: 'none' }),
    ],
  })

describe('an HTTP API through osls', () => {
  test('routes keep their authorizer and scopes', async () => {
    const { all, only } = await compiled(http())
    const routes = all('AWS::ApiGatewayV2::Route').map(({ Properties }) => [
      Properties.RouteKey,
      Properties.AuthorizationType ?? 'NONE',
      Properties.AuthorizationScopes,
    ])
    expect(routes).toEqual([
      ['GET /a', 'JWT', ['com.example.api/read']],
      ['ANY /', 'JWT', undefined],
      ['ANY /open/{proxy+}', 'NONE', undefined],
    ])
    expect(only('AWS::ApiGatewayV2::Authorizer').Properties).toMatchObject({
      Name: 'dev-cognito',
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [{ Ref: 'UserPoolClient' }],
        Issuer: { 'Fn::GetAtt': ['UserPool', 'ProviderURL'] },
      },
    })
    expect(only('AWS::ApiGatewayV2::Api').Properties.Name).toBe('dev-example-api')
    expect(only('AWS::ApiGatewayV2::Stage').Properties).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
    })
  })

  test('with CORS an authorized ANY has an open OPTIONS next to it, with the same function', async () => {
    const { all, only } = await compiled(http('https://a.example', 'https://b.example'))
    const routes = all('AWS::ApiGatewayV2::Route')
    const options = routes.filter(({ Properties }) => Properties.RouteKey.startsWith('OPTIONS'))
    expect(options.map(({ Properties }) => Properties.RouteKey)).toEqual(['OPTIONS /'])
    expect(options[0]!.Properties).not.toHaveProperty('AuthorizationType')
    const any = routes.find(({ Properties }) => Properties.RouteKey === 'ANY /')
    expect(options[0]!.Properties.Target).toEqual(any!.Properties.Target)
    expect(only('AWS::ApiGatewayV2::Api').Properties.CorsConfiguration).toMatchObject({
      AllowOrigins: ['https://a.example', 'https://b.example'],
      AllowHeaders: ['authorization', 'content-type'],
      AllowMethods: ['*'],
    })
  })
})

describe('an existing pool', () => {
  const existing = (type: 'rest' | 'http') =>
    specOf({
      region: 'eu-west-1',
      userPool: { source: 'existing', userPoolId: 'eu-west-1_AbCdEf123', managedLogin: false },
      api: { type, name: 'example-api' },
    })

  test('is named by an ARN in the partition of the stack, and nothing of it is made', async () => {
    const { all, only } = await compiled(existing('rest'))
    expect(all('AWS::Cognito::UserPool')).toEqual([])
    expect(all('AWS::Cognito::UserPoolDomain')).toEqual([])
    expect(only('AWS::ApiGateway::Authorizer').Properties.ProviderARNs).toEqual([
      {
        'Fn::Sub':
          'arn:${AWS::Partition}:cognito-idp:${AWS::Region}:${AWS::AccountId}:userpool/eu-west-1_AbCdEf123',
      },
    ])
    expect(only('AWS::Cognito::UserPoolClient').Properties.UserPoolId).toBe('eu-west-1_AbCdEf123')
  })

  test('can be another one at deploy time', async () => {
    const { template } = await compiled(existing('http'), { env: { USER_POOL_ID: 'eu-west-1_Other' } })
    expect(JSON.stringify(template)).not.toContain('eu-west-1_AbCdEf123')
    expect(JSON.stringify(template)).toContain('/eu-west-1_Other"')
  })
})

import { describe, expect, test } from 'vitest'
import { example } from '../../../../lib/document/example'
import { compiled, endpoint, specOf } from './compiled'

describe('a REST API through osls', () => {
  test('the example keeps scopes, authorizer and function of its method', async () => {
    const { resources, only } = await compiled(example)
    expect(resources.ApiGatewayMethodMyeventGet?.Properties).toMatchObject({
      HttpMethod: 'GET',
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizerId: { Ref: 'Authorizer' },
      AuthorizationScopes: ['com.example.api/read', 'com.example.api/write'],
    })
    expect(only('AWS::ApiGateway::Authorizer').Properties).toEqual({
      RestApiId: { Ref: 'ApiGatewayRestApi' },
      Name: 'dev-cognito',
      Type: 'COGNITO_USER_POOLS',
      IdentitySource: 'method.request.header.Authorization',
      ProviderARNs: [{ 'Fn::GetAtt': ['UserPool', 'Arn'] }],
    })
    expect(only('AWS::ApiGateway::RestApi').Properties).toMatchObject({
      Name: 'dev-example-api',
      EndpointConfiguration: { Types: ['REGIONAL'] },
    })
    expect(only('AWS::ApiGateway::Deployment').Properties.StageName).toBe('dev')
    expect(only('AWS::Lambda::Function').Properties).toMatchObject({
      FunctionName: 'dev-example-api-binMyevent',
      Handler: 'bin/myevent.handler',
      Runtime: 'nodejs24.x',
      Timeout: 10,
    })
    expect(only('AWS::IAM::Role').Properties.RoleName).toBe('dev-example-api-us-east-1')
    expect(only('AWS::Cognito::UserPoolClient').DependsOn).toEqual(['ComExampleApiResourceServer'])
  })

  test('an id_token endpoint keeps the authorizer type without scopes, an open one has none', async () => {
    const { resources } = await compiled(
      specOf({
        endpoints: [
          endpoint('ANY', '/', { auth: 'id_token' }),
          endpoint('GET', '/open/{proxy+}', { auth: 'none' }),
        ],
      }),
    )
    const root = resources.ApiGatewayMethodAny!.Properties
    expect(root).toMatchObject({
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizerId: { Ref: 'Authorizer' },
      HttpMethod: 'ANY',
      ResourceId: { 'Fn::GetAtt': ['ApiGatewayRestApi', 'RootResourceId'] },
    })
    expect(root).not.toHaveProperty('AuthorizationScopes')
    expect(resources.ApiGatewayMethodOpenProxyVarGet?.Properties.AuthorizationType).toBe('NONE')
  })

  test('no authorizer when every endpoint is open', async () => {
    const { all } = await compiled(specOf({ endpoints: [endpoint('GET', '/', { auth: 'none' })] }))
    expect(all('AWS::ApiGateway::Authorizer')).toEqual([])
  })

  test('endpoints that share a handler share one function, others do not', async () => {
    const { all, resources } = await compiled(
      specOf({
        endpoints: [
          endpoint('GET', '/a'),
          endpoint('POST', '/b'),
          endpoint('PUT', '/c', { handler: 'bin/orders.put' }),
        ],
      }),
    )
    expect(all('AWS::Lambda::Function').map(({ Properties }) => Properties.Handler)).toEqual([
      'bin/orders.handler',
      'bin/orders.put',
    ])
    const calls = (id: string) => JSON.stringify(resources[id]!.Properties.Integration.Uri)
    expect(calls('ApiGatewayMethodAGet')).toContain('"BinOrdersLambdaFunction"')
    expect(calls('ApiGatewayMethodBPost')).toContain('"BinOrdersLambdaFunction"')
    expect(calls('ApiGatewayMethodCPut')).toContain('"BinOrdersPutLambdaFunction"')
    expect(all('AWS::Lambda::Permission')).toHaveLength(2)
  })
})

describe('CORS on REST', () => {
  const cors = (...allowOrigins: string[]) =>
    compiled(
      specOf({
        api: { type: 'rest', name: 'example-api', cors: { allowOrigins } },
        endpoints: [endpoint('GET', '/a/{id}'), endpoint('POST', '/a/{id}'), endpoint('ANY', '/')],
      }),
    )

  test('every path with endpoints answers an open OPTIONS, and no other path', async () => {
    const { all } = await cors('https://app.example.com')
    const options = all('AWS::ApiGateway::Method').filter(
      ({ Properties }) => Properties.HttpMethod === 'OPTIONS',
    )
    expect(options.map(({ Properties }) => Properties.AuthorizationType)).toEqual(['NONE', 'NONE'])
    const allowed = options.map(
      ({ Properties }) =>
        Properties.Integration.IntegrationResponses[0].ResponseParameters[
          'method.response.header.Access-Control-Allow-Methods'
        ],
    )
    expect(allowed[0]).toContain('GET')
    expect(allowed[0]).toContain('POST')
  })

  test('one origin is said as it is, also in the gateway responses', async () => {
    const { all } = await cors('https://app.example.com')
    const headers = all('AWS::ApiGateway::GatewayResponse').map(({ Properties }) => [
      Properties.ResponseType,
      Properties.ResponseParameters['gatewayresponse.header.Access-Control-Allow-Origin'],
    ])
    expect(headers).toEqual([
      ['DEFAULT_4XX', "'https://app.example.com'"],
      ['DEFAULT_5XX', "'https://app.example.com'"],
    ])
  })

  test('of several origins the preflight echoes the one that matches, brackets, dots and plus taken as they are', async () => {
    const { resources } = await cors('https://app.example.com', 'http://[::1]:3000', 'app+x://host')
    const template: string =
      resources.ApiGatewayMethodAIdVarOptions!.Properties.Integration.IntegrationResponses[0]
        .ResponseTemplates['application/json']
    const patterns = [...template.matchAll(/matches\("([^"]*)"\)/g)].map(
      ([, source]) => new RegExp(`^(${source})$`),
    )
    const echoed = (origin: string) => patterns.some(pattern => pattern.test(origin))
    expect(echoed('https://app.example.com')).toBe(true)
    expect(echoed('http://[::1]:3000')).toBe(true)
    expect(echoed('app+x://host')).toBe(true)
    expect(echoed('appx://host')).toBe(false)
    expect(echoed('https://appxexample.com')).toBe(false)
    expect(echoed('http://1:3000')).toBe(false)
    expect(resources.Default4XXResponse?.Properties.ResponseParameters).toEqual({
      'gatewayresponse.header.Access-Control-Allow-Origin': "'*'",
    })
  })

  test('the deployment waits for every method and, through one of them, for the gateway responses', async () => {
    const { resources, all, only } = await cors('*')
    const waits = only('AWS::ApiGateway::Deployment').DependsOn!
    const methods = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::ApiGateway::Method')
    expect([...waits].sort()).toEqual(methods.map(([id]) => id).sort())
    expect(all('AWS::ApiGateway::GatewayResponse')).toHaveLength(2)
    expect(methods.flatMap(([, { DependsOn }]) => DependsOn ?? [])).toEqual(
      expect.arrayContaining(['Default4XXResponse', 'Default5XXResponse']),
    )
  })
})

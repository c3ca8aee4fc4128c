import { expect, it } from 'vitest'
import type { Diagnosis } from '../../../lib/doctor/diagnose'
import { diagnoseText, templatesOf } from './files'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
type Path = readonly (string | number)[]

/** A template with faults, and below which of its keys everything becomes unknown, one at a time. */
interface Case {
  readonly name: string
  readonly template: Json
  readonly below: readonly Path[]
  /** What stands for it: what only the deployment knows, or what a condition gives or leaves out. */
  readonly unknowns: readonly ((old: Json) => Json)[]
}

const PARAMETER = (): Json => ({ Ref: 'Nobody' })
const CONDITIONS: Case['unknowns'] = [
  old => ({ 'Fn::If': ['Prod', old, { Ref: 'AWS::NoValue' }] }),
  () => ({ 'Fn::If': ['Prod', { Ref: 'AWS::NoValue' }, { 'Fn::ImportValue': 'other' }] }),
]

/** A template of CloudFormation or SAM; everything in Globals and the properties of its resources becomes unknown. */
const template = (name: string, resources: { readonly [id: string]: Json }, globals?: Json): Case => ({
  name,
  template: {
    ...(globals === undefined ? {} : { Globals: globals }),
    Transform: 'AWS::Serverless-2016-10-31',
    Parameters: { Nobody: { Type: 'String' } },
    Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Nobody' }, 'a'] } },
    Resources: resources,
  },
  below: [
    ...(globals === undefined ? [] : [['Globals']]),
    ...Object.keys(resources).map(id => ['Resources', id, 'Properties']),
  ],
  unknowns: [PARAMETER, ...CONDITIONS],
})

const resource = (type: string, properties: Json = {}): Json => ({ Type: type, Properties: properties })
const ref = (id: string): Json => ({ Ref: id })
const arn = (id: string): Json => ({ 'Fn::GetAtt': [id, 'Arn'] })

const USERS = resource('AWS::Cognito::UserPool')
const samFunction = (Events: Json): Json =>
  resource('AWS::Serverless::Function', { Handler: 'a.b', Runtime: 'nodejs22.x', InlineCode: 'x', Events })
const event = (Type: string, Properties: Json): Json => ({ Type, Properties })

const definition = (uri: Json): Json => ({
  openapi: '3.0.1',
  info: { title: 'a', version: '1' },
  components: {
    securitySchemes: {
      pool: {
        type: 'apiKey',
        name: 'X-Auth',
        in: 'header',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': { type: 'cognito_user_pools', providerARNs: ['a'] },
      },
    },
  },
  paths: {
    '/a': {
      'x-amazon-apigateway-any-method': {
        security: [{ pool: [] }],
        'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri },
      },
    },
    '/b': { options: { 'x-amazon-apigateway-integration': { type: 'mock' } } },
  },
})

const cases: readonly Case[] = [
  template(
    'a REST API of SAM with settings in Globals',
    {
      Users: USERS,
      Api: resource('AWS::Serverless::Api', {
        StageName: 'a',
        Auth: {
          DefaultAuthorizer: 'Pool',
          Authorizers: {
            Pool: {
              UserPoolArn: arn('Users'),
              AuthorizationScopes: ['short'],
              Identity: { Header: 'X-Auth' },
            },
            Own: {
              FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:a',
              AuthorizationScopes: ['a/b'],
            },
          },
        },
      }),
      List: samFunction({
        A: event('Api', { RestApiId: ref('Api'), Path: '/a', Method: 'get' }),
        B: event('Api', { RestApiId: ref('Api'), Path: '/b', Method: 'get', Auth: { Authorizer: 'Own' } }),
        C: event('Api', { RestApiId: ref('Api'), Path: '/c', Method: 'get', Auth: { Authorizer: 'Typo' } }),
        D: event('Api', {
          RestApiId: ref('Api'),
          Path: '/d',
          Method: 'get',
          Auth: { AuthorizationScopes: ['a/b'] },
        }),
      }),
    },
    { Api: { Cors: "'https://app.example.com'" } },
  ),
  template(
    'an HTTP API of SAM',
    {
      Users: USERS,
      App: resource('AWS::Cognito::UserPoolClient', { UserPoolId: ref('Users') }),
      Api: resource('AWS::Serverless::HttpApi', {
        CorsConfiguration: { AllowOrigins: ['https://app.example.com'], AllowHeaders: ['x-a'] },
        Auth: {
          DefaultAuthorizer: 'Jwt',
          Authorizers: {
            Jwt: {
              IdentitySource: '$request.header.Authorization',
              AuthorizationScopes: ['email'],
              JwtConfiguration: {
                issuer: { 'Fn::GetAtt': ['Users', 'ProviderURL'] },
                audience: [ref('App')],
              },
            },
            Wrong: {
              IdentitySource: '$request.header.X-Auth',
              JwtConfiguration: { issuer: 'https://a.auth.eu-west-1.amazoncognito.com', audience: ['a'] },
            },
          },
        },
      }),
      List: samFunction({
        Any: event('HttpApi', { ApiId: ref('Api'), Path: '/{proxy+}', Method: 'ANY' }),
        Preflight: event('HttpApi', {
          ApiId: ref('Api'),
          Path: '/a',
          Method: 'OPTIONS',
          Auth: { Authorizer: 'NONE' },
        }),
        Other: event('HttpApi', {
          ApiId: ref('Api'),
          Path: '/b',
          Method: 'GET',
          Auth: { Authorizer: 'Wrong' },
        }),
      }),
    },
    { HttpApi: { FailOnWarnings: true } },
  ),
  template('an API of SAM with a definition', {
    Api: resource('AWS::Serverless::Api', {
      StageName: 'a',
      DefinitionBody: definition('https://a.example.com'),
    }),
    List: samFunction({
      A: event('Api', {
        RestApiId: ref('Api'),
        Path: '/e',
        Method: 'get',
        Auth: { Authorizer: 'NONE', AuthorizationScopes: ['a/b'] },
      }),
    }),
  }),
  template('a definition in CloudFormation', {
    Api: resource('AWS::ApiGateway::RestApi', { Body: definition(arn('List')) }),
    List: resource('AWS::Lambda::Function', { Handler: 'a.b' }),
  }),
  template('methods of CloudFormation', {
    Api: resource('AWS::ApiGateway::RestApi', { Name: 'a' }),
    Guard: resource('AWS::ApiGateway::Authorizer', {
      RestApiId: ref('Api'),
      Name: 'a',
      Type: 'COGNITO_USER_POOLS',
      IdentitySource: 'method.request.header.X-Auth',
      ProviderARNs: ['arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'],
    }),
    Bare: resource('AWS::ApiGateway::Method', {
      RestApiId: ref('Api'),
      ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
      HttpMethod: 'GET',
      AuthorizationType: 'COGNITO_USER_POOLS',
      Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: arn('List') },
    }),
    Open: resource('AWS::ApiGateway::Method', {
      RestApiId: ref('Api'),
      ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
      HttpMethod: 'PUT',
      AuthorizationType: 'NONE',
      AuthorizerId: ref('Guard'),
      AuthorizationScopes: ['a/b'],
    }),
    Any: resource('AWS::ApiGateway::Method', {
      RestApiId: ref('Api'),
      ResourceId: 'abc123',
      HttpMethod: 'ANY',
      AuthorizationType: 'COGNITO_USER_POOLS',
      AuthorizerId: ref('Guard'),
    }),
    Preflight: resource('AWS::ApiGateway::Method', {
      RestApiId: ref('Api'),
      ResourceId: 'def456',
      HttpMethod: 'OPTIONS',
      AuthorizationType: 'NONE',
    }),
    List: resource('AWS::Lambda::Function', { Handler: 'a.b' }),
  }),
  template('routes of CloudFormation', {
    Made: resource('AWS::ApiGatewayV2::Api', { Name: 'a', ProtocolType: 'HTTP', Target: arn('List') }),
    Api: resource('AWS::ApiGatewayV2::Api', {
      Name: 'b',
      ProtocolType: 'HTTP',
      CorsConfiguration: { AllowOrigins: ['https://app.example.com'], AllowHeaders: ['authorization'] },
    }),
    Call: resource('AWS::ApiGatewayV2::Integration', {
      ApiId: ref('Api'),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arn('Other'),
    }),
    Guard: resource('AWS::ApiGatewayV2::Authorizer', {
      ApiId: ref('Api'),
      Name: 'a',
      AuthorizerType: 'JWT',
      JwtConfiguration: { Issuer: 'http://a', Audience: ['a'] },
    }),
    Any: resource('AWS::ApiGatewayV2::Route', {
      ApiId: ref('Api'),
      RouteKey: 'ANY /a',
      AuthorizationType: 'JWT',
      AuthorizerId: ref('Guard'),
      Target: { 'Fn::Sub': 'integrations/${Call}' },
    }),
    List: resource('AWS::Lambda::Function', { Handler: 'a.b' }),
    Other: resource('AWS::Lambda::Function', { Handler: 'a.b' }),
  }),
  {
    name: 'a REST API of the Serverless Framework',
    template: {
      service: 'a',
      provider: { name: 'aws' },
      functions: {
        list: {
          handler: 'a.b',
          events: [
            {
              http: {
                path: 'a',
                method: 'get',
                cors: true,
                authorizer: { type: 'cognito_user_pools', authorizerId: 'abc123' },
              },
            },
          ],
        },
      },
    },
    below: [['functions', 'list', 'events']],
    unknowns: [() => '${env:X}', () => '${param:x}'],
  },
  {
    name: 'an HTTP API of the Serverless Framework',
    template: {
      service: 'a',
      provider: {
        name: 'aws',
        httpApi: {
          authorizers: {
            jwt: {
              type: 'jwt',
              identitySource: '$request.header.X-Auth',
              issuerUrl: 'https://a.auth.eu-west-1.amazoncognito.com',
              audience: ['a'],
            },
          },
        },
      },
      functions: {
        list: {
          handler: 'a.b',
          events: [
            { httpApi: { path: '/a', method: 'get', authorizer: { name: 'jwt' } } },
            { httpApi: { path: '/b', method: 'get', authorizer: { name: 'typo' } } },
          ],
        },
      },
    },
    below: [
      ['provider', 'httpApi'],
      ['functions', 'list', 'events'],
    ],
    unknowns: [() => '${env:X}', () => '${param:x}'],
  },
  {
    name: 'an OpenAPI document',
    template: definition('arn:aws:lambda:eu-west-1:123456789012:function:a'),
    below: [['components'], ['paths']],
    unknowns: [PARAMETER],
  },
]

it.each(cases)('every part of $name that becomes unknown brings no false claim and hides no finding', it => {
  const before = claimsOf(diagnosisOf(it.template))
  expect(before.size).toBeGreaterThan(1)
  const faults: string[] = []
  for (const path of it.below.flatMap(top => pathsIn(valueAt(it.template, top), top)))
    for (const [i, unknown] of it.unknowns.entries()) {
      const label = `${path.join('.')} ${i}`
      const diagnosis = diagnosisOf(replaced(it.template, path, unknown))
      const after = claimsOf(diagnosis)
      const undecided = new Set(diagnosis.undecided.map(({ code }) => code))
      for (const claim of after) if (!before.has(claim)) faults.push(`${label}: new ${claim}`)
      for (const claim of before)
        if (!after.has(claim) && !undecided.has(claim.split(' ')[0] ?? ''))
          faults.push(`${label}: lost ${claim}`)
    }
  expect(faults).toEqual([])
})

it('an answer that was not collected brings no claim, and is named where checks need it', () => {
  const snapshot: { readonly [member: string]: Json } = JSON.parse(
    templatesOf('snapshot.json')[0]?.text ?? '',
  )
  const codesWithout = (...members: readonly string[]) => {
    const rest = Object.entries(snapshot).filter(([name]) => !members.includes(name))
    const { findings, undecided, facts } = diagnosisOf(Object.fromEntries(rest))
    return {
      found: findings.map(({ code }) => code),
      undecided: undecided.flatMap(({ code, because }) => because.map(({ name }) => `${code} ${name}`)),
      problems: facts.files.flatMap(({ problems }) => problems.map(({ message }) => message)),
    }
  }
  const whole = codesWithout()
  expect(whole.found).toEqual(['STAGE_NOT_REDEPLOYED', 'UNAUTHORIZED_WITHOUT_CORS', 'METHOD_WITHOUT_SCOPES'])
  for (const member of Object.keys(snapshot).filter(name => name !== 'awsSnapshot'))
    for (const code of codesWithout(member).found) expect(whole.found, member).toContain(code)
  expect(codesWithout('gatewayResponses').undecided).toEqual(['UNAUTHORIZED_WITHOUT_CORS gateway responses'])
  expect(codesWithout('resources', 'export')).toEqual({
    found: [],
    undecided: ['AUTHORIZER_UNUSED resources'],
    problems: ['The answer of get-resources is not in these files.'],
  })
})

it('a permission for some function is undecided, and a backend that is none needs no permission', () => {
  const codes = (integration: Json) =>
    diagnosisOf({
      Parameters: { Nobody: { Type: 'String' } },
      Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Nobody' }, 'a'] } },
      Resources: {
        Api: resource('AWS::ApiGateway::RestApi', { Name: 'a' }),
        Get: resource('AWS::ApiGateway::Method', {
          RestApiId: ref('Api'),
          ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
          HttpMethod: 'GET',
          AuthorizationType: 'NONE',
          Integration: integration,
        }),
        List: resource('AWS::Lambda::Function', { Handler: 'a.b' }),
        Other: resource('AWS::Lambda::Function', { Handler: 'a.b' }),
      },
    }).undecided.map(({ code, on, because }) => `${code} ${on} ${because.map(({ name }) => name).join(' ')}`)
  const uri = (id: string): Json => ({
    'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${id}.Arn}/invocations`,
  })
  expect(codes({ Type: 'AWS_PROXY', Uri: ref('Nobody') })).toEqual([
    'INTEGRATION_URI_NOT_INVOCABLE GET / Nobody',
    'PERMISSION_MISSING List Nobody',
    'PERMISSION_MISSING Other Nobody',
  ])
  expect(codes({ Type: 'AWS_PROXY', Uri: { 'Fn::If': ['Prod', uri('List'), uri('Other')] } })).toEqual([
    'PERMISSION_MISSING List Prod',
    'PERMISSION_MISSING Other Prod',
  ])
  expect(codes({ Type: 'HTTP_PROXY', Uri: ref('Nobody') })).toEqual([])
})

const diagnosisOf = (template: Json): Diagnosis => diagnoseText(JSON.stringify(template, null, 1))

const claimsOf = ({ findings }: Diagnosis): ReadonlySet<string> =>
  new Set(findings.flatMap(({ code, at }) => at.map(({ logicalId }) => `${code} ${logicalId ?? ''}`)))

const isMap = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const valueAt = (value: Json, path: Path): Json =>
  path.reduce<Json>((found, key) => (found as { readonly [key: string]: Json })[String(key)] ?? null, value)

/** The path of a value and of everything in it, down to intrinsic functions. */
function pathsIn(value: Json, path: Path): readonly Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((item, i) => pathsIn(item, [...path, i]))]
  if (!isMap(value) || Object.keys(value).some(key => /^(?:Ref$|Fn::)/.test(key))) return [path]
  return [path, ...Object.entries(value).flatMap(([key, member]) => pathsIn(member, [...path, key]))]
}

function replaced(value: Json, [first, ...rest]: Path, change: (old: Json) => Json): Json {
  if (first === undefined) return change(value)
  if (Array.isArray(value)) return value.map((item, i) => (i === first ? replaced(item, rest, change) : item))
  if (!isMap(value)) return value
  return { ...value, [first]: replaced(value[String(first)] ?? null, rest, change) }
}

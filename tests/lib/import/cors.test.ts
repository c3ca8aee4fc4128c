import { describe, expect, it } from 'vitest'
import { compile, importTemplate } from '@/lib/index'
import { cases } from '../../conformance/cases'

const imported = (text: string, path = 'template.yaml') => {
  const result = importTemplate([{ path, text }])
  if (!result.ok) throw new Error(JSON.stringify(result.errors))
  return result
}

/** One without an endpoint that requires a token is not imported at all. */
const withCors = cases.filter(({ name, spec }) => name !== 'iam-only' && 'cors' in spec.api && spec.api.cors)

it('has cases', () => expect(withCors.length).toBeGreaterThan(3))

describe.each(withCors)('CORS of $name', ({ spec }) => {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))

  it.each(['cloudformation', 'cloudformation-json', 'sam', 'serverless', 'openapi'] as const)(
    'is imported from %s, without endpoints for preflights',
    format => {
      const { text, fileName } = compiled.output(format)
      const found = imported(text, fileName)
      expect(found.spec.api.cors).toEqual(compiled.spec.api.cors)
      expect(found.spec.endpoints.filter(({ method }) => method === 'OPTIONS')).toEqual([])
    },
  )
})

const POOL = 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_AbCdEf123'

/** A REST API whose OPTIONS method API Gateway answers. */
const REST = (origin: string, templates = '', integration = 'MOCK') => `Parameters:
  Origin: { Type: String }
Resources:
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Guard:
    Type: AWS::ApiGateway::Authorizer
    Properties: { RestApiId: !Ref Api, Type: COGNITO_USER_POOLS, ProviderARNs: [${POOL}] }
  Get:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Guard
      AuthorizationScopes: [notes/read]
  Options:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: OPTIONS
      AuthorizationType: NONE
      Integration:
        Type: ${integration}
        IntegrationResponses:
          - StatusCode: 204
            ResponseParameters:
              method.response.header.Access-Control-Allow-Headers: "'Content-Type,Authorization'"
              method.response.header.Access-Control-Allow-Origin: ${origin}
${templates}`

/** What CDK writes for several origins. */
const CDK = `            ResponseTemplates:
              application/json: |-
                #set($origin = $input.params().header.get("Origin"))
                #if($origin == "") #set($origin = $input.params().header.get("origin")) #end
                #if($origin.matches("https://b.example.com") || $origin.matches("https://a.example.com"))
                  #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
                #end
`

describe('an OPTIONS method that API Gateway answers', () => {
  it.each([
    ['one origin', REST(`"'https://a.example.com'"`), ['https://a.example.com']],
    ['every origin', REST(`"'*'"`), ['*']],
    [
      'the origins that a template compares',
      REST(`"'https://a.example.com'"`, CDK),
      ['https://a.example.com', 'https://b.example.com'],
    ],
    ['a parameter', REST(`!Sub "'\${Origin}'"`), ['https://change.me']],
    ['what is not an origin', REST(`"'https://a.example.com/'"`), ['https://change.me']],
  ])('allows %s', (_, text, allowOrigins) => {
    const { spec, report } = imported(text)
    expect(spec.api.cors).toEqual({ allowOrigins })
    expect(spec.endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /'])
    expect(report).toContainEqual(
      expect.objectContaining({ what: 'preflight OPTIONS /', how: 'changed', into: 'api.cors' }),
    )
    const invented = report.some(({ what, how }) => what === 'allowed origin' && how === 'invented')
    expect(invented).toBe(allowOrigins.includes('https://change.me'))
  })

  it.each([
    [
      'a template',
      REST(`"'*'"`, '            ResponseTemplates: { application/json: !Ref Origin }').replace(
        `"'*'"`,
        `"'https://a.example.com'"`,
      ),
      'https://a.example.com',
    ],
    [
      'one of its parts',
      REST(
        `"'https://a.example.com'"`,
        `            ResponseTemplates: { application/json: !Sub '#if($o == "\${Origin}")' }`,
      ),
      'https://a.example.com',
    ],
    [
      'all templates',
      REST(`"'https://a.example.com'"`, '            ResponseTemplates: !If [C, {}, !Ref Origin]'),
      'https://a.example.com',
    ],
    ['the header, which a condition decides', REST(`!If [C, "'*'", "'https://a.example.com'"]`)],
    ['the headers', REST('x').replace(/ResponseParameters:[\s\S]*$/, 'ResponseParameters: !If [C, {}, {}]')],
    ['the answer', REST('x').replace(/- StatusCode[\s\S]*$/, '- !If [C, {}, {}]')],
    ['all answers', REST('x').replace(/IntegrationResponses:[\s\S]*$/, 'IntegrationResponses: !Ref Origin')],
    ['answers of a macro', REST('x').replace(/- StatusCode[\s\S]*$/, '- Fn::Transform: { Name: Own }')],
  ])('allows origins that are not in the files where they do not show %s', (_, text, ...shown) => {
    const { spec, report } = imported(text)
    expect(spec.api.cors).toEqual({ allowOrigins: [...shown, 'https://change.me'] })
    expect(spec.endpoints.map(({ method }) => method)).toEqual(['GET'])
    expect(report).toContainEqual(expect.objectContaining({ what: 'allowed origin', how: 'invented' }))
  })

  it('is an endpoint if a function answers it', () => {
    const { spec } = imported(REST(`"'*'"`, '', 'AWS_PROXY'))
    expect(spec.api.cors).toBeUndefined()
    expect(spec.endpoints.map(({ method }) => method)).toEqual(['GET', 'OPTIONS'])
  })
})

const EVENT = (cors: string) => `service: notes
provider: { name: aws }
functions:
  list:
    handler: src/notes.list
    events:
      - http:
          method: get
          path: notes
          cors: ${cors}
          authorizer: { arn: '${POOL}', scopes: [notes/read] }
`
const HTTP_API = (cors: string) => `service: notes
provider:
  name: aws
  httpApi:
    cors: ${cors}
    authorizers:
      pool: { type: jwt, identitySource: $request.header.Authorization, issuerUrl: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123', audience: [abc] }
functions:
  list:
    handler: src/notes.list
    events:
      - httpApi: { method: get, path: /notes, authorizer: { name: pool, scopes: [notes/read] } }
`

describe('the CORS settings of a serverless.yml', () => {
  it.each([
    [EVENT('true'), ['*']],
    [EVENT('false'), undefined],
    [EVENT("{ origin: 'https://a.example.com' }"), ['https://a.example.com']],
    [
      EVENT('{ origins: [https://a.example.com, https://b.example.com] }'),
      ['https://a.example.com', 'https://b.example.com'],
    ],
    [EVENT("{ origin: '${env:ORIGIN}' }"), ['https://change.me']],
    [EVENT('{ headers: [authorization] }'), ['*']],
    [HTTP_API('{ allowCredentials: true }'), ['*']],
    [HTTP_API('true'), ['*']],
    [
      HTTP_API('{ allowedOrigins: [https://a.example.com], allowCredentials: true }'),
      ['https://a.example.com'],
    ],
  ])('%#', (text, allowOrigins) => {
    const { spec } = imported(text, 'serverless.yml')
    expect(spec.api.cors).toEqual(allowOrigins && { allowOrigins })
  })

  it('stay where resources say more', () => {
    const settings =
      "{ allowedOrigins: ['https://a.example.com'], allowedHeaders: [authorization], allowedMethods: [GET], allowCredentials: true, exposedResponseHeaders: [x-a], maxAge: 60 }"
    const { spec, report } = imported(
      `${HTTP_API(settings)}resources:
  Resources: { HttpApi: { Properties: { CorsConfiguration: { AllowHeaders: [x-b] } } } }
`,
      'serverless.yml',
    )
    expect(spec.api.cors).toEqual({ allowOrigins: ['https://a.example.com'] })
    expect(report.find(({ what }) => what === 'CORS settings of API HttpApi')?.why).toContain(
      'AllowHeaders, AllowMethods, AllowCredentials, ExposeHeaders, MaxAge',
    )
  })

  it('besides the origins are in the report', () => {
    const { report } = imported(
      HTTP_API('{ allowedOrigins: [https://a.example.com], allowCredentials: true }'),
      'serverless.yml',
    )
    const entry = report.find(({ what }) => what === 'CORS settings of API HttpApi')
    expect(entry?.why).toContain('allowCredentials')
    expect(entry?.at?.line).toBe(5)
  })
})

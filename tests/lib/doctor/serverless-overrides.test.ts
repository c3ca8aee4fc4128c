import { describe, expect, it } from 'vitest'
import { show } from '@/lib/deployed/show'
import { importSpec } from '@/lib/import/import'
import { diagnoseText } from './files'

const service = (event: string, resources = '', extensions = '') =>
  diagnoseText(
    `service: notes
provider: { name: aws, httpApi: { cors: { allowedOrigins: ['https://a.example.com'], allowedHeaders: [content-type] }, authorizers: { jwt: { type: jwt, identitySource: $request.header.Authorization, issuerUrl: !GetAtt Users.ProviderURL, audience: [!Ref Web] } } } }
functions:
  list:
    handler: src/list.handler
    events:
      - ${event}
resources:
  Resources:
    Users: { Type: AWS::Cognito::UserPool }
    Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
    Auth: { Type: AWS::ApiGateway::Authorizer, Properties: { Name: auth, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, RestApiId: !Ref ApiGatewayRestApi, ProviderARNs: [!GetAtt Users.Arn] } }
${resources}
  extensions: { ${extensions} }
`,
    'serverless.yml',
  )

const COGNITO = 'authorizer: { type: COGNITO_USER_POOLS, authorizerId: !Ref Auth }'
const codes = ({ findings }: ReturnType<typeof service>) => findings.map(({ code }) => code)
const undecided = ({ undecided: checks }: ReturnType<typeof service>) => checks.map(({ code }) => code)

describe('scopes that resources put over those of an event', () => {
  it.each([
    ["http: { path: 'a/{id}', method: get, ", 'ApiGatewayMethodAIdVarGet'],
    ['http: { path: /, method: get, ', 'ApiGatewayMethodGet'],
    ['http: { path: a-b/c.d/, method: GET, ', 'ApiGatewayMethodADashbCdGet'],
  ])('%s… is %s', (event, id) => {
    const override = `${id}: { Properties: { AuthorizationScopes: [openid] } }`
    expect(codes(service(`${event}${COGNITO} }`))).toContain('METHOD_WITHOUT_SCOPES')
    expect(codes(service(`${event}${COGNITO} }`, `    ${override}`))).not.toContain('METHOD_WITHOUT_SCOPES')
    expect(codes(service(`${event}${COGNITO} }`, '', override))).not.toContain('METHOD_WITHOUT_SCOPES')
  })

  it('may be those of an event whose path is not known', () => {
    const event = `http: { path: '\${env:PATH_OF_LIST}', method: get, ${COGNITO} }`
    const override = 'ApiGatewayMethodAGet: { Properties: { AuthorizationScopes: [openid] } }'
    expect(codes(service(event))).toContain('METHOD_WITHOUT_SCOPES')
    const diagnosis = service(event, `    ${override}`)
    expect(codes(diagnosis)).not.toContain('METHOD_WITHOUT_SCOPES')
    expect(undecided(diagnosis)).toContain('METHOD_WITHOUT_SCOPES')
  })
})

describe('the resource of an HTTP API', () => {
  const event = 'httpApi: { path: /a, method: get, authorizer: { name: jwt } }'

  it('may have other CORS settings', () => {
    const cors = (header: string) =>
      `    HttpApi: { Properties: { CorsConfiguration: { AllowOrigins: ['https://a.example.com'], AllowHeaders: [${header}] } } }`
    expect(codes(service(event))).toContain('CORS_HEADER_MISSING')
    expect(codes(service(event, cors('content-type')))).toContain('CORS_HEADER_MISSING')
    expect(codes(service(event, cors('authorization')))).not.toContain('CORS_HEADER_MISSING')
  })

  it('is no custom resource', () => {
    const { facts } = service(event, '    HttpApi: { DependsOn: Users }')
    expect(facts.deployed.open).toEqual([])
    const { report } = importSpec(facts.deployed)
    expect(report.map(({ why }) => why).filter(why => /custom resource/.test(why))).toEqual([])
  })
})

describe('the path of an event', () => {
  const pathsOf = (event: string) =>
    service(event).facts.deployed.endpoints.map(({ method, path }) => `${show(method)} ${show(path)}`)

  it.each([
    ['http: { path: /a/, method: get }', 'GET /a'],
    ['http: GET a/b/', 'GET /a/b'],
    ['http: { path: /, method: get }', 'GET /'],
    ["http: { path: '', method: get }", 'GET /'],
    ['httpApi: { path: /a/, method: get }', 'GET /a/'],
    ["httpApi: { path: '*' }", 'ANY $default'],
  ])('%s is that of %s', (event, expected) => {
    expect(pathsOf(event)).toEqual([expected])
  })

  it.each(['http: { method: get }', 'httpApi: { path: , method: get }', 'httpApi: { method: get }'])(
    '%s is not known',
    event => {
      expect(pathsOf(event).join()).not.toMatch(/\$default|\/$/)
    },
  )
})

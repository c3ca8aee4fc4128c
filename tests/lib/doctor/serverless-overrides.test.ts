import { describe, expect, it } from 'vitest'
import { show } from '@/lib/deployed/show'
import { reportOf } from '@/lib/doctor/report'
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

  const EVENT = `http: { path: '\${env:PATH_OF_LIST}', method: get, ${COGNITO} }`

  it('may be those of an event whose path is not known', () => {
    const override = 'ApiGatewayMethodAGet: { Properties: { AuthorizationScopes: [openid] } }'
    expect(codes(service(EVENT))).toContain('METHOD_WITHOUT_SCOPES')
    const diagnosis = service(EVENT, `    ${override}`)
    expect(codes(diagnosis)).not.toContain('METHOD_WITHOUT_SCOPES')
    expect(undecided(diagnosis)).toContain('METHOD_WITHOUT_SCOPES')
  })

  it.each(["path: '${env:PATH_OF_LIST}', method: get", "path: a, method: '${env:METHOD}'"])(
    'may take the authorizer of an event with %s',
    route => {
      const override = 'ApiGatewayMethodAGet: { Properties: { AuthorizationType: NONE } }'
      expect(codes(service(`http: { path: a, method: get, ${COGNITO} }`, '', override))).toContain(
        'AUTHORIZER_NOT_APPLIED',
      )
      expect(undecided(service(`http: { ${route}, ${COGNITO} }`, '', override))).toContain(
        'AUTHORIZER_NOT_APPLIED',
      )
    },
  )
})

describe('resources that are not in the files', () => {
  const read = (resources: string) =>
    diagnoseText(`service: notes
provider: { name: aws, httpApi: { authorizers: { jwt: { type: jwt, identitySource: $request.header.Authorization, issuerUrl: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123', audience: [a] } } } }
functions:
  list:
    handler: src/list.handler
    events:
      - http: { path: a, method: get, authorizer: { type: COGNITO_USER_POOLS, arn: '\${env:ARN}', name: guard } }
      - httpApi: { path: /a, method: get, authorizer: { name: jwt } }
resources: ${resources}
`)
  const CODES = ['METHOD_WITHOUT_SCOPES', 'ROUTE_WITHOUT_SCOPES']

  it.each([
    "'${file(more.yml)}'",
    "[{ Resources: {} }, '${file(more.yml)}']",
    "{ Resources: '${file(more.yml)}' }",
    "{ extensions: '${env:EXTENSIONS}' }",
  ])('may change every event: %s', resources => {
    expect(codes(read('{}'))).toEqual(CODES)
    const diagnosis = read(resources)
    expect(codes(diagnosis)).toEqual([])
    expect(undecided(diagnosis)).toEqual(expect.arrayContaining(CODES))
    expect(reportOf(diagnosis).access.map(({ authorization }) => authorization)).toEqual([
      'unknown',
      'unknown',
    ])
  })

  it.each(["'${file(more.yml)}'", "{ ApiGatewayMethodAGet: '${file(more.yml)}' }"])(
    'are named: extensions of %s',
    extensions => {
      const [file] = reportOf(read(`{ extensions: ${extensions} }`)).files
      expect(file?.problems.map(({ message }) => message)).toEqual([
        'more.yml was not given. Add it to the files.',
      ])
    },
  )

  it('may take the authorizer of an event, where no missing file says so', () => {
    expect(undecided(read("{ extensions: '${env:EXTENSIONS}' }"))).toContain('AUTHORIZER_NOT_APPLIED')
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

it.each([
  ['    Fn::Transform: { Name: Guards }', false],
  ['  Transform: [Guards]', false],
  ['  Transform: AWS::LanguageExtensions', true],
])('a macro of the template may change what the framework makes: %s', (macro, isCertain) => {
  const read = service(`http: { path: a, method: get, ${COGNITO} }`, macro)
  expect(codes(read).includes('METHOD_WITHOUT_SCOPES')).toBe(isCertain)
  expect(undecided(read).includes('METHOD_WITHOUT_SCOPES')).toBe(!isCertain)
})

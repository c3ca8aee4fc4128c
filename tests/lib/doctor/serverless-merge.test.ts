import { describe, expect, it } from 'vitest'
import { asText } from '@/lib/deployed/questions'
import { show } from '@/lib/deployed/show'
import type { Term } from '@/lib/deployed/term'
import { diagnoseText } from './files'

/** Parts of a serverless.yml in flow style. */
interface Parts {
  readonly event: string
  readonly cors?: string
  /** One item for each section of the resources. */
  readonly sections: readonly string[]
  readonly extensions?: string
}

const service = ({ event, cors = 'false', sections, extensions = '' }: Parts) =>
  diagnoseText(
    `service: notes
provider: { name: aws, httpApi: { cors: ${cors}, authorizers: { jwt: { type: jwt, identitySource: $request.header.Authorization, issuerUrl: !GetAtt Users.ProviderURL, audience: [!Ref Web] } } } }
functions: { list: { handler: src/list.handler, events: [${event}] } }
resources:
  - Conditions: { C: !Equals [!Ref 'AWS::Region', x] }
    Resources:
      Users: { Type: AWS::Cognito::UserPool }
      Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
      Auth: { Type: AWS::ApiGateway::Authorizer, Properties: { Name: auth, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, RestApiId: !Ref ApiGatewayRestApi, ProviderARNs: [!GetAtt Users.Arn] } }
${sections.map(section => `  - ${section}\n`).join('')}  - extensions: { ${extensions} }
`,
    'serverless.yml',
  )

type Diagnosis = ReturnType<typeof service>
const codes = ({ findings }: Diagnosis) => findings.map(({ code }) => code)
const undecided = ({ undecided: checks }: Diagnosis) => checks.map(({ code }) => code)
const words = (term: Term | undefined) =>
  term?.kind === 'list' ? term.items.map(it => show(asText(it.term))) : term

const rest = (scopes: string, path = 'a') =>
  `http: { path: '${path}', method: get, authorizer: { type: COGNITO_USER_POOLS, authorizerId: !Ref Auth${scopes} } }`
const http = 'httpApi: { path: /a, method: get, authorizer: { name: jwt, scopes: [openid] } }'
const method = (properties: string) =>
  `Resources: { ApiGatewayMethodAGet: { Type: AWS::ApiGateway::Method, ${properties} } }`
const api = (cors: string) =>
  `Resources: { HttpApi: { Type: AWS::ApiGatewayV2::Api, Properties: { CorsConfiguration: ${cors} } } }`

describe('scopes in several places', () => {
  const scopesOf = (parts: Parts) => words(service(parts).facts.deployed.endpoints[0]?.scopes)
  const listed = (scopes: string) => `{ ${method(`Properties: { AuthorizationScopes: ${scopes} }`)} }`

  it('are merged place by place', () => {
    expect(scopesOf({ event: rest(', scopes: [phone, openid]'), sections: [listed('[email]')] })).toEqual([
      'email',
      'openid',
    ])
  })

  it('are last those of the last section', () => {
    expect(scopesOf({ event: rest(''), sections: [listed('[email]'), listed('[openid]')] })).toEqual([
      'openid',
    ])
    expect(scopesOf({ event: rest(''), sections: [listed('[email, phone]'), listed('[openid]')] })).toEqual([
      'openid',
      'phone',
    ])
  })

  it('stay where another section says something else', () => {
    const other = '{ Resources: { ApiGatewayMethodAGet: { DependsOn: Users } } }'
    expect(scopesOf({ event: rest(''), sections: [listed('[email]'), other] })).toEqual(['email'])
  })

  it('may be more than those that take the place of unknown ones', () => {
    const event = rest(', scopes: "${env:SCOPES}"')
    const { endpoints } = service({ event, sections: [listed('[email]')] }).facts.deployed
    expect(endpoints[0]?.scopes).toMatchObject({ kind: 'list', open: [{ kind: 'variable' }] })
  })

  it('are replaced by an extension, and by a function', () => {
    const extensions = 'ApiGatewayMethodAGet: { Properties: { AuthorizationScopes: [email] } }'
    expect(scopesOf({ event: rest(', scopes: [phone, openid]'), sections: [], extensions })).toEqual([
      'email',
    ])
    const split = [listed('!Split [" ", email]')]
    expect(scopesOf({ event: rest(', scopes: [phone, openid]'), sections: split })).toEqual(['email'])
  })

  it('are removed by null', () => {
    const diagnosis = service({ event: rest(', scopes: [openid]'), sections: [listed('null')] })
    expect(codes(diagnosis)).toContain('METHOD_WITHOUT_SCOPES')
  })
})

describe('the condition of a method', () => {
  const authorized = 'Properties: { AuthorizationType: COGNITO_USER_POOLS }'

  it.each([
    ['a resource', [`{ ${method(`Condition: C, ${authorized}`)} }`], ''],
    ['an extension', [], 'ApiGatewayMethodAGet: { Condition: C }'],
  ])('in %s leaves undecided whether it is there', (_, sections, extensions) => {
    expect(codes(service({ event: rest(''), sections: [] }))).toContain('METHOD_WITHOUT_SCOPES')
    const diagnosis = service({ event: rest(''), sections, extensions })
    expect(codes(diagnosis)).not.toContain('METHOD_WITHOUT_SCOPES')
    expect(undecided(diagnosis)).toContain('METHOD_WITHOUT_SCOPES')
  })
})

describe('the HTTP API', () => {
  const apisOf = ({ facts }: Diagnosis) => facts.deployed.apis
  const headersOf = (diagnosis: Diagnosis) => words(apisOf(diagnosis)[0]?.corsHeaders)

  it('is one, and not two, with a resource that has its type', () => {
    const apis = apisOf(service({ event: http, sections: [`{ ${api('{ AllowHeaders: [x] }')} }`] }))
    expect(apis.map(({ id }) => id)).toEqual(['HttpApi'])
  })

  it('keeps the headers of the provider beside other settings', () => {
    const sections = [`{ ${api('{ MaxAge: 300 }')} }`]
    const byDefault = service({ event: http, cors: 'true', sections })
    expect(headersOf(byDefault)).toContain('Authorization')
    expect(codes(byDefault)).not.toContain('CORS_HEADER_MISSING')
    const without = service({ event: http, cors: '{ allowedHeaders: [x-a] }', sections })
    expect(headersOf(without)).toEqual(['x-a'])
    expect(codes(without)).toContain('CORS_HEADER_MISSING')
  })

  it('has headers place by place', () => {
    const sections = [`{ ${api('{ AllowHeaders: [x-a] }')} }`]
    const listed = service({
      event: http,
      cors: '{ allowedHeaders: [content-type, authorization] }',
      sections,
    })
    expect(headersOf(listed)).toEqual(['x-a', 'authorization'])
    expect(codes(listed)).not.toContain('CORS_HEADER_MISSING')
    expect(undecided(service({ event: http, cors: '"${env:CORS}"', sections }))).toContain(
      'CORS_HEADER_MISSING',
    )
    const first = service({ event: http, cors: '{ allowedHeaders: [authorization] }', sections })
    expect(codes(first)).toContain('CORS_HEADER_MISSING')
  })

  it('has the headers of the framework where the provider names none', () => {
    const cors = (settings: string) => codes(service({ event: http, cors: settings, sections: [] }))
    expect(cors("{ allowedOrigins: ['https://a.example'] }")).not.toContain('CORS_HEADER_MISSING')
    expect(cors('{ allowedHeaders: [content-type] }')).toContain('CORS_HEADER_MISSING')
  })
})

it('keeps a resource that happens to be called undefined', () => {
  const own =
    '{ Resources: { undefined: { Type: AWS::ApiGateway::Method, Properties: { HttpMethod: GET, RestApiId: !Ref ApiGatewayRestApi, ResourceId: !GetAtt ApiGatewayRestApi.RootResourceId } } } }'
  const { endpoints } = service({ event: rest('', '${env:P}'), sections: [own] }).facts.deployed
  expect(endpoints.map(({ id }) => id)).toEqual(['undefined', 'list'])
})

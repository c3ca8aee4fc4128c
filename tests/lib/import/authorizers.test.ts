import { describe, expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'
import { readFiles } from '@/lib/read/read'
import { templateApi } from '@/lib/template-api'

const OTHER = "'https://acme.eu.auth0.com/'"
const POOL = "'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123'"
const guard = (id: string, issuer: string, source = '$request.header.Authorization') =>
  `  ${id}: { Type: AWS::ApiGatewayV2::Authorizer, Properties: { ApiId: !Ref Api, Name: ${id}, AuthorizerType: JWT, IdentitySource: ['${source}'], JwtConfiguration: { Issuer: ${issuer}, Audience: [abc] } } }\n`
const route = (path: string, guardId: string, scope: string) =>
  `  ${path}: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: GET /${path}, AuthorizationType: JWT, AuthorizerId: !Ref ${guardId}, AuthorizationScopes: ['${scope}'] } }\n`
const api = (...resources: readonly string[]) => [
  {
    path: 'template.yaml',
    text: `Parameters: { Tenant: { Type: String } }
Resources:
  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: orders, ProtocolType: HTTP } }
${resources.join('')}`,
  },
]

describe('an authorizer of another provider', () => {
  const TRUSTS = 'trusts https://acme.eu.auth0.com/, which is not the issuer of a user pool.'
  const files = api(
    guard('Own', POOL),
    guard('Other', OTHER),
    route('own', 'Own', 'orders/read'),
    route('short', 'Other', 'read:orders'),
    route('full', 'Other', 'orders/read'),
  )

  it('is left out of an import, with its endpoints', () => {
    const { ok, report } = importTemplate(files)
    expect(ok).toBe(true)
    expect(report.filter(({ how }) => how === 'left-out').map(({ what, why }) => `${what}: ${why}`)).toEqual([
      `endpoint GET /short: Its authorizer ${TRUSTS}`,
      `endpoint GET /full: Its authorizer ${TRUSTS}`,
      `authorizer Other: It ${TRUSTS}`,
    ])
  })

  it('gives no verdict on a token', () => {
    const alone = api(guard('Other', OTHER), route('full', 'Other', 'orders/read'))
    expect(templateApi(readFiles(alone)).notJudged).toEqual([
      { endpoint: 'GET /full', why: `Its authorizer ${TRUSTS}` },
    ])
    expect(templateApi(readFiles(files)).notJudged.map(({ endpoint }) => endpoint)).toEqual([
      'GET /short',
      'GET /full',
    ])
  })

  // A host that only a parameter gives may be that of Cognito.
  it('is not taken for one while that is not certain', () => {
    const { report } = importTemplate(api(guard('Own', "!Sub 'https://${Tenant}'"), route('a', 'Own', 'a/b')))
    expect(report.filter(({ how }) => how === 'left-out')).toEqual([])
  })
})

it.each([
  ['$request.header.Authorization', ''],
  ['$request.header.authorization', ''],
  ['$request.header.X-Token', ' It reads the token from the header Authorization.'],
  ['$request.querystring.token', ' It reads the token from the header Authorization.'],
])('the report says what changes where the token was in %s', (source, change) => {
  const { report } = importTemplate(api(guard('Own', POOL, source), route('a', 'Own', 'a/b')))
  const [entry] = report.filter(({ what }) => what === 'authorizer Own')
  expect(entry?.why).toBe(`The spec creates its own authorizer.${change}`)
})

it('the report says once what is lost of the authorizers that events write out', () => {
  const arn = 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_AbCdEf123'
  const event = (path: string, more: string) =>
    `{ http: { path: ${path}, method: get, authorizer: { arn: '${arn}', scopes: [a/b]${more} } } }`
  const text = `service: notes
provider: { name: aws, region: eu-west-1 }
functions: { list: { handler: a.b, events: [${event('a', '')}, ${event('b', ', identityValidationExpression: x')}] } }
`
  const { report } = importTemplate([{ path: 'serverless.yml', text }])
  expect(
    report.flatMap(({ what, why }) => (what.startsWith('authorizer') ? [`${what}: ${why}`] : [])),
  ).toEqual([
    'authorizers of the events: The spec creates its own authorizer. The expression for the audience is left out.',
  ])
})

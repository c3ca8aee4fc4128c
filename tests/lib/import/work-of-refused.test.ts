import { expect, it } from 'vitest'
import { importTemplate } from '@/lib/index'
import { workOf } from '../../work'

/** Methods with paths that the Serverless Framework gives no logical ID: the spec has none of them. */
const template = (count: number) => `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: n } }
  Guard: { Type: AWS::ApiGateway::Authorizer, Properties: { RestApiId: !Ref Api, Name: z, Type: COGNITO_USER_POOLS, IdentitySource: method.request.header.Authorization, ProviderARNs: [!GetAtt Users.Arn] } }
${Array.from({ length: count }, (_, i) => {
  const part = i === 0 ? 'a' : `a${i}${'a'.repeat(250)}`
  return `  R${i}: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: ${part} } }
  M${i}: { Type: AWS::ApiGateway::Method, Properties: { RestApiId: !Ref Api, ResourceId: !Ref R${i}, HttpMethod: GET, AuthorizationType: COGNITO_USER_POOLS, AuthorizerId: !Ref Guard, AuthorizationScopes: [a/b], Integration: { Type: MOCK } } }
`
}).join('')}`

it('twice as many refused endpoints are no more than twice the work', () => {
  const imported = (count: number) => importTemplate([{ path: 'a.yaml', text: template(count) }])
  const { report } = imported(5) as { report: readonly { what: string; how: string }[] }
  const left = report.filter(({ what, how }) => how === 'left-out' && what.startsWith('endpoint '))
  expect(left).toHaveLength(4)
  const [work, twice] = [40, 80].map(count => workOf(() => imported(count)))
  expect(twice).toBeLessThan(2.3 * work!)
})

import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { workOf } from '../../work'

const many = (count: number, resource: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => resource(i)).join()

const API = '"Api":{"Type":"AWS::ApiGateway::RestApi","Properties":{"Name":"x"}}'
const METHOD =
  '{"Type":"AWS::ApiGateway::Method","Properties":{"RestApiId":{"Ref":"Api"},"ResourceId":{"Fn::GetAtt":["Api","RootResourceId"]},"HttpMethod":"GET","AuthorizationType":"NONE","Integration":{"Type":"MOCK"}}}'
const CLIENT =
  '{"Type":"AWS::Cognito::UserPoolClient","Properties":{"UserPoolId":{"Ref":"Users"},"AllowedOAuthFlows":["code"],"AllowedOAuthScopes":["openid"],"CallbackURLs":["https://a.example.com"],"SupportedIdentityProviders":["COGNITO"]}}'

it.each<[string, (count: number) => string]>([
  [
    'methods that a deployment does not wait for',
    count =>
      `{"Resources":{${API},"Deployment":{"Type":"AWS::ApiGateway::Deployment","Properties":{"RestApiId":{"Ref":"Api"}}},${many(count, i => `"M${i}":${METHOD}`)}}}`,
  ],
  [
    'clients of which each has a repair',
    count =>
      `{"Resources":{"Users":{"Type":"AWS::Cognito::UserPool"},${many(count, i => `"C${i}":${CLIENT}`)}}}`,
  ],
])('twice as many %s are no more than twice the work', (_, text) => {
  const report = (count: number) => () =>
    reportOf(diagnose([{ path: 'a.json', text: text(count) }])).findings.filter(({ repair }) => repair)
  report(10)()
  const [work, twice] = [240, 480].map(count => workOf(report(count)))
  expect(twice).toBeLessThan(2.4 * work!)
})

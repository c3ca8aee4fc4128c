import { expect, it } from 'vitest'
import { diagnose } from '@/lib/doctor/diagnose'
import { reportOf } from '@/lib/doctor/report'
import { workOf } from '../../work'

const many = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join()

const client = (i: number) =>
  `"C${i}":{"Type":"AWS::Cognito::UserPoolClient","DependsOn":"Server","Properties":{"UserPoolId":{"Ref":"Users"},"GenerateSecret":true,"AllowedOAuthFlowsUserPoolClient":true,"AllowedOAuthFlows":["client_credentials"],"AllowedOAuthScopes":["a/b"]}}`
const route = (i: number) =>
  `"R${i}":{"Type":"AWS::ApiGatewayV2::Route","Properties":{"ApiId":{"Ref":"Api"},"RouteKey":"GET /a${i}","AuthorizationType":"JWT","AuthorizerId":{"Ref":"Guard"},"AuthorizationScopes":["a/b"]}}`
const template = (clients: number, routes: number) =>
  `{"Resources":{"Users":{"Type":"AWS::Cognito::UserPool"},"Server":{"Type":"AWS::Cognito::UserPoolResourceServer","Properties":{"UserPoolId":{"Ref":"Users"},"Identifier":"a","Name":"n","Scopes":[{"ScopeName":"b","ScopeDescription":"r"}]}},"Domain":{"Type":"AWS::Cognito::UserPoolDomain","Properties":{"UserPoolId":{"Ref":"Users"},"Domain":"d"}},"Api":{"Type":"AWS::ApiGatewayV2::Api","Properties":{"Name":"n","ProtocolType":"HTTP"}},"Guard":{"Type":"AWS::ApiGatewayV2::Authorizer","Properties":{"ApiId":{"Ref":"Api"},"Name":"z","AuthorizerType":"JWT","IdentitySource":["$request.header.Authorization"],"JwtConfiguration":{"Issuer":{"Fn::GetAtt":["Users","ProviderURL"]},"Audience":[${many(clients, i => `{"Ref":"C${i}"}`)}]}}},${many(clients, client)},${many(routes, route)}}}`

/** Every client may call every route, so that the pairs of the two are the least that has to be gone through. */
it('a client is looked up in an audience once, however many routes there are', () => {
  const report = (clients: number, routes: number) => () =>
    reportOf(diagnose([{ path: 'a.json', text: template(clients, routes) }]))
  report(2, 2)()
  const [few, many] = [20, 80].map(clients => workOf(report(clients, 60)) / clients)
  expect(many).toBeLessThan(1.5 * few!)
})

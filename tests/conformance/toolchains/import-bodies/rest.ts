import type { CompiledResource } from '../template'
import {
  type Document,
  exactly,
  isObject,
  isSignature,
  type Json,
  type Operation,
  only,
  readDocument,
} from './document'

type Resources = Record<string, CompiledResource>

/** The resources that API Gateway makes of the body of the REST API `id`, and the API without it. */
export function importRest(id: string, api: CompiledResource): Resources {
  const { Body, Parameters, ...properties } = api.Properties ?? {}
  if (Parameters !== undefined)
    exactly(Parameters, { endpointConfigurationTypes: 'REGIONAL' }, `${id} parameters`)
  const document = readDocument(Body)
  if (document.cors !== undefined) throw new Error(`${id} has the CORS of an HTTP API`)
  // The title is the name of an API that has no other.
  const named = { Name: document.title, ...properties }
  return {
    [id]: { ...api, Properties: named },
    ...authorizers(id, document),
    ...paths(id, document),
    ...Object.fromEntries(document.operations.map(operation => method(id, operation))),
    ...gatewayResponses(id, document),
  }
}

const authorizers = (api: string, { schemes }: Document): Resources =>
  Object.fromEntries(
    Object.entries(schemes)
      .filter(([, scheme]) => !isSignature(scheme))
      .map(([name, scheme]) => {
        const where = `scheme ${name}`
        const {
          type,
          in: place,
          name: header,
          ...extensions
        } = only(
          scheme,
          [
            'type',
            'in',
            'name',
            'description',
            'x-amazon-apigateway-authtype',
            'x-amazon-apigateway-authorizer',
          ],
          where,
        )
        exactly([type, place], ['apiKey', 'header'], where)
        exactly(extensions['x-amazon-apigateway-authtype'], 'cognito_user_pools', `${where} authtype`)
        const authorizer = only(extensions['x-amazon-apigateway-authorizer'], ['type', 'providerARNs'], where)
        exactly(authorizer.type, 'cognito_user_pools', `${where} authorizer`)
        const properties = {
          RestApiId: { Ref: api },
          Name: name,
          Type: 'COGNITO_USER_POOLS',
          IdentitySource: `method.request.header.${header}`,
          ProviderARNs: authorizer.providerARNs,
        }
        return [authorizerId(api, name), { Type: 'AWS::ApiGateway::Authorizer', Properties: properties }]
      }),
  )

const authorizerId = (api: string, scheme: string): string => `${api}Authorizer${scheme}`

function paths(api: string, { operations }: Document): Resources {
  const made: Resources = {}
  for (const { path } of operations) {
    const parts = path.split('/').slice(1).filter(Boolean)
    for (const [i, PathPart] of parts.entries())
      made[resourceId(api, parts.slice(0, i + 1))] = {
        Type: 'AWS::ApiGateway::Resource',
        Properties: { RestApiId: { Ref: api }, ParentId: resource(api, parts.slice(0, i)), PathPart },
      }
  }
  return made
}

const resourceId = (api: string, parts: readonly string[]): string => `${api} /${parts.join('/')}`

const resource = (api: string, parts: readonly string[]) =>
  parts.length === 0 ? { 'Fn::GetAtt': [api, 'RootResourceId'] } : { Ref: resourceId(api, parts) }

function method(api: string, operation: Operation): readonly [string, CompiledResource] {
  const { path, method, security, signed } = operation
  const properties = {
    RestApiId: { Ref: api },
    ResourceId: resource(api, path.split('/').slice(1).filter(Boolean)),
    HttpMethod: method,
    AuthorizationType: security ? 'COGNITO_USER_POOLS' : signed ? 'AWS_IAM' : 'NONE',
    ...(security && {
      AuthorizerId: { Ref: authorizerId(api, security.scheme) },
      ...(security.scopes.length > 0 && { AuthorizationScopes: security.scopes }),
    }),
    ...integrationOf(operation),
  }
  return [`${api} ${method} ${path}`, { Type: 'AWS::ApiGateway::Method', Properties: properties }]
}

function integrationOf({ path, method, integration, responses }: Operation): Json {
  const where = `the integration of ${method} ${path}`
  if (integration.type === 'aws_proxy') {
    const { httpMethod, uri, passthroughBehavior } = only(
      integration,
      ['type', 'httpMethod', 'uri', 'passthroughBehavior'],
      where,
    )
    return {
      Integration: {
        Type: 'AWS_PROXY',
        IntegrationHttpMethod: httpMethod,
        Uri: uri,
        ...(passthroughBehavior !== undefined && { PassthroughBehavior: passthroughBehavior }),
      },
    }
  }
  exactly(integration.type, 'mock', where)
  const mock = only(integration, ['type', 'requestTemplates', 'responses', 'passthroughBehavior'], where)
  return {
    Integration: {
      Type: 'MOCK',
      RequestTemplates: mock.requestTemplates,
      IntegrationResponses: Object.entries((mock.responses ?? {}) as Json).map(([, response]) =>
        integrationResponse(response, where),
      ),
    },
    MethodResponses: Object.entries(responses).map(([status, response]) => methodResponse(status, response)),
  }
}

function integrationResponse(value: unknown, where: string): Json {
  const { statusCode, responseParameters, responseTemplates } = only(
    value,
    ['statusCode', 'responseParameters', 'responseTemplates'],
    where,
  )
  const templates = isObject(responseTemplates) ? Object.entries(responseTemplates) : []
  // SAM answers with an empty object, which says nothing of headers.
  const telling = templates.filter(([, text]) => text !== '{}\n')
  return {
    StatusCode: String(statusCode),
    ResponseParameters: responseParameters,
    ...(telling.length > 0 && { ResponseTemplates: Object.fromEntries(telling) }),
  }
}

const methodResponse = (status: string, value: unknown): Json => {
  const { headers } = only(value, ['description', 'headers', 'content'], `response ${status}`)
  const names = Object.keys((headers ?? {}) as Json).map(name => [`method.response.header.${name}`, true])
  return { StatusCode: status, ResponseParameters: Object.fromEntries(names) }
}

const gatewayResponses = (api: string, document: Document): Resources =>
  Object.fromEntries(
    Object.entries(document.gatewayResponses).map(([type, response]) => {
      const where = `gateway response ${type}`
      const { responseParameters, responseTemplates } = only(
        response,
        ['responseParameters', 'responseTemplates'],
        where,
      )
      if (responseTemplates !== undefined) exactly(responseTemplates, {}, where)
      const properties = {
        RestApiId: { Ref: api },
        ResponseType: type,
        ResponseParameters: responseParameters,
      }
      return [`${api} ${type}`, { Type: 'AWS::ApiGateway::GatewayResponse', Properties: properties }]
    }),
  )

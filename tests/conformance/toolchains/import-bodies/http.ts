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

/** The resources that API Gateway makes of the body of the HTTP API `id`, and the API without it. */
export function importHttp(id: string, api: CompiledResource): Resources {
  const { Body, ...properties } = api.Properties ?? {}
  const document = readDocument(Body)
  if (Object.keys(document.gatewayResponses).length > 0) throw new Error(`${id} has gateway responses`)
  const cors = corsConfiguration(document.cors)
  return {
    [id]: {
      ...api,
      Properties: {
        Name: document.title,
        ProtocolType: 'HTTP',
        ...(cors && { CorsConfiguration: cors }),
        ...properties,
      },
    },
    ...authorizers(id, document),
    ...Object.assign({}, ...document.operations.map(operation => route(id, operation))),
  }
}

const CORS: Readonly<Record<string, string>> = {
  allowOrigins: 'AllowOrigins',
  allowHeaders: 'AllowHeaders',
  allowMethods: 'AllowMethods',
  allowCredentials: 'AllowCredentials',
  maxAge: 'MaxAge',
}

const corsConfiguration = (cors: unknown): Json | undefined =>
  cors === undefined
    ? undefined
    : Object.fromEntries(
        Object.entries(only(cors, Object.keys(CORS), 'x-amazon-apigateway-cors')).map(([key, value]) => [
          CORS[key],
          value,
        ]),
      )

const authorizers = (api: string, { schemes }: Document): Resources =>
  Object.fromEntries(
    Object.entries(schemes)
      .filter(([, scheme]) => !isSignature(scheme))
      .map(([name, scheme]) => {
        const where = `scheme ${name}`
        const { type, ...extensions } = only(
          scheme,
          ['type', 'description', 'flows', 'x-amazon-apigateway-authorizer'],
          where,
        )
        exactly(type, 'oauth2', where)
        const authorizer = only(
          extensions['x-amazon-apigateway-authorizer'],
          ['type', 'identitySource', 'jwtConfiguration'],
          where,
        )
        exactly(authorizer.type, 'jwt', where)
        const { issuer, audience } = only(authorizer.jwtConfiguration, ['issuer', 'audience'], where)
        const properties = {
          ApiId: { Ref: api },
          Name: name,
          AuthorizerType: 'JWT',
          IdentitySource: [authorizer.identitySource],
          JwtConfiguration: { Issuer: issuer, Audience: audience },
        }
        return [authorizerId(api, name), { Type: 'AWS::ApiGatewayV2::Authorizer', Properties: properties }]
      }),
  )

const authorizerId = (api: string, scheme: string): string => `${api}Authorizer${scheme}`

/** One route, with an integration of its own as the import makes it. */
function route(api: string, { path, method, integration, security, signed }: Operation): Resources {
  const key = `${method} ${path}`
  const { type, httpMethod, uri, payloadFormatVersion } = only(
    integration,
    ['type', 'httpMethod', 'uri', 'payloadFormatVersion', 'connectionType'],
    `the integration of ${key}`,
  )
  if (!isObject(uri) && typeof uri !== 'string') throw new Error(`${key} calls ${JSON.stringify(uri)}`)
  exactly([type, httpMethod], ['aws_proxy', 'POST'], `the integration of ${key}`)
  const integrationId = `${api} integration of ${key}`
  return {
    [integrationId]: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId: { Ref: api },
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: uri,
        PayloadFormatVersion: payloadFormatVersion,
      },
    },
    [`${api} ${key}`]: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        ApiId: { Ref: api },
        RouteKey: key,
        AuthorizationType: security ? 'JWT' : signed ? 'AWS_IAM' : 'NONE',
        ...(security && {
          AuthorizerId: { Ref: authorizerId(api, security.scheme) },
          ...(security.scopes.length > 0 && { AuthorizationScopes: security.scopes }),
        }),
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: integrationId }]] },
      },
    },
  }
}

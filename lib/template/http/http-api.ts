import { child } from '../../document/field-path'
import type { Api, Endpoint, LambdaFunction, Model } from '../../model/model'
import { keyOf } from '../key'
import { stage, staged } from '../stage'
import type { Resource } from '../template'
import { issuer } from '../user-pool'
import { annotate, fromField, getAtt, type Mapping, ref, sub } from '../value'

export const API = 'Api'
export const AUTHORIZER = 'Authorizer'

export const httpApi = (api: Api, endpoints: readonly Endpoint[]): Resource => {
  const methods = allowedMethods(endpoints)
  return {
    logicalId: API,
    type: 'AWS::ApiGatewayV2::Api',
    key: keyOf('HttpApi', api.name, api.cors?.allowOrigins, api.cors && methods),
    body: () => ({
      note: { field: api.field },
      properties: {
        Name: staged(child(api.field, 'name'), api.name),
        ProtocolType: fromField(child(api.field, 'type'), 'HTTP'),
        ...(api.cors && cors(api.cors, methods)),
      },
    }),
  }
}

const cors = ({ field, allowOrigins }: NonNullable<Api['cors']>, methods: readonly string[]): Mapping => ({
  CorsConfiguration: fromField(field, {
    AllowOrigins: fromField(
      child(field, 'allowOrigins'),
      allowOrigins.map((origin, i) => fromField(child(field, 'allowOrigins', i), origin)),
    ),
    AllowHeaders: ['authorization', 'content-type'],
    AllowMethods: methods,
  }),
})

const allowedMethods = (endpoints: readonly Endpoint[]): readonly string[] => {
  const methods = new Set(endpoints.map(({ method }) => method))
  return methods.has('ANY') ? ['*'] : [...methods, 'OPTIONS']
}

export const jwtAuthorizer = ({ userPool, clients }: Model): Resource => ({
  logicalId: AUTHORIZER,
  type: 'AWS::ApiGatewayV2::Authorizer',
  key: keyOf(
    'JwtAuthorizer',
    userPool.source,
    userPool.id,
    clients.map(({ id }) => id),
  ),
  body: () => ({
    note: { field: 'userPool' },
    properties: {
      ApiId: ref(API),
      Name: fromField('stage', sub`${stage}-cognito`),
      AuthorizerType: annotate('JWT', {
        comment: 'REQUEST would mean a Lambda authorizer, which knows nothing of scopes',
      }),
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Issuer: issuer(userPool),
        Audience: annotate(
          clients.map(({ field, id }) => fromField(field, ref(id))),
          {
            field: 'clients',
            comment:
              'An access token has no aud, so API Gateway looks for its client_id here: every client is listed',
          },
        ),
      },
    },
  }),
})

/** One for each function: its endpoints share it. */
export const integration = (node: LambdaFunction): Resource => ({
  logicalId: integrationId(node),
  type: 'AWS::ApiGatewayV2::Integration',
  key: keyOf('Integration', node.id, node.field),
  body: () => ({
    note: { field: node.field },
    properties: {
      ApiId: ref(API),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: getAtt(node.id, 'Arn'),
      PayloadFormatVersion: annotate('2.0', { quoted: true }),
    },
  }),
})

export const integrationId = (node: LambdaFunction): string => `${node.id}Integration`

/** Every change is live at once: an HTTP API needs no deployment of its own. */
export const defaultStage: Resource = {
  logicalId: 'ApiStage',
  type: 'AWS::ApiGatewayV2::Stage',
  key: 'DefaultStage',
  body: () => ({
    note: { field: 'api' },
    properties: { ApiId: ref(API), StageName: '$default', AutoDeploy: true },
  }),
}

import { child, type FieldPath } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Api, Endpoint, LambdaFunction, Model } from '../../model/model'
import { stage, staged } from '../stage'
import { type Body, type Resource, resource } from '../template'
import { issuer } from '../user-pool'
import {
  type Annotated,
  annotate,
  fromField,
  getAtt,
  type Intrinsic,
  itemsOf,
  type Mapping,
  ref,
  sub,
} from '../value'

export const API = 'Api'
export const AUTHORIZER = 'Authorizer'

type HttpApiInputs = Pick<Api, 'field' | 'name' | 'cors'> & {
  readonly allowedMethods: readonly string[] | undefined
}

export const httpApi = ({ field, name, cors }: Api, endpoints: readonly Endpoint[]): Resource =>
  resource(
    API,
    'AWS::ApiGatewayV2::Api',
    { field, name, cors, allowedMethods: cors && allowedMethods(endpoints) },
    apiBody,
  )

const apiBody = ({ field, name, cors, allowedMethods = [] }: HttpApiInputs): Body => ({
  note: { field },
  properties: {
    Name: staged(child(field, 'name'), name),
    ProtocolType: fromField(child(field, 'type'), 'HTTP'),
    ...(cors && corsConfiguration(cors, allowedMethods)),
  },
})

export const corsConfiguration = (
  { field, allowOrigins }: NonNullable<Api['cors']>,
  methods: readonly string[],
): Mapping => ({
  CorsConfiguration: fromField(field, {
    AllowOrigins: fromField(
      child(field, 'allowOrigins'),
      itemsOf(child(field, 'allowOrigins'), allowOrigins),
    ),
    AllowHeaders: ['authorization', 'content-type'],
    AllowMethods: methods,
  }),
})

export const allowedMethods = (endpoints: readonly Endpoint[]): readonly string[] => {
  const methods = new Set(endpoints.map(({ method }) => method))
  return methods.has('ANY') ? ['*'] : [...methods, 'OPTIONS']
}

type JwtAuthorizerInputs = {
  readonly issuer: Intrinsic
  readonly clients: readonly { readonly field: FieldPath; readonly id: string }[]
  readonly additionalAudiences: readonly string[]
}

export const jwtAuthorizer = ({ api, userPool, clients }: Model): Resource =>
  resource(
    AUTHORIZER,
    'AWS::ApiGatewayV2::Authorizer',
    {
      issuer: issuer(userPool),
      clients: clients.map(({ field, id }) => ({ field, id })),
      additionalAudiences: api.additionalAudiences,
    },
    authorizerBody,
  )

const authorizerBody = ({ issuer, clients, additionalAudiences }: JwtAuthorizerInputs): Body => ({
  note: { field: 'userPool' },
  properties: {
    ApiId: ref(API),
    Name: fromField('stage', sub`${stage}-cognito`),
    AuthorizerType: annotate('JWT', {
      comment: 'REQUEST would be a Lambda authorizer, which does not check scopes',
    }),
    IdentitySource: ['$request.header.Authorization'],
    JwtConfiguration: {
      Issuer: issuer,
      Audience: annotate(
        [
          ...clients.map(({ field, id }) => fromField(field, ref(id))),
          ...boundAudiences(additionalAudiences),
        ],
        {
          field: 'clients',
          comment:
            'Access tokens have no aud, so API Gateway looks for their client_id here. Every client is listed.',
        },
      ),
    },
  },
})

/** Audiences besides the client IDs, as items of the authorizer's list. */
export const boundAudiences = (additionalAudiences: readonly string[]): readonly Annotated[] =>
  additionalAudiences.map((audience, i) =>
    annotate(audience, {
      field: child('api', 'additionalAudiences', i),
      quoted: true,
      comment:
        i === 0
          ? 'For access tokens that were requested with resource=: they have an aud, and only that is compared'
          : undefined,
    }),
  )

type IntegrationInputs = Pick<LambdaFunction, 'field'> & { readonly functionId: string }

/** The integration of one function, which all its endpoints share. */
export const integration = memoizeNode(
  ({ id, field }: LambdaFunction): Resource =>
    resource(integrationId(id), 'AWS::ApiGatewayV2::Integration', { field, functionId: id }, integrationBody),
)

const integrationBody = ({ field, functionId }: IntegrationInputs): Body => ({
  note: { field },
  properties: {
    ApiId: ref(API),
    IntegrationType: 'AWS_PROXY',
    IntegrationUri: getAtt(functionId, 'Arn'),
    PayloadFormatVersion: annotate('2.0', { quoted: true }),
  },
})

/** Logical ID of the integration of the function with this logical ID. */
export const integrationId = (functionId: string): string => `${functionId}Integration`

const stageBody = (): Body => ({
  note: { field: 'api' },
  properties: { ApiId: ref(API), StageName: '$default', AutoDeploy: true },
})

/** The default stage. It deploys every change itself, so an HTTP API needs no deployment resource. */
export const defaultStage: Resource = resource('ApiStage', 'AWS::ApiGatewayV2::Stage', {}, stageBody)

import { child } from '../../document/field-path'
import type { Api, Model } from '../../model/model'
import { allowedMethods, boundAudiences, corsConfiguration } from '../../template/http/http-api'
import { allowedOrigin } from '../../template/rest/gateway-response'
import { ALLOWED_HEADERS } from '../../template/rest/preflight'
import { stage, staged } from '../../template/stage'
import { type Body, type Resource, resource } from '../../template/template'
import { issuer, userPoolArn } from '../../template/user-pool'
import { annotate, fromField, type Intrinsic, type Mapping, ref } from '../../template/value'
import { AUTHORIZER } from './names'
import { bodyComponents, needsBody } from './rest-body'

type Cors = NonNullable<Api['cors']>

type RestInputs = Pick<Api, 'field' | 'name' | 'cors'> & {
  readonly hasBody: boolean
  /** `components` of the body. */
  readonly components: Mapping | undefined
  /** Absent without an authorizer. */
  readonly userPoolArn: Intrinsic | undefined
}

type HttpInputs = Pick<Api, 'field' | 'name' | 'cors'> & {
  readonly methods: readonly string[]
  /** Absent without an authorizer. */
  readonly issuer: Intrinsic | undefined
  readonly clientIds: readonly string[]
  readonly additionalAudiences: readonly string[]
  readonly hasIam: boolean
}

/** The API with its authorizer. The entries of `DefinitionBody.paths`, if it has one, follow after it. */
export function samApi(model: Model): Resource {
  const { api, userPool, clients, endpoints } = model
  const { field, name, cors, hasAuthorizer } = api
  if (api.type === 'rest')
    return resource(
      'Api',
      'AWS::Serverless::Api',
      {
        field,
        name,
        cors,
        hasBody: needsBody(api),
        components: bodyComponents(model),
        userPoolArn: hasAuthorizer ? userPoolArn(userPool) : undefined,
      },
      restApi,
    )
  return resource(
    'Api',
    'AWS::Serverless::HttpApi',
    {
      field,
      name,
      cors,
      methods: cors ? allowedMethods(endpoints) : [],
      issuer: hasAuthorizer ? issuer(userPool) : undefined,
      clientIds: hasAuthorizer ? clients.map(({ id }) => id) : [],
      additionalAudiences: hasAuthorizer ? api.additionalAudiences : [],
      hasIam: endpoints.some(({ auth }) => auth === 'iam'),
    },
    httpApi,
  )
}

const restApi = ({ field, name, cors, hasBody, components, userPoolArn: arn }: RestInputs): Body => ({
  note: { field },
  properties: {
    Name: staged(child(field, 'name'), name),
    StageName: fromField('stage', annotate(stage, {})),
    EndpointConfiguration: fromField(child(field, 'type'), { Type: 'REGIONAL' }),
    OpenApiVersion: annotate('3.0.1', {
      quoted: true,
      comment: 'Without this property SAM also makes a stage with the name "Stage"',
    }),
    Auth: arn && fromField('userPool', restAuth(arn)),
    ...(cors && restCors(cors)),
    ...(hasBody && {
      MergeDefinitions: fromField('api.cors', annotate(true, { comment: WHY_BODY })),
      DefinitionBody: fromField('api.cors', {
        openapi: annotate('3.0.1', { quoted: true }),
        info: { title: staged(child(field, 'name'), name), version: annotate('1.0', { quoted: true }) },
        components: components && fromField('endpoints', components),
      }),
    }),
  },
})

const WHY_BODY =
  'A header contains one origin, and Cors would send them all in it. These preflights answer with the origin\n' +
  'of the caller; SAM adds the events of the functions below.'

const restAuth = (arn: Intrinsic): Mapping => ({
  DefaultAuthorizer: annotate(AUTHORIZER, {
    comment: 'An event that says nothing about Auth is not public: it requires an ID token',
  }),
  AddDefaultAuthorizerToCorsPreflight: annotate(false, {
    comment: 'Browsers send no token with a preflight: the authorizer would answer 401 to all of them',
  }),
  Authorizers: { [AUTHORIZER]: { UserPoolArn: arn } },
})

function restCors(cors: Cors): Mapping {
  const { field, allowOrigins } = cors
  const headers = {
    Headers: {
      'Access-Control-Allow-Origin': fromField(child(field, 'allowOrigins'), allowedOrigin(allowOrigins)),
    },
  }
  return {
    Cors:
      allowOrigins.length > 1
        ? undefined
        : fromField(field, {
            AllowOrigin: fromField(child(field, 'allowOrigins', 0), `'${allowOrigins[0]}'`),
            AllowHeaders: `'${ALLOWED_HEADERS}'`,
          }),
    GatewayResponses: annotate(
      {
        DEFAULT_4XX: { ResponseParameters: headers },
        DEFAULT_5XX: { ResponseParameters: headers },
      },
      { field, comment: 'Without its own CORS header a 401 looks like a network error in the browser' },
    ),
  }
}

const httpApi = (inputs: HttpInputs): Body => ({
  note: { field: inputs.field },
  properties: {
    Name: staged(child(inputs.field, 'name'), inputs.name),
    ...(inputs.cors && corsConfiguration(inputs.cors, inputs.methods)),
    Auth: inputs.issuer || inputs.hasIam ? fromField('userPool', httpAuth(inputs)) : undefined,
  },
})

const httpAuth = ({ issuer: iss, hasIam, clientIds, additionalAudiences }: HttpInputs): Mapping => ({
  EnableIamAuthorizer: hasIam ? fromField('endpoints', true) : undefined,
  ...(iss && {
    DefaultAuthorizer: annotate(AUTHORIZER, {
      comment:
        'An event that says nothing about Auth is not public: it requires a token of the clients below',
    }),
    Authorizers: {
      [AUTHORIZER]: {
        IdentitySource: '$request.header.Authorization',
        JwtConfiguration: {
          issuer: iss,
          audience: annotate(
            [
              ...clientIds.map((id, i) => fromField(child('clients', i), ref(id))),
              ...boundAudiences(additionalAudiences),
            ],
            {
              field: 'clients',
              comment:
                'An access token has no aud, so API Gateway looks for its client_id here: every client is listed',
            },
          ),
        },
      },
    },
  }),
})

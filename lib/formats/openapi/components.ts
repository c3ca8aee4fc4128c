import { isGovCloudRegion } from '../../aws/regions'
import { child } from '../../document/field-path'
import type { Api, Grant, Model } from '../../model/model'
import { allowedMethods, boundAudiences } from '../../template/http/http-api'
import { allowedOrigin } from '../../template/rest/gateway-response'
import { issuer, userPoolArn } from '../../template/user-pool'
import { annotate, fromField, itemsOf, type Mapping, ref } from '../../template/value'
import { IAM_SCHEME, SCHEME } from './operation'

/** The security scheme, and what API Gateway needs of the whole document. */
export const components = (model: Model): Mapping => ({
  components: hasSchemes(model) ? { securitySchemes: securitySchemes(model) } : undefined,
  ...(model.api.cors && ofApi(model, model.api.cors)),
})

const hasIam = ({ endpoints }: Model): boolean => endpoints.some(({ auth }) => auth === 'iam')

const hasSchemes = (model: Model): boolean => model.api.hasAuthorizer || hasIam(model)

const securitySchemes = (model: Model): Mapping => ({
  [SCHEME]: model.api.hasAuthorizer
    ? model.api.type === 'rest'
      ? restScheme(model)
      : httpScheme(model)
    : undefined,
  [IAM_SCHEME]: hasIam(model) ? IAM : undefined,
})

/** OpenAPI has no type for Signature Version 4. API Gateway reads the extension. */
const IAM: Mapping = {
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'awsSigv4',
}

/** OpenAPI 3.0 has no scopes for an API key. API Gateway reads them there, and has no other scheme for user pools. */
const restScheme = ({ userPool }: Model): Mapping => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'cognito_user_pools',
  'x-amazon-apigateway-authorizer': {
    type: 'cognito_user_pools',
    providerARNs: fromField('userPool', [userPoolArn(userPool)]),
  },
})

const httpScheme = (model: Model): Mapping => ({
  type: 'oauth2',
  flows: annotate(flows(model), {
    comment:
      model.userPool.source === 'existing' && model.userPool.domain === undefined
        ? `Put the domain of the user pool in place of ${UNKNOWN_DOMAIN}`
        : undefined,
  }),
  'x-amazon-apigateway-authorizer': {
    type: 'jwt',
    identitySource: '$request.header.Authorization',
    jwtConfiguration: {
      issuer: fromField('userPool', issuer(model.userPool)),
      audience: annotate(
        [
          ...model.clients.map(({ field, id }) => fromField(field, ref(id))),
          ...boundAudiences(model.api.additionalAudiences),
        ],
        {
          field: 'clients',
          comment:
            'An access token has no aud, so API Gateway looks for its client_id here: every client is listed',
        },
      ),
    },
  },
})

const FLOWS: Readonly<Record<Grant, string>> = {
  authorization_code: 'authorizationCode',
  implicit: 'implicit',
  client_credentials: 'clientCredentials',
}

/** How clients get tokens. OpenAPI needs one flow at least, with its URLs. */
function flows(model: Model): Mapping {
  const host = domain(model)
  const authorizationUrl = `https://${host}/oauth2/authorize`
  const tokenUrl = `https://${host}/oauth2/token`
  const used = (['authorization_code', 'implicit', 'client_credentials'] as const).filter(grant =>
    model.clients.some(({ grants }) => grants.includes(grant)),
  )
  return Object.fromEntries(
    used.map(grant => [
      FLOWS[grant],
      {
        ...(grant !== 'client_credentials' && { authorizationUrl }),
        ...(grant !== 'implicit' && { tokenUrl }),
        scopes: scopesOf(model, grant),
      },
    ]),
  )
}

const scopesOf = ({ clients }: Model, grant: Grant): Mapping =>
  Object.fromEntries(
    clients
      .filter(({ grants }) => grants.includes(grant))
      .flatMap(({ scopes }) => scopes)
      .map(({ fullScope, scope }) => [
        fullScope,
        scope ? fromField(child(scope.field, 'description'), scope.description) : 'Defined by Cognito',
      ]),
  )

/** Stands for a domain that the spec does not give (RFC 2606). */
const UNKNOWN_DOMAIN = 'user-pool-domain.example'

/** Host of the pool's domain at the spec's own stage: these URLs are for people and code generators. */
function domain({ userPool: pool, stage, region }: Model): string {
  if (pool.source === 'existing') return pool.domain ?? UNKNOWN_DOMAIN
  const auth = isGovCloudRegion(region) ? 'auth-fips' : 'auth'
  return `${stage}-${pool.domainPrefix}.${auth}.${region}.amazoncognito.com`
}

function ofApi({ api, endpoints }: Model, { field, allowOrigins }: NonNullable<Api['cors']>): Mapping {
  if (api.type === 'rest') {
    const header = 'gatewayresponse.header.Access-Control-Allow-Origin'
    const response = { responseParameters: { [header]: allowedOrigin(allowOrigins) } }
    return {
      'x-amazon-apigateway-gateway-responses': annotate(
        { DEFAULT_4XX: response, DEFAULT_5XX: response },
        {
          field: child(field, 'allowOrigins'),
          comment: 'Without its own CORS header a 401 looks like a network error in the browser',
        },
      ),
    }
  }
  return {
    'x-amazon-apigateway-cors': fromField(field, {
      allowOrigins: fromField(
        child(field, 'allowOrigins'),
        itemsOf(child(field, 'allowOrigins'), allowOrigins),
      ),
      allowHeaders: ['authorization', 'content-type'],
      allowMethods: allowedMethods(endpoints),
    }),
  }
}

import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Api, Auth, Endpoint, LambdaFunction, Model } from '../../model/model'
import { isTokenAuth } from '../../model/token-auth'
import { allowedMethods } from '../../template/http/http-api'
import { attribute, nested, note, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import {
  clientAddress,
  functionAddress,
  issuer,
  label,
  type ScopeInput,
  scopeExpressions,
  scopeInputs,
  staged,
  strings,
} from './names'
import { list, resource } from './paragraph'

export const HTTP_API = 'aws_apigatewayv2_api.main'
const AUTHORIZER = 'aws_apigatewayv2_authorizer.cognito'

type HttpInputs = Pick<Api, 'field' | 'name' | 'cors'> & {
  readonly methods: readonly string[]
  /** Absent without an authorizer. */
  readonly issuer: string | undefined
  readonly clientIds: readonly string[]
  readonly additionalAudiences: readonly string[]
}

/** The API, its authorizer and its stage. */
export const httpApi = ({ api, clients, endpoints, userPool }: Model): Block =>
  block(
    {
      field: api.field,
      name: api.name,
      cors: api.cors,
      methods: api.cors ? allowedMethods(endpoints) : [],
      issuer: api.hasAuthorizer ? issuer(userPool) : undefined,
      clientIds: api.hasAuthorizer ? clients.map(({ id }) => id) : [],
      additionalAudiences: api.hasAuthorizer ? api.additionalAudiences : [],
    },
    apiLines,
  )

const apiLines = ({
  field,
  name,
  cors,
  methods,
  issuer: iss,
  clientIds,
  additionalAudiences,
}: HttpInputs): Line[] => [
  ...resource(field, HTTP_API, [
    attribute('name', staged(name), child(field, 'name')),
    attribute('protocol_type', '"HTTP"', child(field, 'type')),
    cors &&
      nested(
        'cors_configuration',
        [
          list(
            'allow_origins',
            child(cors.field, 'allowOrigins'),
            strings(child(cors.field, 'allowOrigins'), cors.allowOrigins),
          ),
          attribute('allow_headers', '["authorization", "content-type"]'),
          attribute('allow_methods', `[${methods.map(quote).join(', ')}]`),
        ],
        cors.field,
      ),
  ]),
  ...(iss === undefined ? [] : authorizer(iss, clientIds, additionalAudiences)),
  ...resource('api', 'aws_apigatewayv2_stage.main', [
    attribute('api_id', `${HTTP_API}.id`),
    attribute('name', '"$default"'),
    attribute('auto_deploy', 'true'),
  ]),
]

const authorizer = (
  iss: string,
  clientIds: readonly string[],
  additionalAudiences: readonly string[],
): Line[] =>
  resource('userPool', AUTHORIZER, [
    attribute('api_id', `${HTTP_API}.id`),
    attribute('name', staged('cognito'), 'stage'),
    note('REQUEST would make a Lambda authorizer, which cannot check scopes'),
    attribute('authorizer_type', '"JWT"'),
    attribute('identity_sources', '["$request.header.Authorization"]'),
    nested('jwt_configuration', [
      attribute('issuer', `"${iss}"`),
      note(
        'An access token has no aud, so API Gateway looks for its client_id here: every client is listed',
        'clients',
      ),
      additionalAudiences.length === 0
        ? undefined
        : note(
            'A token that was requested with resource= has an aud, and only that is compared: it is listed too',
            'api.additionalAudiences',
          ),
      list('audience', 'clients', [
        ...clientIds.map((id, i) => ({ text: `${clientAddress(id)}.id`, field: child('clients', i) })),
        ...strings(child('api', 'additionalAudiences'), additionalAudiences),
      ]),
    ]),
  ])

/** One for each function: its endpoints share it. */
export const integration = memoizeNode(
  ({ id, field }: LambdaFunction): Block => block({ id, field }, integrationLines),
)

const integrationLines = ({ id, field }: Pick<LambdaFunction, 'id' | 'field'>): Line[] =>
  resource(field, integrationAddress(id), [
    attribute('api_id', `${HTTP_API}.id`),
    attribute('integration_type', '"AWS_PROXY"'),
    attribute('integration_uri', `${functionAddress(id)}.invoke_arn`),
    attribute('payload_format_version', '"2.0"'),
  ])

const integrationAddress = (id: string): string => `aws_apigatewayv2_integration.${label(id, 'Function')}`

type RouteInputs = Pick<Endpoint, 'id' | 'field' | 'method' | 'path' | 'auth'> & {
  readonly scopes: readonly ScopeInput[]
  readonly functionId: string
  readonly explained: boolean
}

/** One endpoint. `explained`: it is the first with its `auth`. */
export const route = memoizeNode(
  (endpoint: Endpoint, explained: boolean): Block =>
    block(
      {
        id: endpoint.id,
        field: endpoint.field,
        method: endpoint.method,
        path: endpoint.path,
        auth: endpoint.auth,
        scopes: scopeInputs(endpoint.scopes),
        functionId: endpoint.function.id,
        explained,
      },
      routeLines,
    ),
)

function routeLines({ id, field, method, path, auth, scopes, functionId, explained }: RouteInputs): Line[] {
  const at = (key: string) => child(field, key)
  const why = explained ? WHY[auth] : undefined
  return resource(field, `aws_apigatewayv2_route.${label(id, 'Method')}`, [
    attribute('api_id', `${HTTP_API}.id`),
    attribute('route_key', quote(`${method} ${path}`), at('path')),
    attribute('target', target(functionId), at('handler')),
    attribute('authorization_type', AUTHORIZATION[auth], at('auth')),
    !isTokenAuth(auth) ? undefined : attribute('authorizer_id', `${AUTHORIZER}.id`, at('auth')),
    why === undefined ? undefined : note(why, at('auth')),
    list('authorization_scopes', at('scopes'), scopeExpressions(scopes)),
  ])
}

const target = (functionId: string): string => `"integrations/\${${integrationAddress(functionId)}.id}"`

/** `ANY` receives preflights too, and its authorizer would answer them with 401: they get a route of their own. */
export const preflightRoute = memoizeNode(
  (endpoint: Endpoint, explained: boolean): Block =>
    block(
      {
        id: endpoint.id,
        field: endpoint.field,
        path: endpoint.path,
        functionId: endpoint.function.id,
        explained,
      },
      preflightLines,
    ),
)

type PreflightInputs = Pick<RouteInputs, 'id' | 'field' | 'path' | 'functionId' | 'explained'>

const preflightLines = ({ id, field, path, functionId, explained }: PreflightInputs): Line[] =>
  resource(
    'api.cors',
    `aws_apigatewayv2_route.${label(id, 'Method')}_preflight`,
    [
      attribute('api_id', `${HTTP_API}.id`),
      attribute('route_key', quote(`OPTIONS ${path}`), child(field, 'path')),
      attribute('target', target(functionId), child(field, 'handler')),
      attribute('authorization_type', '"NONE"'),
    ],
    explained
      ? 'Browsers send no token with a preflight, so the authorizer of ANY would answer it with 401'
      : undefined,
  )

const AUTHORIZATION: Readonly<Record<Auth, string>> = {
  access_token: '"JWT"',
  id_token: '"JWT"',
  iam: '"AWS_IAM"',
  none: '"NONE"',
}

/** Comment on why `auth` is printed this way, for the first route of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'With scopes the route requires an access token that carries any one of them.\n' +
    'Without this argument it would accept every token of the clients above, ID tokens too.',
  id_token:
    'No authorization_scopes here, as an ID token has none: every token of the clients above is accepted, because\n' +
    'a JWT authorizer does not distinguish an ID token from an access token.',
  iam:
    'Requests must be signed with AWS credentials that allow execute-api:Invoke.\n' +
    'No token gives access here: the authorizer is not asked.',
  none: undefined,
}

import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Auth, Endpoint } from '../../model/model'
import { type Body, type Resource, resource } from '../template'
import { type Annotated, annotate, fromField, itemsOf, type Mapping, ref, sub } from '../value'
import { API, AUTHORIZER, integrationId } from './http-api'

/** Explains the authorization of a route, at the first route of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'The route requires an access token with at least one of these scopes.\n' +
    'Without this property it would accept every token of the clients above, including ID tokens.',
  id_token:
    'No AuthorizationScopes, because ID tokens have no scopes. Every token of the clients above is accepted:\n' +
    'a JWT authorizer does not distinguish ID tokens from access tokens.',
  iam:
    'Requests must be signed with AWS credentials that allow execute-api:Invoke.\n' +
    'No token gives access here: the authorizer is not asked.',
  none: undefined,
}

type PreflightInputs = Pick<Endpoint, 'field' | 'path'> & {
  readonly functionId: string
  readonly explained: boolean
}

type RouteInputs = PreflightInputs &
  Pick<Endpoint, 'method' | 'auth'> & { readonly fullScopes: readonly string[] }

/** The route of one endpoint. `explained`: it is the first with its `auth`. */
export const route = memoizeNode(
  (endpoint: Endpoint, explained: boolean): Resource =>
    resource(
      endpoint.id,
      'AWS::ApiGatewayV2::Route',
      {
        field: endpoint.field,
        method: endpoint.method,
        path: endpoint.path,
        auth: endpoint.auth,
        fullScopes: endpoint.scopes.map(({ fullScope }) => fullScope),
        functionId: endpoint.function.id,
        explained,
      },
      routeBody,
    ),
)

const routeBody = (inputs: RouteInputs): Body => ({
  note: { field: inputs.field },
  properties: {
    ApiId: ref(API),
    RouteKey: fromField(child(inputs.field, 'path'), `${inputs.method} ${inputs.path}`),
    ...authorization(inputs),
    Target: target(inputs),
  },
})

/** `ANY` includes preflights, which the authorizer would answer with 401: they get a route of their own. */
export const preflightRoute = memoizeNode(
  (endpoint: Endpoint, explained: boolean): Resource =>
    resource(
      `${endpoint.id}Options`,
      'AWS::ApiGatewayV2::Route',
      { field: endpoint.field, path: endpoint.path, functionId: endpoint.function.id, explained },
      preflightBody,
    ),
)

const preflightBody = (inputs: PreflightInputs): Body => ({
  note: { field: 'api.cors' },
  properties: {
    ApiId: ref(API),
    RouteKey: annotate(`OPTIONS ${inputs.path}`, {
      field: child(inputs.field, 'path'),
      comment: inputs.explained
        ? 'Browsers send preflight requests without a token, so the authorizer of ANY would answer them with 401'
        : undefined,
    }),
    AuthorizationType: 'NONE',
    Target: target(inputs),
  },
})

const target = ({ field, functionId }: PreflightInputs): Annotated =>
  fromField(child(field, 'handler'), sub`integrations/${ref(integrationId(functionId))}`)

function authorization({ field, auth, fullScopes, explained }: RouteInputs): Mapping {
  const at = child(field, 'auth')
  const comment = explained ? WHY[auth] : undefined
  switch (auth) {
    case 'none':
      return { AuthorizationType: fromField(at, 'NONE') }
    case 'iam':
      return { AuthorizationType: annotate('AWS_IAM', { field: at, comment }) }
    case 'id_token':
      return {
        AuthorizationType: annotate('JWT', { field: at, comment }),
        AuthorizerId: fromField(at, ref(AUTHORIZER)),
      }
    case 'access_token':
      return {
        AuthorizationType: fromField(at, 'JWT'),
        AuthorizerId: fromField(at, ref(AUTHORIZER)),
        AuthorizationScopes: annotate(itemsOf(child(field, 'scopes'), fullScopes), {
          field: child(field, 'scopes'),
          quoted: true,
          comment,
        }),
      }
  }
}

import { child } from '../../document/field-path'
import type { Auth, Endpoint } from '../../model/model'
import { keyOf } from '../key'
import type { Resource } from '../template'
import { annotate, fromField, type Mapping, ref, sub } from '../value'
import { API, AUTHORIZER, integrationId } from './http-api'

/** Why `auth` is printed as it is; said at the first route of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'With scopes the route wants an access token that carries any one of them.\n' +
    'Without this property it would let in every token of the clients above, ID tokens too.',
  id_token:
    'No AuthorizationScopes here, as an ID token has none: every token of the clients above is let in,\n' +
    'because a JWT authorizer does not tell an ID token from an access token.',
  none: undefined,
}

/** One endpoint. `explained`: it is the first with its `auth`. */
export const route = (endpoint: Endpoint, explained: boolean): Resource => ({
  logicalId: endpoint.id,
  type: 'AWS::ApiGatewayV2::Route',
  key: keyOf(
    'Route',
    endpoint.id,
    endpoint.field,
    endpoint.method,
    endpoint.path,
    endpoint.auth,
    endpoint.scopes.map(({ fullScope }) => fullScope),
    endpoint.function.id,
    explained,
  ),
  body: () => ({
    note: { field: endpoint.field },
    properties: {
      ApiId: ref(API),
      RouteKey: fromField(child(endpoint.field, 'path'), `${endpoint.method} ${endpoint.path}`),
      ...authorization(endpoint, explained ? WHY[endpoint.auth] : undefined),
      Target: target(endpoint),
    },
  }),
})

/** `ANY` catches preflights too, and an authorizer would answer them with 401: they get a route of their own. */
export const preflightRoute = (endpoint: Endpoint, explained: boolean): Resource => ({
  logicalId: `${endpoint.id}Options`,
  type: 'AWS::ApiGatewayV2::Route',
  key: keyOf('OptionsRoute', endpoint.id, endpoint.field, endpoint.path, endpoint.function.id, explained),
  body: () => ({
    note: { field: 'api.cors' },
    properties: {
      ApiId: ref(API),
      RouteKey: annotate(`OPTIONS ${endpoint.path}`, {
        field: child(endpoint.field, 'path'),
        comment: explained
          ? 'Browsers send no token with a preflight, and ANY would hand it to the authorizer: 401'
          : undefined,
      }),
      AuthorizationType: 'NONE',
      Target: target(endpoint),
    },
  }),
})

const target = (endpoint: Endpoint) =>
  fromField(child(endpoint.field, 'handler'), sub`integrations/${ref(integrationId(endpoint.function))}`)

function authorization({ field, auth, scopes }: Endpoint, comment: string | undefined): Mapping {
  const at = child(field, 'auth')
  switch (auth) {
    case 'none':
      return { AuthorizationType: fromField(at, 'NONE') }
    case 'id_token':
      return {
        AuthorizationType: annotate('JWT', { field: at, comment }),
        AuthorizerId: fromField(at, ref(AUTHORIZER)),
      }
    case 'access_token':
      return {
        AuthorizationType: fromField(at, 'JWT'),
        AuthorizerId: fromField(at, ref(AUTHORIZER)),
        AuthorizationScopes: annotate(
          scopes.map(use => fromField(use.field, use.fullScope)),
          { field: child(field, 'scopes'), quoted: true, comment },
        ),
      }
  }
}

import { child } from '../../document/field-path'
import type { Auth, Endpoint } from '../../model/model'
import { keyOf } from '../key'
import type { Resource } from '../template'
import { annotate, fromField, getAtt, type Mapping, pseudo, ref, sub } from '../value'
import { AUTHORIZER } from './authorizer'
import { API, pathId } from './rest-api'

/** Why `auth` is printed as it is; said at the first method of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'With scopes the method wants an access token that carries any one of them.\n' +
    'Without this property it would want an ID token, and answer 401 to every access token.',
  id_token: 'No AuthorizationScopes here: the method wants an ID token, and answers 401 to an access token.',
  none: undefined,
}

/** One endpoint. `explained`: it is the first with its `auth`. */
export const method = (endpoint: Endpoint, explained: boolean): Resource => ({
  logicalId: endpoint.id,
  type: 'AWS::ApiGateway::Method',
  key: keyOf(
    'Method',
    endpoint.id,
    endpoint.field,
    endpoint.method,
    endpoint.node?.id,
    endpoint.auth,
    endpoint.scopes.map(({ fullScope }) => fullScope),
    endpoint.function.id,
    explained,
  ),
  body: () => ({
    note: { field: endpoint.field },
    properties: {
      RestApiId: ref(API),
      ResourceId: fromField(child(endpoint.field, 'path'), pathId(endpoint.node)),
      HttpMethod: fromField(child(endpoint.field, 'method'), endpoint.method),
      ...authorization(endpoint, explained ? WHY[endpoint.auth] : undefined),
      Integration: fromField(child(endpoint.field, 'handler'), {
        Type: 'AWS_PROXY',
        // API Gateway calls Lambda by POST, whatever the caller's method was.
        IntegrationHttpMethod: 'POST',
        Uri: sub`arn:${pseudo('Partition')}:apigateway:${pseudo('Region')}:lambda:path/2015-03-31/functions/${getAtt(endpoint.function.id, 'Arn')}/invocations`,
      }),
    },
  }),
})

function authorization({ field, auth, scopes }: Endpoint, comment: string | undefined): Mapping {
  const at = child(field, 'auth')
  switch (auth) {
    case 'none':
      return { AuthorizationType: fromField(at, 'NONE') }
    case 'id_token':
      return {
        AuthorizationType: annotate('COGNITO_USER_POOLS', { field: at, comment }),
        AuthorizerId: fromField(at, ref(AUTHORIZER)),
      }
    case 'access_token':
      return {
        AuthorizationType: fromField(at, 'COGNITO_USER_POOLS'),
        AuthorizerId: fromField(at, ref(AUTHORIZER)),
        AuthorizationScopes: annotate(
          scopes.map(use => fromField(use.field, use.fullScope)),
          { field: child(field, 'scopes'), quoted: true, comment },
        ),
      }
  }
}

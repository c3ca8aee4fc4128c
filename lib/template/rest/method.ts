import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Auth, Endpoint } from '../../model/model'
import { type Body, type Resource, resource } from '../template'
import { annotate, fromField, getAtt, itemsOf, type Mapping, pseudo, ref, sub } from '../value'
import { AUTHORIZER } from './authorizer'
import { API, pathId } from './rest-api'

/** Explains the authorization of a method, at the first method of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'The method requires an access token with at least one of these scopes.\n' +
    'Without this property it would require an ID token and answer 401 to every access token.',
  id_token: 'Without AuthorizationScopes the method requires an ID token and answers 401 to access tokens.',
  iam:
    'Requests must be signed with AWS credentials that allow execute-api:Invoke.\n' +
    'No token gives access here: the authorizer is not asked.',
  none: undefined,
}

type MethodInputs = Pick<Endpoint, 'field' | 'method' | 'auth'> & {
  /** Logical ID of the path's resource; undefined for the root. */
  readonly resourceId: string | undefined
  readonly fullScopes: readonly string[]
  readonly functionId: string
  readonly explained: boolean
}

/** The method of one endpoint. `explained`: it is the first with its `auth`. */
export const method = memoizeNode(
  (endpoint: Endpoint, explained: boolean): Resource =>
    resource(
      endpoint.id,
      'AWS::ApiGateway::Method',
      {
        field: endpoint.field,
        method: endpoint.method,
        auth: endpoint.auth,
        resourceId: endpoint.node?.id,
        fullScopes: endpoint.scopes.map(({ fullScope }) => fullScope),
        functionId: endpoint.function.id,
        explained,
      },
      body,
    ),
)

const body = (inputs: MethodInputs): Body => ({
  note: { field: inputs.field },
  properties: {
    RestApiId: ref(API),
    ResourceId: fromField(child(inputs.field, 'path'), pathId(inputs.resourceId)),
    HttpMethod: fromField(child(inputs.field, 'method'), inputs.method),
    ...authorization(inputs),
    Integration: fromField(child(inputs.field, 'handler'), {
      Type: 'AWS_PROXY',
      // API Gateway always invokes Lambda by POST, whatever the caller's method is.
      IntegrationHttpMethod: 'POST',
      Uri: sub`arn:${pseudo('Partition')}:apigateway:${pseudo('Region')}:lambda:path/2015-03-31/functions/${getAtt(inputs.functionId, 'Arn')}/invocations`,
    }),
  },
})

function authorization({ field, auth, fullScopes, explained }: MethodInputs): Mapping {
  const at = child(field, 'auth')
  const comment = explained ? WHY[auth] : undefined
  switch (auth) {
    case 'none':
      return { AuthorizationType: fromField(at, 'NONE') }
    case 'iam':
      return { AuthorizationType: annotate('AWS_IAM', { field: at, comment }) }
    case 'id_token':
      return {
        AuthorizationType: annotate('COGNITO_USER_POOLS', { field: at, comment }),
        AuthorizerId: fromField(at, ref(AUTHORIZER)),
      }
    case 'access_token':
      return {
        AuthorizationType: fromField(at, 'COGNITO_USER_POOLS'),
        AuthorizerId: fromField(at, ref(AUTHORIZER)),
        AuthorizationScopes: annotate(itemsOf(child(field, 'scopes'), fullScopes), {
          field: child(field, 'scopes'),
          quoted: true,
          comment,
        }),
      }
  }
}

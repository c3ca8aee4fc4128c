import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Auth, Endpoint, PathNode } from '../../model/model'
import { isTokenAuth } from '../../model/token-auth'
import { attribute, note, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { functionAddress, label, type ScopeInput, scopeExpressions, scopeInputs } from './names'
import { list, resource } from './paragraph'
import { REST_API, REST_AUTHORIZER } from './rest-api'

/** Expression for the id of a path's resource by the id of its node; undefined is the root, which comes with the API. */
export const pathReference = (id: string | undefined): string =>
  id === undefined ? `${REST_API}.root_resource_id` : `${pathAddress(id)}.id`

const pathAddress = (id: string): string => `aws_api_gateway_resource.${label(id, 'Resource')}`

/** One segment of a path. */
export const pathResource = memoizeNode(
  ({ id, field, part, parent }: PathNode): Block =>
    block({ id, field, part, parentId: parent?.id }, pathLines),
)

type PathInputs = Pick<PathNode, 'id' | 'field' | 'part'> & { readonly parentId: string | undefined }

const pathLines = ({ id, field, part, parentId }: PathInputs): Line[] =>
  resource(field, pathAddress(id), [
    attribute('rest_api_id', `${REST_API}.id`),
    attribute('parent_id', pathReference(parentId)),
    attribute('path_part', quote(part)),
  ])

type MethodInputs = Pick<Endpoint, 'id' | 'field' | 'method' | 'auth'> & {
  /** Id of the node of its path; undefined for the root. */
  readonly pathId: string | undefined
  readonly scopes: readonly ScopeInput[]
  readonly functionId: string
  readonly explained: boolean
}

/** One endpoint. `explained`: it is the first with its `auth`. */
export const method = memoizeNode(
  (endpoint: Endpoint, explained: boolean): Block =>
    block(
      {
        id: endpoint.id,
        field: endpoint.field,
        method: endpoint.method,
        auth: endpoint.auth,
        pathId: endpoint.node?.id,
        scopes: scopeInputs(endpoint.scopes),
        functionId: endpoint.function.id,
        explained,
      },
      methodLines,
    ),
)

function methodLines(inputs: MethodInputs): Line[] {
  const { field, auth, scopes } = inputs
  const at = (key: string) => child(field, key)
  const name = label(inputs.id, 'Method')
  const address = `aws_api_gateway_method.${name}`
  const why = inputs.explained ? WHY[auth] : undefined
  return [
    ...resource(field, address, [
      attribute('rest_api_id', `${REST_API}.id`),
      attribute('resource_id', pathReference(inputs.pathId), at('path')),
      attribute('http_method', quote(inputs.method), at('method')),
      attribute('authorization', AUTHORIZATION[auth], at('auth')),
      !isTokenAuth(auth) ? undefined : attribute('authorizer_id', `${REST_AUTHORIZER}.id`, at('auth')),
      why === undefined ? undefined : note(why, at('auth')),
      list('authorization_scopes', at('scopes'), scopeExpressions(scopes)),
    ]),
    ...resource(at('handler'), `aws_api_gateway_integration.${name}`, [
      attribute('rest_api_id', `${REST_API}.id`),
      attribute('resource_id', `${address}.resource_id`),
      attribute('http_method', `${address}.http_method`),
      attribute('type', '"AWS_PROXY"'),
      inputs.explained
        ? note('API Gateway calls Lambda by POST, whatever the method of the caller')
        : undefined,
      attribute('integration_http_method', '"POST"'),
      attribute('uri', `${functionAddress(inputs.functionId)}.invoke_arn`),
    ]),
  ]
}

const AUTHORIZATION: Readonly<Record<Auth, string>> = {
  access_token: '"COGNITO_USER_POOLS"',
  id_token: '"COGNITO_USER_POOLS"',
  iam: '"AWS_IAM"',
  none: '"NONE"',
}

/** Comment on why `auth` is printed this way, for the first method of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'With scopes the method requires an access token that carries any one of them.\n' +
    'Without this argument it would require an ID token and answer 401 to every access token.',
  id_token:
    'No authorization_scopes here: the method requires an ID token and answers 401 to an access token',
  iam:
    'Requests must be signed with AWS credentials that allow execute-api:Invoke.\n' +
    'No token gives access here: the authorizer is not asked.',
  none: undefined,
}

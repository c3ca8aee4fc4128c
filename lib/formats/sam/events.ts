import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Api, Auth, Endpoint, TokenAuth } from '../../model/model'
import { annotate, fromField, itemsOf, type Mapping, ref } from '../../template/value'
import { withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { entries } from '../../text/template-yaml'
import { AUTHORIZER } from './names'

type EventInputs = {
  readonly name: string
  readonly type: Api['type']
  readonly field: string
  readonly method: string
  readonly path: string
  readonly auth: Auth
  readonly fullScopes: readonly string[]
  readonly hasAuthorizer: boolean
  readonly explained: boolean
}

/** One endpoint as an event of its function. `explained`: it is the first with its `auth`, which gets a comment. */
export const event = memoizeNode(
  (endpoint: Endpoint, name: string, type: Api['type'], hasAuthorizer: boolean, explained: boolean): Block =>
    block(
      {
        name,
        type,
        field: endpoint.field,
        method: endpoint.method,
        path: endpoint.path,
        auth: endpoint.auth,
        fullScopes: endpoint.scopes.map(({ fullScope }) => fullScope),
        hasAuthorizer,
        explained,
      },
      eventLines,
    ),
)

/** `ANY` receives preflights too, and its authorization would refuse them. */
export const preflightEvent = memoizeNode(
  ({ field, path }: Endpoint, name: string, hasAuthorizer: boolean, explained: boolean): Block =>
    block({ name, field, path, hasAuthorizer, explained }, preflightLines),
)

const eventLines = (inputs: EventInputs) => {
  const { name, type, field, method, path } = inputs
  const properties = {
    ...ofApi(type),
    Method: fromField(child(field, 'method'), method),
    Path: fromField(child(field, 'path'), path),
    Auth:
      inputs.hasAuthorizer || inputs.auth === 'iam'
        ? fromField(child(field, 'auth'), authorization(inputs))
        : undefined,
  }
  const Type = type === 'rest' ? 'Api' : 'HttpApi'
  return withField(field, entries({ [name]: { Type, Properties: properties } }, 4))
}

type PreflightInputs = {
  readonly name: string
  readonly field: string
  readonly path: string
  readonly hasAuthorizer: boolean
  readonly explained: boolean
}

const preflightLines = ({ name, field, path, hasAuthorizer, explained }: PreflightInputs) =>
  withField(
    'api.cors',
    entries(
      {
        [name]: annotate(
          {
            Type: 'HttpApi',
            Properties: {
              ...ofApi('http'),
              Method: 'OPTIONS',
              Path: fromField(child(field, 'path'), path),
              // SAM accepts NONE only where it is an exception from a default.
              Auth: hasAuthorizer ? { Authorizer: 'NONE' } : undefined,
            },
          },
          {
            field: 'api.cors',
            comment: explained ? WHY_PREFLIGHT[hasAuthorizer ? 'token' : 'signature'] : undefined,
          },
        ),
      },
      4,
    ),
  )

const WHY_PREFLIGHT = {
  token: 'Browsers send no token with a preflight, so the authorizer of ANY would answer it with 401',
  signature: 'Browsers do not sign a preflight, so ANY would answer it with 403',
}

const ofApi = (type: Api['type']): Mapping =>
  type === 'rest' ? { RestApiId: ref('Api') } : { ApiId: ref('Api') }

function authorization({ field, type, auth, fullScopes, explained }: EventInputs): Mapping {
  if (auth === 'none') return { Authorizer: 'NONE' }
  if (auth === 'iam')
    return {
      Authorizer: annotate('AWS_IAM', { comment: explained ? WHY_IAM : undefined }),
      InvokeRole:
        type === 'rest'
          ? annotate('NONE', {
              comment: explained
                ? 'Without this property API Gateway would call the function with the credentials of the caller'
                : undefined,
            })
          : undefined,
    }
  const comment = explained ? WHY[type][auth] : undefined
  if (auth === 'id_token') return { Authorizer: annotate(AUTHORIZER, { comment }) }
  return {
    Authorizer: annotate(AUTHORIZER, {
      comment: explained ? 'SAM accepts scopes only next to an Authorizer, even the default one' : undefined,
    }),
    AuthorizationScopes: annotate(itemsOf(child(field, 'scopes'), fullScopes), {
      field: child(field, 'scopes'),
      quoted: true,
      comment,
    }),
  }
}

const WHY_IAM =
  'Requests must be signed with AWS credentials that allow execute-api:Invoke.\n' +
  'No token gives access here: the authorizer is not asked.'

/** Comment on why `auth` is printed this way, for the first event of each kind. */
const WHY: Readonly<Record<Api['type'], Readonly<Record<TokenAuth, string>>>> = {
  rest: {
    access_token:
      'With scopes the method requires an access token that carries any one of them.\n' +
      'Without this property it would require an ID token and answer 401 to every access token.',
    id_token:
      'No AuthorizationScopes here: the method requires an ID token and answers 401 to an access token',
  },
  http: {
    access_token:
      'With scopes the route requires an access token that carries any one of them.\n' +
      'Without this property it would accept every token of the clients above, ID tokens too.',
    id_token:
      'No AuthorizationScopes here, as an ID token has none: every token of the clients above is accepted,\n' +
      'because a JWT authorizer does not distinguish an ID token from an access token.',
  },
}

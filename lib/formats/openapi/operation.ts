import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Api, Endpoint, Model, TokenAuth } from '../../model/model'
import { isTokenAuth } from '../../model/token-auth'
import { needsPreflight } from '../../template/http/http'
import { lambdaIntegration, operationKey } from '../../template/openapi/integration'
import { preflightOperation } from '../../template/openapi/preflight'
import { allowedMethods, endpointsByPath } from '../../template/rest/preflight'
import { annotate, fromField, itemsOf, type Mapping } from '../../template/value'
import { type Block, block } from '../../text/print-cache'
import { lines } from './lines'

/** Name of the security scheme, which becomes the authorizer's name. A key cannot contain a placeholder. */
export const SCHEME = 'Cognito'

/** Name of the security scheme of signed requests (Signature Version 4). */
export const IAM_SCHEME = 'Iam'

type OperationInputs = Pick<Endpoint, 'field' | 'method' | 'path' | 'auth'> & {
  readonly operationId: string
  readonly fullScopes: readonly string[]
  readonly functionId: string
  readonly type: Api['type']
  /** `ANY` of an HTTP API receives preflights, which need an operation of their own. */
  readonly preflighted: boolean
}

type PathInputs = {
  readonly path: string
  readonly operations: readonly OperationInputs[]
  readonly preflight:
    | { readonly field: string; readonly allowOrigins: readonly string[]; readonly methods: string }
    | undefined
}

/** The paths, each with its operations. */
export const paths = ({ api, endpoints }: Model): readonly Block[] =>
  [...endpointsByPath(endpoints).values()].map(([first, ...others]) =>
    pathBlock(first, api.type, api.cors, ...others),
  )

const pathBlock = memoizeNode(
  (first: Endpoint, type: Api['type'], cors: Api['cors'], ...others: readonly Endpoint[]): Block => {
    const here = [first, ...others]
    return block(
      {
        path: first.path,
        operations: here.map(endpoint => ({
          field: endpoint.field,
          method: endpoint.method,
          path: endpoint.path,
          auth: endpoint.auth,
          operationId: operationId(endpoint),
          fullScopes: endpoint.scopes.map(({ fullScope }) => fullScope),
          functionId: endpoint.function.id,
          type,
          preflighted: type === 'http' && cors !== undefined && needsPreflight(endpoint),
        })),
        preflight:
          type === 'rest' && cors
            ? { field: cors.field, allowOrigins: cors.allowOrigins, methods: allowedMethods(here) }
            : undefined,
      },
      pathLines,
    )
  },
)

/** Ids are unique and end in their kind, or in their kind and a hash. */
function operationId({ id }: Endpoint): string {
  const name = id.endsWith('Method') ? id.slice(0, -'Method'.length) : id
  return name.charAt(0).toLowerCase() + name.slice(1)
}

function pathLines({ path, operations, preflight }: PathInputs) {
  const [first] = operations
  const parameters = pathParameters(path)
  const item: Mapping = Object.assign(
    {},
    ...operations.map(operation => operationsOf(operation, parameters)),
    preflight && {
      options: fromField(
        preflight.field,
        preflightOperation({ ...preflight, operationId: `${first?.operationId}Preflight`, parameters }),
      ),
    },
  )
  return lines({ [path]: fromField(first ? child(first.field, 'path') : 'endpoints', item) }, 1)
}

const operationsOf = (inputs: OperationInputs, parameters: readonly Mapping[] | undefined): Mapping => {
  const { field, method, operationId, functionId, type, preflighted } = inputs
  const calls = fromField(child(field, 'handler'), lambdaIntegration(functionId, type))
  return {
    [operationKey(method)]: fromField(field, {
      operationId: fromField(child(field, 'method'), operationId),
      parameters,
      security: security(inputs),
      responses: responses(inputs),
      'x-amazon-apigateway-integration': calls,
    }),
    ...(preflighted && {
      options: annotate(
        {
          operationId: `${operationId}Preflight`,
          parameters,
          security: [],
          responses: { '204': { description: 'Preflight' } },
          'x-amazon-apigateway-integration': calls,
        },
        { field: 'api.cors' },
      ),
    }),
  }
}

/** `[]` says that an operation is public; without the key it would be so by omission only. */
const security = ({ field, auth, fullScopes }: OperationInputs): Mapping[string] =>
  fromField(
    child(field, 'auth'),
    auth === 'none'
      ? []
      : auth === 'iam'
        ? [{ [IAM_SCHEME]: [] }]
        : [
            {
              [SCHEME]: annotate(itemsOf(child(field, 'scopes'), fullScopes), {
                field: child(field, 'scopes'),
                quoted: true,
              }),
            },
          ],
  )

const responses = ({ field, auth, type }: OperationInputs): Mapping[string] =>
  fromField(child(field, 'auth'), {
    '200': { description: 'OK' },
    ...(isTokenAuth(auth) && { '401': { description: UNAUTHORIZED[type][auth] } }),
    ...(auth === 'iam' && {
      '403': { description: 'Not signed, or with AWS credentials that may not invoke the API' },
    }),
    ...(auth === 'access_token' &&
      type === 'http' && { '403': { description: 'The token does not have any of the scopes' } }),
  })

const UNAUTHORIZED: Readonly<Record<Api['type'], Readonly<Record<TokenAuth, string>>>> = {
  rest: {
    access_token: 'No valid access token, or one without any of the scopes',
    id_token: 'No valid ID token',
  },
  http: { access_token: 'No valid token', id_token: 'No valid token' },
}

/** Every `{variable}` of a path must be declared; API Gateway spells a greedy one with its plus. */
function pathParameters(path: string): readonly Mapping[] | undefined {
  const names = [...path.matchAll(/\{([^}]+)\}/g)].flatMap(([, name]) => name ?? [])
  if (names.length === 0) return undefined
  return names.map(name => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
}

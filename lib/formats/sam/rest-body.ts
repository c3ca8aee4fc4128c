import { child } from '../../document/field-path'
import type { Api, Auth, Endpoint, Model } from '../../model/model'
import { lambdaIntegration, operationKey } from '../../template/openapi/integration'
import { preflightOperation } from '../../template/openapi/preflight'
import { allowedMethods, endpointsByPath } from '../../template/rest/preflight'
import { annotate, fromField, itemsOf, type Mapping } from '../../template/value'
import { withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { entries } from '../../text/template-yaml'
import { AUTHORIZER } from './names'

/** `Cors` answers with one fixed origin: several need a body with a preflight for each path. */
export const needsBody = ({ type, cors }: Api): boolean =>
  type === 'rest' && cors !== undefined && cors.allowOrigins.length > 1

/** SAM merges an ANY event into a body as `any`, which OpenAPI does not have, so the operation is written there. */
export const isInBody = (api: Api, { method }: Endpoint): boolean => needsBody(api) && method === 'ANY'

type PathInputs = {
  readonly path: string
  readonly field: string
  readonly allowOrigins: readonly string[]
  readonly methods: string
  readonly any: AnyInputs | undefined
}

type AnyInputs = {
  readonly field: string
  readonly auth: Auth
  readonly fullScopes: readonly string[]
  readonly functionId: string
  readonly hasAuthorizer: boolean
}

/** Entries of `DefinitionBody.paths`: what events cannot say. */
export function bodyPaths({ api, endpoints }: Model): readonly Block[] {
  const { cors } = api
  if (!cors || !needsBody(api)) return []
  return [...endpointsByPath(endpoints)].map(([path, here]) => {
    const any = here.find(endpoint => isInBody(api, endpoint))
    return block(
      {
        path,
        field: cors.field,
        allowOrigins: cors.allowOrigins,
        methods: allowedMethods(here),
        any: any && {
          field: any.field,
          auth: any.auth,
          fullScopes: any.scopes.map(({ fullScope }) => fullScope),
          functionId: any.function.id,
          hasAuthorizer: api.hasAuthorizer,
        },
      },
      pathLines,
    )
  })
}

const pathLines = ({ path, field, allowOrigins, methods, any }: PathInputs) =>
  withField(
    field,
    entries(
      {
        [path]: {
          options: preflightOperation({ field, allowOrigins, methods }),
          ...(any && { [operationKey('ANY')]: fromField(any.field, anyOperation(any)) }),
        },
      },
      5,
    ),
  )

const anyOperation = ({ field, auth, fullScopes, functionId, hasAuthorizer }: AnyInputs): Mapping => ({
  security:
    hasAuthorizer || auth === 'iam'
      ? fromField(child(field, 'auth'), security(field, auth, fullScopes))
      : undefined,
  responses: {},
  'x-amazon-apigateway-integration': fromField(
    child(field, 'handler'),
    lambdaIntegration(functionId, 'rest'),
  ),
})

function security(field: string, auth: Auth, fullScopes: readonly string[]): readonly Mapping[] {
  // SAM adds the default authorizer to an operation without security, even to an empty list.
  if (auth === 'none') return [{ NONE: [] }]
  if (auth === 'iam') return [{ [IAM_SCHEME]: [] }]
  const scopes = annotate(itemsOf(child(field, 'scopes'), fullScopes), {
    field: child(field, 'scopes'),
    quoted: true,
  })
  return [{ [AUTHORIZER]: scopes }]
}

/** SAM's name of the scheme of signed requests. In a body SAM declares it only if the API has an authorizer. */
const IAM_SCHEME = 'AWS_IAM'

/** `DefinitionBody.components`: the scheme of signed requests. */
export const bodyComponents = ({ api, endpoints }: Model): Mapping | undefined =>
  needsBody(api) && endpoints.some(({ auth }) => auth === 'iam')
    ? {
        securitySchemes: {
          [IAM_SCHEME]: {
            type: 'apiKey',
            name: 'Authorization',
            in: 'header',
            'x-amazon-apigateway-authtype': 'awsSigv4',
          },
        },
      }
    : undefined

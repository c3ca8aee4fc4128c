import { child } from '../../document/field-path'
import { memoizeNode } from '../../model/memoize-node'
import type { Auth, Endpoint } from '../../model/model'
import { code, quote } from '../../text/code'
import { comment, type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { at, expressionList, paragraph } from './lines'
import { integrationVariable, type Scopes, scopeName } from './names'

type PreflightInputs = Pick<Endpoint, 'id' | 'field' | 'path'> & { readonly functionId: string }

type RouteInputs = PreflightInputs &
  Pick<Endpoint, 'method' | 'auth'> & {
    /** `readOAuthScope.scopeName` */
    readonly scopes: readonly string[]
    readonly explained: boolean
  }

/** The route of one endpoint. `explained`: it is the first with its `auth`. */
export const route = memoizeNode(
  (endpoint: Endpoint, names: Scopes, explained: boolean): Block =>
    block(
      {
        id: endpoint.id,
        field: endpoint.field,
        method: endpoint.method,
        path: endpoint.path,
        auth: endpoint.auth,
        scopes: endpoint.scopes.map(use => scopeName(use, names)),
        functionId: endpoint.function.id,
        explained,
      },
      routeLines,
    ),
)

const routeLines = (inputs: RouteInputs): Line[] =>
  paragraph(
    withField(inputs.field, [
      ...(inputs.explained ? comment('//', WHY[inputs.auth]) : []),
      ...addRoute(inputs, inputs.id, inputs.method, authorization(inputs)),
    ]),
  )

/** `ANY` includes preflights, which the authorizer would answer with 401: they get a route of their own. */
export const preflightRoute = memoizeNode(
  ({ id, field, path, function: { id: functionId } }: Endpoint): Block =>
    block({ id, field, path, functionId }, preflightLines),
)

const preflightLines = (inputs: PreflightInputs): Line[] =>
  paragraph(
    withField('api.cors', [
      ...comment(
        '//',
        'Browsers send preflight requests without a token, so the authorizer of ANY would answer them with 401.',
      ),
      ...addRoute(inputs, `${inputs.id}Options`, 'OPTIONS', []),
    ]),
    false,
  )

function addRoute(
  { field, path, functionId }: PreflightInputs,
  id: string,
  method: string,
  authorization: readonly Line[],
): Line[] {
  const integration = at(child(field, 'handler'), `integration: ${integrationVariable(functionId)},`)
  // `addRoutes` derives construct IDs from paths and replaces a slash by two hyphens: /a/b and /a--b would be equal.
  if (path.includes('--'))
    return code`
      new apigatewayv2.HttpRoute(this, ${quote(id)}, {
        httpApi: api,
        ${at(child(field, 'path'), `routeKey: apigatewayv2.HttpRouteKey.with(${quote(path)}, apigatewayv2.HttpMethod.${method}),`)}
        ${integration}
        ${authorization}
      });
    `
  return code`
    api.addRoutes({
      ${at(child(field, 'path'), `path: ${quote(path)},`)}
      ${at(child(field, 'method'), `methods: [apigatewayv2.HttpMethod.${method}],`)}
      ${integration}
      ${authorization}
    });
  `
}

const authorization = ({ field, auth, scopes }: RouteInputs): Line[] =>
  auth === 'none'
    ? []
    : [
        ...at(child(field, 'auth'), auth === 'iam' ? 'authorizer: new HttpIamAuthorizer(),' : 'authorizer,'),
        ...expressionList('authorizationScopes', child(field, 'scopes'), scopes),
      ]

/** Explains the authorization of a route, at the first route of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'The route requires an access token with at least one of these scopes. Without scopes it would accept every\n' +
    'token of the clients above, including ID tokens.',
  id_token:
    'No scopes, because ID tokens have none. Every token of the clients above is accepted: a JWT authorizer does\n' +
    'not distinguish ID tokens from access tokens.',
  iam:
    'Requests must be signed with AWS credentials that allow execute-api:Invoke. No token gives access here: the\n' +
    'JWT authorizer is not asked.',
  none: 'Public.',
}

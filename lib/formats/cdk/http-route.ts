import { child } from '../../document/field-path'
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
export const route = (endpoint: Endpoint, names: Scopes, explained: boolean): Block =>
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
  )

const routeLines = (inputs: RouteInputs): Line[] =>
  paragraph(
    withField(inputs.field, [
      ...(inputs.explained ? comment('//', WHY[inputs.auth]) : []),
      ...addRoute(inputs, inputs.id, inputs.method, authorization(inputs)),
    ]),
  )

/** `ANY` includes preflights, which the authorizer would answer with 401: they get a route of their own. */
export const preflightRoute = ({ id, field, path, function: { id: functionId } }: Endpoint): Block =>
  block({ id, field, path, functionId }, preflightLines)

const preflightLines = (inputs: PreflightInputs): Line[] =>
  paragraph(
    withField('api.cors', [
      ...comment(
        '//',
        'Browsers send no token with a preflight, and ANY would hand it to the authorizer: 401.',
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
  // `addRoutes` makes construct ids of paths, in which a slash becomes two hyphens: /a/b and /a--b would be one.
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
        ...at(child(field, 'auth'), 'authorizer,'),
        ...expressionList('authorizationScopes', child(field, 'scopes'), scopes),
      ]

/** Explains the authorization of a route, at the first route of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'With scopes the route wants an access token that carries any one of them; without them it would let in every\n' +
    'token of the clients above, ID tokens too.',
  id_token:
    'An ID token has no scopes, so there are none to ask for: every token of the clients above is let in, because\n' +
    'a JWT authorizer does not tell an ID token from an access token.',
  none: 'Public.',
}

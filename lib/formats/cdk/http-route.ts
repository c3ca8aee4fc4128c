import { child } from '../../document/field-path'
import type { Auth, Endpoint } from '../../model/model'
import { code, quote } from '../../text/code'
import { comment, type Line, withField } from '../../text/line'
import { at, type Chunk, list, paragraph } from './chunk'
import { authorizationScopes, integrationVariable, type Scopes } from './names'

/** One endpoint. `explained`: it is the first with its `auth`. */
export const route = (endpoint: Endpoint, names: Scopes, explained: boolean): Chunk => {
  const scopes = authorizationScopes(endpoint, names)
  return paragraph(
    [
      'Route',
      endpoint.field,
      endpoint.id,
      endpoint.method,
      endpoint.path,
      endpoint.auth,
      scopes.map(({ text }) => text),
      endpoint.function.id,
      explained,
    ],
    () =>
      withField(endpoint.field, [
        ...(explained ? comment('//', WHY[endpoint.auth]) : []),
        ...addRoute(endpoint, endpoint.id, endpoint.method, authorization(endpoint, scopes)),
      ]),
  )
}

/** `ANY` catches preflights too, and an authorizer would answer them with 401: they get a route of their own. */
export const preflightRoute = (endpoint: Endpoint): Chunk =>
  paragraph(['PreflightRoute', endpoint.field, endpoint.id, endpoint.path, endpoint.function.id], () =>
    withField('api.cors', [
      ...comment(
        '//',
        'Browsers send no token with a preflight, and ANY would hand it to the authorizer: 401.',
      ),
      ...addRoute(endpoint, `${endpoint.id}Options`, 'OPTIONS', []),
    ]),
  )

function addRoute(endpoint: Endpoint, id: string, method: string, rest: readonly Line[]): Line[] {
  const { field, path } = endpoint
  const integration = at(child(field, 'handler'), `integration: ${integrationVariable(endpoint.function)},`)
  // `addRoutes` makes construct ids of paths, in which a slash becomes two hyphens: /a/b and /a--b would be one.
  if (path.includes('--'))
    return code`
      new apigatewayv2.HttpRoute(this, ${quote(id)}, {
        httpApi: api,
        ${at(child(field, 'path'), `routeKey: apigatewayv2.HttpRouteKey.with(${quote(path)}, apigatewayv2.HttpMethod.${method}),`)}
        ${integration}
        ${rest}
      });
    `
  return code`
    api.addRoutes({
      ${at(child(field, 'path'), `path: ${quote(path)},`)}
      ${at(child(field, 'method'), `methods: [apigatewayv2.HttpMethod.${method}],`)}
      ${integration}
      ${rest}
    });
  `
}

const authorization = ({ field, auth }: Endpoint, scopes: readonly Line[]): Line[] =>
  auth === 'none'
    ? []
    : [
        ...at(child(field, 'auth'), 'authorizer,'),
        ...list('authorizationScopes', child(field, 'scopes'), scopes),
      ]

/** Why `auth` is printed as it is; said at the first route of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'With scopes the route wants an access token that carries any one of them; without them it would let in every\n' +
    'token of the clients above, ID tokens too.',
  id_token:
    'An ID token has no scopes, so there are none to ask for: every token of the clients above is let in, because\n' +
    'a JWT authorizer does not tell an ID token from an access token.',
  none: 'Public.',
}

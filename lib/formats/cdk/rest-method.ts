import { child } from '../../document/field-path'
import type { Auth, Endpoint } from '../../model/model'
import { code, quote } from '../../text/code'
import { comment, type Line, withField } from '../../text/line'
import { at, type Chunk, list, paragraph } from './chunk'
import { authorizationScopes, integrationVariable, type Scopes } from './names'
import { pathVariable } from './rest-path'

/** One endpoint. `explained`: it is the first with its `auth`. */
export const method = (endpoint: Endpoint, names: Scopes, explained: boolean): Chunk => {
  const scopes = authorizationScopes(endpoint, names)
  return paragraph(
    [
      'Method',
      endpoint.field,
      endpoint.method,
      endpoint.node?.id,
      endpoint.auth,
      scopes.map(({ text }) => text),
      endpoint.function.id,
      explained,
    ],
    () =>
      withField(
        endpoint.field,
        code`
          ${explained ? comment('//', WHY[endpoint.auth]) : undefined}
          ${at(child(endpoint.field, 'method'), `${pathVariable(endpoint.node)}.addMethod(${quote(endpoint.method)}, ${integrationVariable(endpoint.function)}, {`)}
            ${authorization(endpoint, scopes)}
          });
        `,
      ),
  )
}

function authorization({ field, auth }: Endpoint, scopes: readonly Line[]): Line[] {
  const at = child(field, 'auth')
  if (auth === 'none') return [{ text: 'authorizationType: apigateway.AuthorizationType.NONE,', field: at }]
  return [
    { text: 'authorizer,', field: at },
    { text: 'authorizationType: apigateway.AuthorizationType.COGNITO,', field: at },
    ...list('authorizationScopes', child(field, 'scopes'), scopes),
  ]
}

/** Why `auth` is printed as it is; said at the first method of each kind. */
const WHY: Readonly<Record<Auth, string | undefined>> = {
  access_token:
    'With scopes the method wants an access token that carries any one of them; without them it would want an\n' +
    'ID token, and answer 401 to every access token. Scopes without an authorizer would leave it public.',
  id_token: 'Without authorizationScopes the method wants an ID token, and answers 401 to an access token.',
  none: 'Public.',
}

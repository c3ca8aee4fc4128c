import { child } from '../../document/field-path'
import type { Api, Client, Endpoint, Model } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { at, type Chunk, list, paragraph } from './chunk'
import { clientId, staged } from './names'

type Cors = NonNullable<Api['cors']>

/** The API and its authorizer. */
export function httpApi({ api, clients, endpoints }: Model): Chunk {
  const methods = api.cors ? allowedMethods(endpoints) : []
  return paragraph(
    ['HttpApi', api.name, api.cors?.allowOrigins, methods, api.hasAuthorizer, clients.map(({ id }) => id)],
    () => [
      ...withField(
        api.field,
        code`
          const api = new apigatewayv2.HttpApi(this, 'Api', {
            ${at(child(api.field, 'name'), `apiName: ${staged(api.name)},`)}
            ${api.cors && withField(api.cors.field, corsPreflight(api.cors, methods))}
          });
        `,
      ),
      ...(api.hasAuthorizer ? withField('userPool', authorizer(clients)) : []),
    ],
  )
}

const corsPreflight = ({ field, allowOrigins }: Cors, methods: readonly string[]): Line[] => code`
  corsPreflight: {
    ${list(
      'allowOrigins',
      child(field, 'allowOrigins'),
      allowOrigins.map((origin, i) => ({ text: quote(origin), field: child(field, 'allowOrigins', i) })),
    )}
    allowHeaders: ['authorization', 'content-type'],
    ${list(
      'allowMethods',
      field,
      methods.map(method => ({ text: `apigatewayv2.CorsHttpMethod.${method}` })),
    )}
  },
`

const allowedMethods = (endpoints: readonly Endpoint[]): readonly string[] => {
  const methods = new Set(endpoints.map(({ method }) => method))
  return methods.has('ANY') ? ['ANY'] : [...methods, 'OPTIONS']
}

const authorizer = (clients: readonly Client[]): Line[] => code`
  // By the issuer of the pool, which HttpUserPoolAuthorizer would spell by itself, for one partition only.
  const authorizer = new HttpJwtAuthorizer('Authorizer', issuer, {
    ${at('stage', `authorizerName: ${staged('cognito')},`)}
    // An access token has no aud, so API Gateway looks for its client_id here: every client is listed.
    ${list(
      'jwtAudience',
      'clients',
      clients.map(client => ({ text: clientId(client), field: client.field })),
    )}
  });
`

import { child, type FieldPath } from '../../document/field-path'
import type { Api, Endpoint, Model } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { at, list, paragraph, stringList } from './lines'
import { clientId, staged } from './names'

type HttpApiInputs = Pick<Api, 'field' | 'name' | 'cors' | 'hasAuthorizer' | 'additionalAudiences'> & {
  readonly allowedMethods: readonly string[]
  readonly clients: readonly { readonly id: string; readonly field: FieldPath }[]
}

/** The API and its authorizer. */
export const httpApi = ({ api, clients, endpoints }: Model): Block =>
  block(
    {
      field: api.field,
      name: api.name,
      cors: api.cors,
      hasAuthorizer: api.hasAuthorizer,
      additionalAudiences: api.additionalAudiences,
      allowedMethods: api.cors ? allowedMethods(endpoints) : [],
      clients: api.hasAuthorizer ? clients.map(({ id, field }) => ({ id, field })) : [],
    },
    apiLines,
  )

const allowedMethods = (endpoints: readonly Endpoint[]): readonly string[] => {
  const methods = new Set(endpoints.map(({ method }) => method))
  return methods.has('ANY') ? ['ANY'] : [...methods, 'OPTIONS']
}

const apiLines = (inputs: HttpApiInputs): Line[] =>
  paragraph([
    ...withField(
      inputs.field,
      code`
        const api = new apigatewayv2.HttpApi(this, 'Api', {
          ${at(child(inputs.field, 'name'), `apiName: ${staged(inputs.name)},`)}
          ${inputs.cors && withField(inputs.cors.field, corsPreflight(inputs.cors, inputs.allowedMethods))}
        });
      `,
    ),
    ...(inputs.hasAuthorizer ? withField('userPool', authorizer(inputs)) : []),
  ])

const corsPreflight = (
  { field, allowOrigins }: NonNullable<Api['cors']>,
  methods: readonly string[],
): Line[] => code`
  corsPreflight: {
    ${stringList('allowOrigins', child(field, 'allowOrigins'), allowOrigins)}
    allowHeaders: ['authorization', 'content-type'],
    ${list(
      'allowMethods',
      field,
      methods.map(method => ({ text: `apigatewayv2.CorsHttpMethod.${method}` })),
    )}
  },
`

const BOUND = at(
  'api.additionalAudiences',
  '// A token that was requested with resource= has an aud, and only that is compared: it is listed too.',
)

const authorizer = ({ clients, additionalAudiences }: HttpApiInputs): Line[] => code`
  // With the pool's issuer: HttpUserPoolAuthorizer would write it for one partition only.
  const authorizer = new HttpJwtAuthorizer('Authorizer', issuer, {
    ${at('stage', `authorizerName: ${staged('cognito')},`)}
    // Access tokens have no aud, so API Gateway looks for their client_id here. Every client is listed.
    ${additionalAudiences.length > 0 ? BOUND : undefined}
    ${list('jwtAudience', 'clients', [
      ...clients.map(({ id, field }) => ({ text: clientId(id), field })),
      ...additionalAudiences.map((audience, i) => ({
        text: quote(audience),
        field: child('api', 'additionalAudiences', i),
      })),
    ])}
  });
`

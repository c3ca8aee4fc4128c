import { child } from '../../document/field-path'
import type { Api, Model } from '../../model/model'
import { allowedOrigin } from '../../template/rest/gateway-response'
import { attribute, gap, nested, note, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { staged, userPoolAddress } from './names'
import { resource } from './paragraph'

export const REST_API = 'aws_api_gateway_rest_api.main'
export const REST_AUTHORIZER = 'aws_api_gateway_authorizer.cognito'

type RestInputs = Pick<Api, 'field' | 'name' | 'hasAuthorizer'> & { readonly pool: string }

/** The API and its authorizer. */
export const restApi = ({ api, userPool }: Model): Block =>
  block(
    {
      field: api.field,
      name: api.name,
      hasAuthorizer: api.hasAuthorizer,
      pool: userPoolAddress(userPool),
    },
    apiLines,
  )

const apiLines = ({ field, name, hasAuthorizer, pool }: RestInputs): Line[] => [
  ...resource(field, REST_API, [
    attribute('name', staged(name), child(field, 'name')),
    nested('endpoint_configuration', [attribute('types', '["REGIONAL"]')], child(field, 'type')),
  ]),
  ...(hasAuthorizer
    ? resource('userPool', REST_AUTHORIZER, [
        attribute('rest_api_id', `${REST_API}.id`),
        attribute('name', staged('cognito'), 'stage'),
        note('TOKEN, the default, and REQUEST would make a Lambda authorizer, which cannot check scopes'),
        attribute('type', '"COGNITO_USER_POOLS"'),
        attribute('identity_source', '"method.request.header.Authorization"'),
        attribute('provider_arns', `[${pool}.arn]`),
      ])
    : []),
]

type CorsInputs = { readonly cors: NonNullable<Api['cors']> }

/** The CORS header of API Gateway's own answers. */
export const gatewayResponses = (cors: NonNullable<Api['cors']>): Block =>
  block({ cors }, gatewayResponseLines)

const gatewayResponseLines = ({ cors: { field, allowOrigins } }: CorsInputs): Line[] =>
  resource(
    field,
    'aws_api_gateway_gateway_response.cors',
    [
      attribute('for_each', 'toset(["DEFAULT_4XX", "DEFAULT_5XX"])'),
      gap,
      attribute('rest_api_id', `${REST_API}.id`),
      attribute('response_type', 'each.key'),
      attribute(
        'response_parameters',
        [
          { text: '{' },
          {
            text: `  "gatewayresponse.header.Access-Control-Allow-Origin" = ${quote(allowedOrigin(allowOrigins))}`,
            field: child(field, 'allowOrigins'),
          },
          { text: '}' },
        ],
        field,
      ),
    ],
    'Without its own CORS header a 401 looks like a network error in the browser',
  )

import type { Api } from '../../model/model'
import { child } from '../../spec/field-path'
import { keyOf } from '../../template/key'
import type { Resource } from '../../template/template'
import { from, type Mapping, noted, ref } from '../../template/value'

type Cors = NonNullable<Api['cors']>

const HEADERS = ['Authorization', 'Content-Type']

/** `provider.httpApi.cors`: API Gateway answers the preflight of an HTTP API itself. */
export const httpCors = ({ field, allowOrigins }: Cors): Mapping => ({
  allowedOrigins: from(
    child(field, 'allowOrigins'),
    allowOrigins.map((origin, i) => from(child(field, 'allowOrigins', i), origin)),
  ),
  allowedHeaders: HEADERS,
})

/** `cors` of every `http` event: the framework makes an OPTIONS method without authorizer for each path. */
export const restCors = ({ field, allowOrigins }: Cors): Mapping => ({
  ...(allowOrigins.length === 1
    ? { origin: from(child(field, 'allowOrigins', 0), allowOrigins[0]!) }
    : {
        origins: noted(patterns(allowOrigins), {
          field: child(field, 'allowOrigins'),
          comment: 'A header holds one origin: the preflight answers with the one that asks',
        }),
      }),
  headers: HEADERS,
})

/**
 * The framework answers with the first origin as it stands, and compares all of them as regular expressions in which
 * it escapes dots only: the brackets of `http://[::1]:3000` are ours to escape.
 */
const patterns = (origins: readonly string[]): readonly string[] => [
  ...new Set([origins[0]!, ...origins.map(origin => origin.replace(/[[\]]/g, '\\$&'))]),
]

const RESPONSES = ['4XX', '5XX'] as const

/** What API Gateway answers itself, a 401 first of all, needs the header too, or a browser shows a network error. */
export const gatewayResponses = ({ field, allowOrigins }: Cors): readonly Resource[] =>
  RESPONSES.map((kind, i) => ({
    logicalId: `GatewayResponseDefault${kind}`,
    type: 'AWS::ApiGateway::GatewayResponse',
    key: keyOf('GatewayResponse', kind, field, allowOrigins),
    body: () => ({
      note: {
        field,
        ...(i === 0 && {
          comment: 'Without these headers a browser hides the 401 from the page and reports a CORS error',
        }),
      },
      properties: {
        RestApiId: ref('ApiGatewayRestApi'),
        ResponseType: `DEFAULT_${kind}`,
        ResponseParameters: {
          'gatewayresponse.header.Access-Control-Allow-Origin': noted(
            `'${allowOrigins.length === 1 ? allowOrigins[0] : '*'}'`,
            { field: child(field, 'allowOrigins'), quoted: true },
          ),
          'gatewayresponse.header.Access-Control-Allow-Headers': noted(`'${HEADERS.join()}'`, {
            quoted: true,
          }),
        },
      },
    }),
  }))

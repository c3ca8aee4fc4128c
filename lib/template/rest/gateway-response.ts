import { child } from '../../document/field-path'
import type { Api } from '../../model/model'
import { keyOf } from '../key'
import type { Resource } from '../template'
import { annotate, fromField, ref } from '../value'

/** The CORS header on the own answers of the API of logical id `apiId`; none without CORS. */
export const gatewayResponses = ({ cors }: Api, apiId: string): readonly Resource[] =>
  cors ? [gatewayResponse(apiId, '4XX', cors, true), gatewayResponse(apiId, '5XX', cors, false)] : []

const gatewayResponse = (
  apiId: string,
  family: '4XX' | '5XX',
  cors: NonNullable<Api['cors']>,
  explained: boolean,
): Resource => ({
  logicalId: `Default${family}Response`,
  type: 'AWS::ApiGateway::GatewayResponse',
  key: keyOf('GatewayResponse', apiId, family, allowedOrigin(cors.allowOrigins)),
  body: () => ({
    note: { field: cors.field },
    properties: {
      RestApiId: ref(apiId),
      ResponseType: annotate(`DEFAULT_${family}`, {
        comment: explained
          ? 'Without its own CORS header a 401 reads as a network error in the browser'
          : undefined,
      }),
      ResponseParameters: {
        'gatewayresponse.header.Access-Control-Allow-Origin': fromField(
          child(cors.field, 'allowOrigins'),
          allowedOrigin(cors.allowOrigins),
        ),
      },
    },
  }),
})

/** A static value: with several origins none of them would be right, and these answers hold nothing of the user's. */
const allowedOrigin = (origins: readonly string[]): string =>
  origins.length === 1 ? `'${origins[0]}'` : "'*'"

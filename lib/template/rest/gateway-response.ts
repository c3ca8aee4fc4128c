import { child } from '../../document/field-path'
import type { Api } from '../../model/model'
import { type Body, type Resource, resource } from '../template'
import { annotate, fromField, ref } from '../value'

type Family = '4XX' | '5XX'

type GatewayResponseInputs = {
  readonly apiId: string
  readonly family: Family
  readonly cors: NonNullable<Api['cors']>
  readonly explained: boolean
}

/** The CORS header of API Gateway's own answers, for the API with the logical ID `apiId`; none without CORS. */
export const gatewayResponses = ({ cors }: Api, apiId: string): readonly Resource[] =>
  cors
    ? [
        gatewayResponse({ apiId, family: '4XX', cors, explained: true }),
        gatewayResponse({ apiId, family: '5XX', cors, explained: false }),
      ]
    : []

const gatewayResponse = (inputs: GatewayResponseInputs): Resource =>
  resource(`Default${inputs.family}Response`, 'AWS::ApiGateway::GatewayResponse', inputs, body)

const body = ({ apiId, family, cors, explained }: GatewayResponseInputs): Body => ({
  note: { field: cors.field },
  properties: {
    RestApiId: ref(apiId),
    ResponseType: annotate(`DEFAULT_${family}`, {
      comment: explained ? 'Without a CORS header, browsers report a 401 as a network error' : undefined,
    }),
    ResponseParameters: {
      'gatewayresponse.header.Access-Control-Allow-Origin': fromField(
        child(cors.field, 'allowOrigins'),
        allowedOrigin(cors.allowOrigins),
      ),
    },
  },
})

/** A static value. With several origins no single one is right, and these answers contain no data of the user. */
export const allowedOrigin = (origins: readonly string[]): string =>
  origins.length === 1 ? `'${origins[0]}'` : "'*'"

import type { Cause } from '../deployed/cause'
import type { Api, GatewayResponse } from '../deployed/deployed'
import { literal, unknown } from '../deployed/term'

/** Stands for the gateway responses of an API that are not known: there may be one with CORS headers. */
export const unknownResponses = (api: Api, because: Cause): GatewayResponse => ({
  id: 'gateway responses',
  key: `${api.key} responses`,
  at: api.at,
  api: { kind: 'one', to: api },
  responseType: literal('DEFAULT_4XX', api.at),
  headers: unknown(`${api.key} responses`, because, api.at),
})

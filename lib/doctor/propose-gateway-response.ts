import { whole } from '../deployed/compare'
import type { Api } from '../deployed/deployed'
import { isOn, property } from '../deployed/questions'
import { insertEntry } from '../source/insert'
import { valueAt } from '../source/node'
import { dependOn } from './depend-on'
import type { Proposal } from './finding'
import type { Facts } from './rule'

const LABEL = 'Add a gateway response with CORS headers'

/** The gateway response that lets pages read a 401, with the origin that the API's own preflights allow. */
export function proposeGatewayResponse(api: Api, { files, deployed }: Facts): readonly Proposal[] {
  const file = files.find(({ source }) => source === api.at.source)
  const origin = "'*'"
  // Browsers accept no wildcard where credentials are allowed (Fetch standard, CORS check).
  const mayBeWildcard = isOn(property(api.cors, 'AllowCredentials')).is === false
  if (file?.format === 'sam' && api.properties && !valueAt(api.properties, 'GatewayResponses')) {
    const { cors } = api
    const origins = cors.kind === 'text' ? cors : property(cors, 'AllowOrigin')
    const own = origins.kind === 'text' ? whole(origins) : undefined
    const isWritten = own !== undefined && /^'.*'$/.test(own)
    if (!isWritten && !mayBeWildcard) return []
    const headers = { 'Access-Control-Allow-Origin': isWritten ? own : origin }
    const value = { DEFAULT_4XX: { ResponseParameters: { Headers: headers } } }
    return [
      {
        label: LABEL,
        edits: [insertEntry(api.properties, 'GatewayResponses', value, ['Auth', 'Cors', 'StageName'])],
      },
    ]
  }
  const { siblings } = api
  if (!file?.format?.startsWith('cloudformation') || !siblings) return []
  const value = {
    Type: 'AWS::ApiGateway::GatewayResponse',
    Properties: {
      RestApiId: { Ref: api.id },
      ResponseType: 'DEFAULT_4XX',
      ResponseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': origin },
    },
  }
  const id = `${api.id}Default4xx`
  const waiting = deployed.deployments
    .filter(deployment => deployment.api.kind === 'one' && deployment.api.to.key === api.key)
    .flatMap(deployment => dependOn(deployment, [id]).slice(0, 1))
  return [{ label: LABEL, edits: [insertEntry(siblings, id, value, [api.id]), ...waiting] }]
}

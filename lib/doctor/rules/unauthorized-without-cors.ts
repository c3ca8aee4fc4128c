import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken, exists, isLinkTo } from '../../deployed/access'
import type { Api, GatewayResponse } from '../../deployed/deployed'
import { isAbsent, isOneOf } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { all, knownUnless, no, not, some, type Truth, undecided } from '../../deployed/truth'
import type { Span } from '../../source/node'
import { about, aboutEndpoint } from '../about'
import { hasCors, isForBrowsers, isOf } from '../endpoints'
import { proposeGatewayResponse } from '../propose-gateway-response'
import type { Facts, Rule, Verdicts } from '../rule'

export const unauthorizedWithoutCors: Rule = {
  code: 'UNAUTHORIZED_WITHOUT_CORS',
  severity: 'warning',
  source: apiGatewayGuide('apigateway-gateway-responses'),
  check: facts => [...ofApis(facts), ...ofUnknownEvents(facts)],
}

const WHY =
  'API Gateway answers 401 without Access-Control-Allow-Origin, so the page gets a network error instead of the response.'
const FIX = 'Add a gateway response for DEFAULT_4XX that sets Access-Control-Allow-Origin.'

function ofApis(facts: Facts): Verdicts {
  const { deployed } = facts
  return deployed.apis
    .filter(({ type }) => type === 'rest')
    .flatMap(api => {
      const open = [...api.open, ...deployed.open]
      const answered = some(
        ...deployed.gatewayResponses.map(response =>
          all(exists(response), isLinkTo(response.api, api), allowsOrigin(response)),
        ),
        knownUnless(open, false),
      )
      const truth = all(
        isForBrowsers(api, deployed),
        some(...deployed.endpoints.map(endpoint => all(isOf(endpoint, api), asksForToken(endpoint)))),
        not(answered),
      )
      return placesOf(api, facts).map(at =>
        about(api, truth, () => ({
          at,
          message: `A browser cannot see why ${api.id} rejects a token.`,
          why: WHY,
          fix: FIX,
          proposals: () => proposeGatewayResponse(api, facts),
        })),
      )
    })
}

/** Where no other event has made the API, one that is not known may. */
function ofUnknownEvents({ deployed: { apis, endpoints } }: Facts): Verdicts {
  if (apis.some(({ type }) => type === 'rest')) return []
  return endpoints.map(endpoint => {
    const { apiType, under, api } = endpoint
    if (apiType !== 'rest' || !under || api.kind !== 'unknown') return undefined
    return aboutEndpoint(endpoint, undecided(...api.because), () => ({
      message: `A browser cannot see why ${endpointName(endpoint)} rejects a token.`,
      why: WHY,
      fix: FIX,
    }))
  })
}

/** API Gateway uses the header name as written, so a misspelled name sets another header. */
const HEADER = /^gatewayresponse\.header\.access-control-allow-origin$/i

function allowsOrigin({ responseType, headers }: GatewayResponse): Truth {
  const isFor401 = isOneOf(responseType, 'UNAUTHORIZED', 'DEFAULT_4XX')
  if (headers.kind === 'unknown' || headers.kind === 'either') return all(isFor401, undecided(headers.cause))
  if (headers.kind !== 'fields') return no
  const sets = [...headers.fields].map(([name, { value }]) => (HEADER.test(name) ? not(isAbsent(value)) : no))
  return all(isFor401, some(...sets, knownUnless(headers.open, false)))
}

/** Where CORS is switched on: for the API, or for each event; otherwise the API. */
function placesOf(api: Api, { deployed }: Facts): readonly Span[] {
  if (api.corsAt) return [api.corsAt]
  const places = deployed.endpoints.flatMap(({ api: link, cors }) =>
    link.kind === 'one' && link.to.key === api.key && cors && hasCors(cors).is !== false
      ? [cors.label ?? cors.at]
      : [],
  )
  return places.length > 0 ? places : [api.at]
}

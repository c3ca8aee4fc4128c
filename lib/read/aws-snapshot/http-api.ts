import { outside } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import type { Api, Authorizer, Link, Served } from '../../deployed/deployed'
import { asText, isOn, isOneOf, property, propertyAt } from '../../deployed/questions'
import { absent, type Fields, literal, type Term } from '../../deployed/term'
import { routeKey } from '../cloudformation/route-key'
import type { Builder } from '../template/builder'
import { distinctId } from './identity'
import { authorizerOf, isRefused, missingAnswer, notCollected, ofNoApi } from './not-collected'
import { itemsOf, placeOf } from './place'

/** Reads the answers about an HTTP API: get-api, get-routes, get-authorizers of API Gateway's second version. */
export function readHttpSnapshot(snapshot: Fields, builder: Builder): void {
  const routes = property(snapshot, 'routes')
  const answer = property(snapshot, 'httpApi')
  const authorizers = propertyAt(snapshot, ['authorizers', 'Items'])
  if (routes.kind !== 'fields' && answer.kind !== 'fields' && !isRefused(snapshot, 'get-routes')) {
    readAuthorizers(authorizers, ofNoApi(snapshot, 'routes', 'get-routes'), builder)
    return
  }
  const described = answer.kind === 'fields' ? answer : missingAnswer(snapshot, 'API', 'get-api')
  const at = placeOf(described.kind === 'fields' ? described : snapshot)
  const items = itemsOf(property(routes, 'Items'))
  if (isOneOf(property(described, 'ProtocolType'), 'WEBSOCKET').is || items.some(isOfWebSocket)) {
    builder.open.push({ ...WEB_SOCKET, at })
    return
  }
  const id =
    whole(asText(property(described, 'ApiId'))) || whole(asText(property(snapshot, 'apiId'))) || 'api'
  const cors = property(described, 'CorsConfiguration')
  const api: Api = {
    generated: {},
    id: distinctId(
      whole(asText(property(described, 'Name'))) || id,
      described.kind === 'fields' ? [id] : ['HTTP'],
      builder,
    ),
    key: `http ${id}`,
    at,
    type: 'http',
    name: property(described, 'Name'),
    apiId: literal(id, at),
    deploysItself: true,
    permitsItself: true,
    cors,
    corsHeaders: property(cors, 'AllowHeaders'),
    open: routes.kind === 'fields' ? [] : [notCollected(snapshot, 'routes', 'get-routes', at)],
  }
  const served = servedBy(snapshot, id)
  builder.apis.push({ ...api, ...(served && { served }) })
  readAuthorizers(authorizers, { kind: 'one', to: api }, builder)
  for (const route of items)
    readRoute(
      route,
      api,
      authorizerOf(property(route, 'AuthorizerId'), authorizers, snapshot, builder),
      builder,
    )
}

/** Routes of HTTP APIs are a method and a path, or `$default`; those of WebSocket APIs are words of messages. */
const isOfWebSocket = (route: Fields): boolean =>
  /^(?!\$default$)[^/]+$/.test(whole(asText(property(route, 'RouteKey'))) ?? '')

const WEB_SOCKET = outside(
  'WebSocket API',
  'This is a WebSocket API, which has no JWT authorizers. Its routes are not judged.',
)

/** What a stage serves that does not deploy by itself: the answers do not say. */
function servedBy(snapshot: Fields, id: string): Served | undefined {
  if (isRefused(snapshot, 'get-stages')) {
    const because = notCollected(snapshot, 'stages', 'get-stages', snapshot.at)
    return { stage: 'STAGE', command: deployment(id, 'STAGE'), changes: [], open: [because] }
  }
  const late = itemsOf(propertyAt(snapshot, ['stages', 'Items'])).flatMap(stage => {
    if (isOn(property(stage, 'AutoDeploy')).is) return []
    const name = whole(asText(property(stage, 'StageName'))) || 'STAGE'
    const command = deployment(id, name)
    const message = `The stage ${name} does not deploy by itself, and the answers do not show what it serves. If the API was changed, deploy it: ${command}`
    return { stage: name, command, because: { ...outside(`stage ${name}`, message), at: placeOf(stage) } }
  })
  const [first] = late
  return first && { ...first, changes: [], open: late.map(({ because }) => because) }
}

const deployment = (id: string, stage: string): string =>
  `aws apigatewayv2 create-deployment --api-id ${id} --stage-name ${stage}`

/** Authorizers of an HTTP API, as `get-authorizers` lists them. */
function readAuthorizers(list: Term, api: Link<Api>, builder: Builder): void {
  for (const authorizer of itemsOf(list))
    builder.authorizers.push({
      generated: {},
      id: whole(asText(property(authorizer, 'Name'))) || 'authorizer',
      key: `authorizer ${whole(asText(property(authorizer, 'AuthorizerId')))}`,
      at: placeOf(authorizer),
      api,
      authorizerId: asText(property(authorizer, 'AuthorizerId')),
      type: property(authorizer, 'AuthorizerType'),
      identitySource: property(authorizer, 'IdentitySource'),
      validationExpression: absent(authorizer.at),
      providerArns: absent(authorizer.at),
      issuer: propertyAt(authorizer, ['JwtConfiguration', 'Issuer']),
      audience: propertyAt(authorizer, ['JwtConfiguration', 'Audience']),
    })
}

function readRoute(route: Fields, api: Api, authorizer: Link<Authorizer>, builder: Builder): void {
  const key = asText(property(route, 'RouteKey'))
  const type = property(route, 'AuthorizationType')
  builder.endpoints.push({
    generated: {},
    id: whole(key) || 'route',
    key: `${api.key} ${whole(key)}`,
    at: key.at,
    apiType: 'http',
    api: { kind: 'one', to: api },
    ...routeKey(key),
    authorizationType: type.kind === 'absent' ? literal('NONE', key.at) : type,
    authorizer,
    scopes: property(route, 'AuthorizationScopes'),
    integrationUri: absent(key.at),
    isMock: false,
    parts: [],
  })
}

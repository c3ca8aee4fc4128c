import { outside } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import type { Api, Link, Served } from '../../deployed/deployed'
import { linkTo } from '../../deployed/links'
import { asText, isOn, isOneOf, property, propertyAt } from '../../deployed/questions'
import { absent, type Fields, literal, type Term } from '../../deployed/term'
import { routeKey } from '../cloudformation/route-key'
import type { Builder } from '../template/builder'
import { distinctId, itemsOf, placeOf } from './identity'
import { notCollected, ofNoApi } from './not-collected'

/** Reads the answers about an HTTP API: get-api, get-routes, get-authorizers of API Gateway's second version. */
export function readHttpSnapshot(snapshot: Fields, builder: Builder): void {
  const routes = property(snapshot, 'routes')
  const described = property(snapshot, 'httpApi')
  const authorizers = propertyAt(snapshot, ['authorizers', 'Items'])
  if (routes.kind !== 'fields' && described.kind !== 'fields') {
    readAuthorizers(authorizers, ofNoApi('routes', 'get-routes', snapshot.at), builder)
    return
  }
  const at = placeOf(described.kind === 'fields' ? described : snapshot)
  const items = itemsOf(property(routes, 'Items'))
  if (isOneOf(property(described, 'ProtocolType'), 'WEBSOCKET').is || items.some(isOfWebSocket)) {
    builder.open.push({ ...WEB_SOCKET, at })
    return
  }
  const id = whole(asText(property(described, 'ApiId'))) || 'api'
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
    open: routes.kind === 'fields' ? [] : [notCollected('routes', 'get-routes', at)],
  }
  const served = servedBy(property(snapshot, 'stages'), id)
  builder.apis.push({ ...api, ...(served && { served }) })
  readAuthorizers(authorizers, { kind: 'one', to: api }, builder)
  for (const route of items) readRoute(route, api, builder)
}

/** Routes of HTTP APIs are a method and a path, or `$default`; those of WebSocket APIs are words of messages. */
const isOfWebSocket = (route: Fields): boolean =>
  /^(?!\$default$)[^/]+$/.test(whole(asText(property(route, 'RouteKey'))) ?? '')

const WEB_SOCKET = outside(
  'WebSocket API',
  'This is a WebSocket API, which has no JWT authorizers. Its routes are not judged.',
)

/** What a stage serves that does not deploy by itself: the answers do not say. */
function servedBy(stages: Term, id: string): Served | undefined {
  const late = itemsOf(property(stages, 'Items')).flatMap(stage => {
    if (isOn(property(stage, 'AutoDeploy')).is) return []
    const name = whole(asText(property(stage, 'StageName'))) || 'STAGE'
    const command = `aws apigatewayv2 create-deployment --api-id ${id} --stage-name ${name}`
    const message = `The stage ${name} does not deploy by itself, and the answers do not show what it serves. If the API was changed, deploy it: ${command}`
    return { stage: name, command, because: { ...outside(`stage ${name}`, message), at: placeOf(stage) } }
  })
  const [first] = late
  return first && { ...first, changes: [], open: late.map(({ because }) => because) }
}

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

function readRoute(route: Fields, api: Api, builder: Builder): void {
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
    authorizer: linkTo(
      property(route, 'AuthorizerId'),
      builder.authorizers,
      ({ authorizerId }) => authorizerId,
      'authorizer',
    ),
    scopes: property(route, 'AuthorizationScopes'),
    integrationUri: absent(key.at),
    isMock: false,
    parts: [],
  })
}

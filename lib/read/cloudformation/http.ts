import type { Cause } from '../../deployed/cause'
import type { Api, Endpoint, Link } from '../../deployed/deployed'
import { linkTo } from '../../deployed/links'
import { asText, isOneOf, propertyAt } from '../../deployed/questions'
import { absent, inBranches, type Term } from '../../deployed/term'
import type { Truth } from '../../deployed/truth'
import { functionUriOf, HTTP } from '../preflight'
import type { Readers } from '../readers'
import type { Builder } from '../template/builder'
import { locationOf } from '../template/location'
import { ownText } from '../template/own-text'
import { propertyOf, type Resources, type Stack, type TemplateResource } from '../template/resource'
import { bodyOf, withDefinition } from './body'
import { readQuickCreate } from './quick-create'
import { slots } from './rest'
import { routeKey } from './route-key'

/**
 * Reads the HTTP APIs of a template; WebSocket APIs have no JWT authorizers and are left out. One that is a WebSocket API for
 * another value of a parameter, or the other way round, is read as an HTTP API that may not be there.
 */
export function readHttpApis({ resources, scope }: Stack, builder: Builder, readers: Readers): void {
  for (const resource of ofType(resources, 'AWS::ApiGatewayV2::Api')) {
    if (isWebSocket(resource)) continue
    const location = locationOf(resource, 'BodyS3Location')
    const { body, open } = bodyOf(propertyOf(resource, 'Body'), location, scope)
    const cors = propertyOf(resource, 'CorsConfiguration')
    const api: Api = {
      ...ifHttp(resource, resource),
      type: 'http',
      name: propertyOf(resource, 'Name'),
      apiId: ownText(resource),
      deploysItself: true,
      permitsItself: false,
      cors,
      corsHeaders: propertyAt(cors, ['AllowHeaders']),
      open,
    }
    builder.apis.push(withDefinition(body, api, builder, readers))
  }
}

/** Reads the authorizers of HTTP APIs; the APIs of all formats must be known already. */
export function readHttpAuthorizers(stack: Stack, builder: Builder, others: Resources): void {
  for (const resource of ofHttpApis(stack, others, 'AWS::ApiGatewayV2::Authorizer'))
    builder.authorizers.push({
      api: apiOf(resource, builder),
      ...resource,
      authorizerId: ownText(resource),
      type: propertyOf(resource, 'AuthorizerType'),
      identitySource: propertyOf(resource, 'IdentitySource'),
      validationExpression: absent(resource.at),
      providerArns: absent(resource.at),
      issuer: propertyAt(resource.value, ['JwtConfiguration', 'Issuer'], resource.at),
      audience: propertyAt(resource.value, ['JwtConfiguration', 'Audience'], resource.at),
      ...(resource.properties && {
        identitySlot: { map: resource.properties, key: 'IdentitySource', after: ['AuthorizerType', 'Name'] },
      }),
    })
}

/** Reads the routes: a nested stack may use the authorizers and integrations of its parent. */
export function readHttpParts(stack: Stack, builder: Builder, others: Resources): void {
  for (const resource of ofHttpApis(stack, others, 'AWS::ApiGatewayV2::Route'))
    builder.endpoints.push(toRoute(resource, others, apiOf(resource, builder), builder))
  readQuickCreate(stack, builder, resource => apiOf(resource, builder))
}

const apiOf = (resource: TemplateResource, { apis }: Builder): Link<Api> =>
  linkTo(propertyOf(resource, 'ApiId'), apis, ({ apiId }) => apiId, 'API')

/** The resources of a type that belong to HTTP APIs; they are there where their API is one. */
function ofHttpApis({ resources }: Stack, { apisV2 }: Resources, type: string): readonly TemplateResource[] {
  return ofType(resources, type).flatMap(resource => {
    const link = linkTo(propertyOf(resource, 'ApiId'), apisV2, ownText, 'API')
    if (link.kind !== 'one') return resource
    return isWebSocket(link.to) ? [] : ifHttp(resource, link.to)
  })
}

const ofType = (resources: Stack['resources'], type: string) =>
  [...resources.values()].filter(resource => resource.type === type)

/** Is it one, whatever the parameters are? */
const isWebSocket = (api: TemplateResource): boolean => {
  const { is, assumed } = isSocket(api)
  return is === true && assumed.length === 0
}

const isSocket = (api: TemplateResource): Truth => isOneOf(propertyOf(api, 'ProtocolType'), 'WEBSOCKET')

/** A resource of an API that may be no HTTP API: certain as long as parameters keep their defaults, or undecided. */
function ifHttp(resource: TemplateResource, api: TemplateResource): TemplateResource {
  const { is, because, assumed } = isSocket(api)
  if (is === false) return assumed.length === 0 ? resource : { ...resource, assumed }
  const under = resource.under ?? because[0] ?? protocolCause(api, assumed[0])
  return under ? { ...resource, under } : resource
}

/** Why the protocol is not certain. */
function protocolCause({ id, at }: TemplateResource, parameter: string | undefined): Cause | undefined {
  if (parameter === undefined) return undefined
  const message = `The parameter ${parameter} decides whether ${id} is an HTTP or a WebSocket API. Give its value.`
  return { kind: 'parameter', name: parameter, message, at }
}

function toRoute(resource: TemplateResource, others: Resources, api: Link<Api>, builder: Builder): Endpoint {
  const { method, path } = routeKey(asText(propertyOf(resource, 'RouteKey')))
  return {
    apiType: 'http',
    ...resource,
    api,
    method,
    path,
    authorizationType: propertyOf(resource, 'AuthorizationType'),
    authorizer: linkTo(
      propertyOf(resource, 'AuthorizerId'),
      builder.authorizers,
      ({ authorizerId }) => authorizerId,
      'authorizer',
    ),
    scopes: propertyOf(resource, 'AuthorizationScopes'),
    ...integrationOf(propertyOf(resource, 'Target'), others, resource),
    isMock: false,
    parts: [resource],
    ...slots(resource.properties),
  }
}

/** `integrations/${Integration}` → what that integration calls, and as which role. */
function integrationOf(
  target: Term,
  others: Resources,
  { at }: TemplateResource,
): Pick<Endpoint, 'integrationUri' | 'credentials'> {
  const ofTarget = (read: (integration: TemplateResource) => Term) =>
    inBranches(target, branch => {
      if (branch.kind === 'unknown') return { ...branch, maybeAbsent: true }
      const found = integrationIn(branch, others)
      return found ? read(found) : absent(at)
    })
  return {
    integrationUri: ofTarget(found => functionUriOf(found.value, HTTP, found.at)),
    credentials: ofTarget(found => propertyOf(found, 'CredentialsArn')),
  }
}

function integrationIn(target: Term, others: Resources): TemplateResource | undefined {
  for (const part of target.kind === 'text' ? target.parts : [])
    if (part.kind === 'resource') return others.byKey.get(part.id)
  return undefined
}

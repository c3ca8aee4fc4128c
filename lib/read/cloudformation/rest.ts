import type { Api, Endpoint, Link, Slot } from '../../deployed/deployed'
import { linkTo } from '../../deployed/links'
import { asText, property } from '../../deployed/questions'
import { absent, literal, type Term, type Text, textOfParts, unknown } from '../../deployed/term'
import type { MapNode } from '../../source/node'
import { CLOUDFORMATION, functionUriOf, mockOf } from '../preflight'
import type { Readers } from '../readers'
import type { Builder } from '../template/builder'
import { locationOf } from '../template/location'
import { ownText } from '../template/own-text'
import { propertyOf, type Resources, type Stack, type TemplateResource } from '../template/resource'
import { bodyOf, withDefinition } from './body'

/** Reads the REST APIs of a template that are not written in a format's own sugar. */
export function readRestApis({ resources, scope }: Stack, builder: Builder, readers: Readers): void {
  for (const resource of ofType(resources, 'AWS::ApiGateway::RestApi')) {
    const location = locationOf(resource, 'BodyS3Location')
    const { body, open } = bodyOf(propertyOf(resource, 'Body'), location, scope)
    const api: Api = {
      ...resource,
      type: 'rest',
      name: propertyOf(resource, 'Name'),
      apiId: ownText(resource),
      deploysItself: false,
      permitsItself: false,
      cors: absent(resource.at),
      corsHeaders: absent(resource.at),
      policies: [propertyOf(resource, 'Policy')],
      endpointTypes: [property(propertyOf(resource, 'EndpointConfiguration'), 'Types')],
      open,
    }
    builder.apis.push(withDefinition(body, api, builder, readers))
  }
}

/** Reads the authorizers of REST APIs; the APIs of all formats must be known already. */
export function readRestAuthorizers({ resources }: Stack, builder: Builder): void {
  for (const resource of ofType(resources, 'AWS::ApiGateway::Authorizer'))
    builder.authorizers.push({
      api: apiOf(resource, builder),
      ...resource,
      authorizerId: ownText(resource),
      type: propertyOf(resource, 'Type'),
      identitySource: propertyOf(resource, 'IdentitySource'),
      validationExpression: propertyOf(resource, 'IdentityValidationExpression'),
      providerArns: propertyOf(resource, 'ProviderARNs'),
      issuer: absent(resource.at),
      audience: absent(resource.at),
      ...(resource.properties && {
        identitySlot: { map: resource.properties, key: 'IdentitySource', after: ['Type', 'Name'] },
        expressionEntry: { map: resource.properties, key: 'IdentityValidationExpression' },
      }),
    })
}

/** Reads what else belongs to REST APIs: a nested stack may use the authorizers and paths of its parent. */
export function readRestParts({ resources }: Stack, builder: Builder, others: Resources): void {
  for (const resource of ofType(resources, 'AWS::ApiGateway::Method'))
    builder.endpoints.push(toMethod(resource, others, apiOf(resource, builder), builder))

  for (const resource of ofType(resources, 'AWS::ApiGateway::GatewayResponse'))
    builder.gatewayResponses.push({
      api: apiOf(resource, builder),
      ...resource,
      responseType: propertyOf(resource, 'ResponseType'),
      headers: propertyOf(resource, 'ResponseParameters'),
    })

  for (const resource of ofType(resources, 'AWS::ApiGateway::Deployment'))
    builder.deployments.push({
      api: apiOf(resource, builder),
      ...resource,
      isStatic: !/[0-9a-f]{8}/i.test(resource.id),
    })
}

const apiOf = (resource: TemplateResource, { apis }: Builder): Link<Api> =>
  linkTo(propertyOf(resource, 'RestApiId'), apis, ({ apiId }) => apiId, 'API')

const ofType = (resources: Stack['resources'], type: string) =>
  [...resources.values()].filter(resource => resource.type === type)

function toMethod(resource: TemplateResource, others: Resources, api: Link<Api>, builder: Builder): Endpoint {
  const method = asText(propertyOf(resource, 'HttpMethod'))
  const { properties } = resource
  const integration = property(resource.value, 'Integration', resource.at)
  return {
    apiType: 'rest',
    ...resource,
    api,
    method: upperCase(method),
    path: resourcePath(propertyOf(resource, 'ResourceId'), others, new Set()),
    authorizationType: propertyOf(resource, 'AuthorizationType'),
    authorizer: linkTo(
      propertyOf(resource, 'AuthorizerId'),
      builder.authorizers,
      ({ authorizerId }) => authorizerId,
      'authorizer',
    ),
    scopes: propertyOf(resource, 'AuthorizationScopes'),
    apiKey: propertyOf(resource, 'ApiKeyRequired'),
    integrationUri: functionUriOf(integration, CLOUDFORMATION, resource.at),
    credentials: property(integration, 'Credentials', resource.at),
    ...mockOf(integration, CLOUDFORMATION),
    parts: [resource],
    ...slots(properties),
  }
}

export const slots = (map: MapNode | undefined): { scopesSlot?: Slot; typeSlot?: Slot } =>
  map
    ? {
        scopesSlot: { map, key: 'AuthorizationScopes', after: ['AuthorizerId', 'AuthorizationType'] },
        typeSlot: { map, key: 'AuthorizationType', after: ['HttpMethod', 'RouteKey'] },
      }
    : {}

export const upperCase = (text: Text): Text => ({
  ...text,
  parts: text.parts.map(part =>
    part.kind === 'literal' ? { ...part, text: part.text.toUpperCase() } : part,
  ),
})

/** Resources in one path before we give up: an API has 300 in all (API Gateway quotas). */
const MAX_SEGMENTS = 300

/** `/notes/{id}` of a chain of resources; `/` for the root of the API. */
function resourcePath(id: Term, others: Resources, seen: Set<string>): Text {
  const text = asText(id)
  const [part] = text.parts
  if (text.parts.length !== 1 || part?.kind !== 'resource') return text
  if (part.attribute === 'RootResourceId') return literal('/', text.at)
  const resource = others.byKey.get(part.id)
  if (resource?.type !== 'AWS::ApiGateway::Resource' || seen.has(part.id) || seen.size === MAX_SEGMENTS)
    return asText(unknown(`path ${part.id}`, notHere(part.id, text), text.at))
  seen.add(part.id)
  const parent = resourcePath(property(resource.value, 'ParentId'), others, seen)
  const own = asText(propertyOf(resource, 'PathPart'))
  const isRoot =
    parent.parts.length === 1 && parent.parts[0]?.kind === 'literal' && parent.parts[0].text === '/'
  const slash = { kind: 'literal', text: '/' } as const
  const assumed = [...new Set([...parent.assumed, ...own.assumed])]
  return textOfParts([...(isRoot ? [] : parent.parts), slash, ...own.parts], own.at, assumed)
}

const notHere = (name: string, { at }: Text) => ({
  kind: 'outside' as const,
  name,
  message: `${name} is not a path resource of these files.`,
  at,
})

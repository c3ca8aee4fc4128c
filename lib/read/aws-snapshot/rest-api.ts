import { outside } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import type { Api, Authorizer, Endpoint, Link, Served } from '../../deployed/deployed'
import { asText, property, propertyAt } from '../../deployed/questions'
import { show } from '../../deployed/show'
import { absent, type Field, type Fields, literal, type Term, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import { readDefinition } from '../openapi/definition'
import { CLI, functionUriOf, mockOf } from '../preflight'
import { type Builder, emptyBuilder } from '../template/builder'
import { unknownResponses } from '../unknown-responses'
import { distinctId } from './identity'
import { stageOf } from './join'
import { authorizerOf, isRefused, missingAnswer, notCollected, ofNoApi } from './not-collected'
import { itemsOf, placeOf } from './place'
import { stageChanges } from './stage-changes'

/** Reads the answers about a REST API: get-rest-api, get-resources, get-authorizers, get-gateway-responses, get-export. */
export function readRestSnapshot(snapshot: Fields, builder: Builder): void {
  const resources = property(snapshot, 'resources')
  const methods = property(resources, 'items')
  const described = property(snapshot, 'restApi')
  const authorizers = property(snapshot, 'authorizers')
  if (resources.kind !== 'fields' && described.kind !== 'fields' && !isRefused(snapshot, 'get-resources')) {
    readAuthorizers(authorizers, ofNoApi(snapshot, 'resources', 'get-resources'), builder)
    return
  }
  const at = placeOf(described.kind === 'fields' ? described : snapshot)
  const id = whole(asText(property(described, 'id'))) || whole(asText(property(snapshot, 'apiId'))) || 'api'
  const stage = whole(asText(stageOf(snapshot))) ?? ''
  const others = [stage, id, `${id} ${stage}`]
  const base: Api = {
    generated: {},
    id: distinctId(whole(asText(property(described, 'name'))) || id, others, builder),
    key: `rest ${id} ${stage}`,
    at,
    type: 'rest',
    name: property(described, 'name'),
    apiId: literal(id, at),
    deploysItself: true,
    permitsItself: true,
    cors: absent(at),
    corsHeaders: absent(at),
    ...(described.kind === 'fields'
      ? {
          policies: [property(described, 'policy')],
          endpointTypes: [propertyAt(described, ['endpointConfiguration', 'types'])],
        }
      : { policies: [missingAnswer(snapshot, 'API', 'get-rest-api')] }),
    open: methods.kind === 'list' ? [] : [notCollected(snapshot, 'resources', 'get-resources', at)],
  }
  readAuthorizers(authorizers, { kind: 'one', to: base }, builder)
  for (const resource of itemsOf(methods))
    for (const [verb, field] of methodsOf(resource))
      builder.endpoints.push(
        toEndpoint(verb, field, resource, base, id =>
          authorizerOf(id, property(authorizers, 'items'), snapshot, builder),
        ),
      )
  const responses = propertyAt(snapshot, ['gatewayResponses', 'items'])
  if (responses.kind !== 'list')
    builder.gatewayResponses.push(
      unknownResponses(base, notCollected(snapshot, 'gateway responses', 'get-gateway-responses', at)),
    )
  for (const response of itemsOf(responses)) {
    // The defaults that AWS lists too set no headers.
    if (whole(asText(property(response, 'defaultResponse'))) === 'true') continue
    builder.gatewayResponses.push({
      generated: {},
      id: whole(asText(property(response, 'responseType'))) || 'response',
      key: `response ${base.key} ${response.at.start}`,
      at: placeOf(response),
      api: { kind: 'one', to: base },
      responseType: property(response, 'responseType'),
      headers: property(response, 'responseParameters'),
    })
  }
  const served = servedBy(snapshot, base, id, builder)
  builder.apis.push({ ...base, ...(served && { served }) })
}

const methodsOf = (resource: Fields): readonly (readonly [string, Field])[] => {
  const methods = property(resource, 'resourceMethods')
  return methods.kind === 'fields' ? [...methods.fields] : []
}

/** Authorizers of a REST API, as `get-authorizers` lists them. */
function readAuthorizers(answer: Term, api: Link<Api>, builder: Builder): void {
  for (const authorizer of itemsOf(property(answer, 'items'))) {
    const at = placeOf(authorizer)
    builder.authorizers.push({
      generated: {},
      id: whole(asText(property(authorizer, 'name'))) || 'authorizer',
      key: `authorizer ${whole(asText(property(authorizer, 'id')))}`,
      at,
      api,
      authorizerId: asText(property(authorizer, 'id')),
      type: property(authorizer, 'type'),
      identitySource: property(authorizer, 'identitySource'),
      validationExpression: property(authorizer, 'identityValidationExpression'),
      providerArns: property(authorizer, 'providerARNs'),
      issuer: absent(at),
      audience: absent(at),
    })
  }
}

function toEndpoint(
  verb: string,
  { key, value: written }: Field,
  resource: Fields,
  api: Api,
  authorizerWith: (id: Term) => Link<Authorizer>,
): Endpoint {
  const path = asText(property(resource, 'path'))
  const value = isListed(written) ? written : notEmbedded(key)
  const integration = property(value, 'methodIntegration')
  const type = property(value, 'authorizationType')
  return {
    generated: {},
    id: `${verb} ${show(path)}`,
    key: `${api.key} ${verb} ${show(path)}`,
    at: key,
    apiType: 'rest',
    api: { kind: 'one', to: api },
    method: literal(verb.toUpperCase(), key),
    path,
    authorizationType: type.kind === 'absent' ? literal('NONE', key) : type,
    authorizer: authorizerWith(property(value, 'authorizerId')),
    scopes: property(value, 'authorizationScopes'),
    apiKey: property(value, 'apiKeyRequired'),
    integrationUri: functionUriOf(integration, CLI, key),
    ...mockOf(integration, CLI),
    parts: [],
  }
}

/** Without `--embed methods` the answer of get-resources names methods, and says nothing of them. */
const isListed = (method: Term): boolean => method.kind === 'fields' && method.fields.size > 0

const notEmbedded = (at: Span): Term => {
  const message = 'The methods are not in the answer. Run get-resources with --embed methods.'
  return unknown(`methods ${at.start}`, outside('methods', message), at, true)
}

/** What the stage serves: its export. */
function servedBy(snapshot: Fields, api: Api, id: string, { endpoints, open }: Builder): Served | undefined {
  const document = property(snapshot, 'export')
  // Every OpenAPI document has paths: what lacks them is another answer.
  const isExport = document.kind === 'fields' && property(document, 'paths').kind !== 'absent'
  if (!isExport && !isRefused(snapshot, 'get-export')) return undefined
  const name = whole(asText(stageOf(snapshot))) || 'STAGE'
  const region = whole(asText(property(snapshot, 'region')))
  const command = `aws apigateway create-deployment --rest-api-id ${id} --stage-name ${name}${region ? ` --region ${region}` : ''}`
  if (!isExport)
    return {
      stage: name,
      command,
      changes: [],
      open: [notCollected(snapshot, 'export', 'get-export', api.at)],
    }
  const served = emptyBuilder()
  readDefinition(document, { ...api, key: `${api.key} stage` }, served)
  return {
    stage: name,
    command,
    ...stageChanges(
      endpoints.filter(endpoint => endpoint.api.kind === 'one' && endpoint.api.to.key === api.key),
      served.endpoints,
      [...api.open, ...open.filter(({ name }) => name === 'resources')],
    ),
  }
}

import { outside } from '../../deployed/cause'
import { matches, whole } from '../../deployed/compare'
import type { Api } from '../../deployed/deployed'
import { asText, isAbsent, property, propertyAt } from '../../deployed/questions'
import { absent, type Fields, type Term, unknown } from '../../deployed/term'
import type { MapNode } from '../../source/node'
import { hiddenKeys } from '../hidden'
import { hiddenAuthorizers } from '../hidden-authorizer'
import { hiddenEndpoints } from '../hidden-endpoint'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import { ownText } from '../template/own-text'
import { unknownResponses } from '../unknown-responses'
import { fieldsOf, readDefinition } from './definition'
import { documentScope } from './document-scope'
import { isFilledIn } from './filled-in'
import { AUTHORIZER } from './schemes'

export { readDefinition } from './definition'

/** Reads a stand-alone OpenAPI document, such as what `aws apigateway get-export` writes. */
export function readOpenApi(root: MapNode, builder: Builder): void {
  const document = evaluate(root, documentScope)
  if (document.kind !== 'fields') return
  const first = document.fields.get('openapi') ?? document.fields.get('swagger')
  const at = first?.key ?? document.at
  const title = whole(asText(propertyAt(document, ['info', 'title']))) || 'API'
  const key = `${at.source.path} ${title}`
  const type = apiType(document)
  const api: Api = {
    id: title,
    key,
    at: { source: at.source, start: at.start, end: at.end },
    type,
    name: propertyAt(document, ['info', 'title']),
    apiId: ownText({ key, at }),
    deploysItself: true,
    permitsItself: true,
    cors: absent(at),
    corsHeaders: absent(at),
    ...(type === 'rest' && { endpointTypes: [unknown(`endpoint types of ${key}`, OF_ANOTHER_PLACE, at)] }),
    open: [],
  }
  builder.apis.push(readDefinition(document, api, builder, { mayLackExtensions: true }))
  // The authorizer of an HTTP API, whose checks are others.
  const mayBeJwt = type === 'rest' ? authorizersOf(document).flatMap(hiddenKeys) : []
  builder.hidden.push(...hiddenEndpoints(mayBeJwt, 'http', () => ({ kind: 'one', to: api })))
  builder.hiddenAuthorizers.push(...hiddenAuthorizers(mayBeJwt, { ...api, type: 'http' }))
  if (property(document, 'x-amazon-apigateway-gateway-responses').kind !== 'absent') return
  const hidden = isExport(document) ? NOT_EXPORTED : isFilledIn(root) ? OF_TEMPLATE : undefined
  if (hidden) builder.gatewayResponses.push(unknownResponses(api, hidden))
}

const OF_ANOTHER_PLACE = outside('endpoint types', 'An OpenAPI document does not contain them.')

/** CloudFormation and Terraform have a resource for each gateway response. */
const OF_TEMPLATE = outside(
  'gateway responses',
  'The template that fills in this document may have gateway responses too. Give all of it, or a snapshot.',
)

/** What `get-export` writes names the address of the stage: as a server, or as the host of Swagger 2. */
function isExport(document: Fields): boolean {
  const servers = property(document, 'servers')
  const urls = servers.kind === 'list' ? servers.items.map(({ term }) => property(term, 'url')) : []
  return [...urls, property(document, 'host')].some(url => matches(asText(url), /\.execute-api\./))
}

/** An export contains the gateway responses only if it was asked for all extensions, and nothing in it says so. */
const NOT_EXPORTED = outside(
  'gateway responses',
  'An export without gateway responses does not show whether there are any. Export with extensions=apigateway, or give a snapshot.',
)

/** HTTP APIs have them in documents of OpenAPI 3 only. */
const authorizersOf = (document: Fields): readonly Term[] =>
  fieldsOf(propertyAt(document, ['components', 'securitySchemes'])).map(([, { value }]) =>
    property(value, AUTHORIZER),
  )

/** Only HTTP APIs have JWT authorizers, whose settings show them too, payload format versions and a CORS extension. */
function apiType(document: Fields): Api['type'] {
  if (document.fields.has('x-amazon-apigateway-cors')) return 'http'
  for (const authorizer of authorizersOf(document)) {
    if (matches(asText(property(authorizer, 'type')), /^jwt$/i)) return 'http'
    if (isAbsent(property(authorizer, 'jwtConfiguration')).is === false) return 'http'
  }
  for (const [, path] of fieldsOf(property(document, 'paths')))
    for (const [, operation] of fieldsOf(path.value)) {
      const version = propertyAt(operation.value, ['x-amazon-apigateway-integration', 'payloadFormatVersion'])
      if (whole(asText(version))?.startsWith('2')) return 'http'
    }
  return 'rest'
}

import { child } from '../../document/field-path'
import type { Api, Model } from '../../model/model'
import { ALLOWED_HEADERS, allowedMethods, echoOrigin, endpointsByPath } from '../../template/rest/preflight'
import { attribute, gap, hclBody, heredoc, note, quote } from '../../text/hcl'
import { comment, indent, type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { resource } from './paragraph'
import { REST_API } from './rest-api'
import { pathReference } from './rest-endpoint'

type Cors = NonNullable<Api['cors']>
type Path = {
  readonly path: string
  /** Columns of the longest path, quotes included: the equals signs are in one column. */
  readonly width: number
  readonly field: string
  /** Id of the node of the path; undefined for the root. */
  readonly pathId: string | undefined
  readonly methods: string
}

/** The paths with endpoints in one map, with a block for each entry, and four resources for each of them. */
export function preflights({ endpoints }: Model, cors: Cors): readonly Block[] {
  const groups = [...endpointsByPath(endpoints)]
  const width = Math.max(0, ...groups.map(([path]) => quote(path).length))
  return [
    block({ field: cors.field }, mapHead),
    ...groups.map(([path, here]) =>
      block(
        {
          path,
          width,
          field: child(here[0].field, 'path'),
          pathId: here[0].node?.id,
          methods: allowedMethods(here),
        },
        entryLine,
      ),
    ),
    block({ field: cors.field }, mapFoot),
    block({ cors }, answerLines),
  ]
}

type FieldInput = { readonly field: string }

const mapHead = ({ field }: FieldInput): Line[] => [
  { text: '' },
  ...withField(field, [
    ...comment(
      '#',
      'Answers the preflight that browsers send before a cross-origin call. It carries no token: an authorizer would\n' +
        'answer it with 401.',
    ),
    { text: 'locals {' },
    { text: '  preflights = {' },
  ]),
]

const entryLine = ({ path, width, field, pathId, methods }: Path): Line[] => [
  {
    text: `    ${quote(path).padEnd(width)} = { resource_id = ${pathReference(pathId)}, methods = ${quote(methods)} }`,
    field,
  },
]

const mapFoot = ({ field }: FieldInput): Line[] => withField(field, [{ text: '  }' }, { text: '}' }])

const of = (...keys: readonly string[]) => keys.map(key => attribute(key, `each.value.${key}`))

function answerLines({ cors }: { readonly cors: Cors }): Line[] {
  const { field, allowOrigins } = cors
  const several = allowOrigins.length > 1
  const header = (name: string) => quote(`method.response.header.${name}`)
  const allow = (name: string) => header(`Access-Control-Allow-${name}`)
  const declared = [allow('Headers'), allow('Methods'), allow('Origin'), ...(several ? [header('Vary')] : [])]
  const map = (name: string, entries: Parameters<typeof hclBody>[0]) =>
    attribute(name, [{ text: '{' }, ...indent(hclBody(entries)), { text: '}' }])
  return [
    ...resource(field, 'aws_api_gateway_method.preflight', [
      attribute('for_each', 'local.preflights'),
      gap,
      attribute('rest_api_id', `${REST_API}.id`),
      attribute('resource_id', 'each.value.resource_id'),
      attribute('http_method', '"OPTIONS"'),
      attribute('authorization', '"NONE"'),
    ]),
    ...resource(field, 'aws_api_gateway_integration.preflight', [
      attribute('for_each', 'aws_api_gateway_method.preflight'),
      gap,
      ...of('rest_api_id', 'resource_id', 'http_method'),
      attribute('type', '"MOCK"'),
      gap,
      map('request_templates', [attribute('"application/json"', 'jsonencode({ statusCode = 204 })')]),
    ]),
    ...resource(field, 'aws_api_gateway_method_response.preflight', [
      attribute('for_each', 'aws_api_gateway_method.preflight'),
      gap,
      ...of('rest_api_id', 'resource_id', 'http_method'),
      attribute('status_code', '"204"'),
      gap,
      map(
        'response_parameters',
        declared.map(name => attribute(name, 'true')),
      ),
    ]),
    ...resource(field, 'aws_api_gateway_integration_response.preflight', [
      attribute('for_each', 'aws_api_gateway_method_response.preflight'),
      gap,
      ...of('rest_api_id', 'resource_id', 'http_method', 'status_code'),
      gap,
      map('response_parameters', [
        attribute(allow('Headers'), quote(`'${ALLOWED_HEADERS}'`)),
        attribute(allow('Methods'), '"\'${local.preflights[each.key].methods}\'"'),
        attribute(allow('Origin'), quote(`'${allowOrigins[0]}'`), child(field, 'allowOrigins', 0)),
        several ? attribute(header('Vary'), '"\'Origin\'"') : undefined,
      ]),
      ...(several
        ? [
            gap,
            note('The header can contain only one origin: the one of the caller, if that is allowed'),
            attribute(
              'response_templates',
              [
                { text: '{' },
                ...indent(
                  hclBody([attribute('"application/json"', heredoc('VTL', echoOrigin(allowOrigins)))]),
                ),
                { text: '}' },
              ],
              child(field, 'allowOrigins'),
            ),
          ]
        : []),
      gap,
      note('It refers to the method response, and API Gateway needs the integration first as well'),
      attribute('depends_on', '[aws_api_gateway_integration.preflight]'),
    ]),
  ]
}

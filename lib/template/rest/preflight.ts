import { child } from '../../document/field-path'
import type { Endpoint, Method, Model, PathNode } from '../../model/model'
import { keyOf } from '../key'
import type { Resource } from '../template'
import { annotate, fromField, ref } from '../value'
import { API, pathId } from './rest-api'

type Cors = NonNullable<Model['api']['cors']>

const EVERY_METHOD: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']

/** The headers a caller of this API may send across origins. */
export const ALLOWED_HEADERS = 'Authorization,Content-Type'

/** Answers the browser's question before a cross-origin call, on every resource that has endpoints. */
export function preflights({ api: { cors }, endpoints }: Model): readonly Resource[] {
  if (!cors) return []
  const byPath = new Map<string, Endpoint[]>()
  for (const endpoint of endpoints) {
    const here = byPath.get(endpoint.path)
    if (here) here.push(endpoint)
    else byPath.set(endpoint.path, [endpoint])
  }
  return [...byPath.values()].map((here, i) => preflight(here[0]!.node, allowedMethods(here), cors, i === 0))
}

const allowedMethods = (endpoints: readonly Endpoint[]): string =>
  [
    ...new Set(endpoints.flatMap(({ method }) => (method === 'ANY' ? EVERY_METHOD : [method]))),
    'OPTIONS',
  ].join()

const preflight = (
  node: PathNode | undefined,
  methods: string,
  cors: Cors,
  explained: boolean,
): Resource => ({
  logicalId: `${node?.id ?? 'Root'}Options`,
  type: 'AWS::ApiGateway::Method',
  key: keyOf('Options', node?.id, cors.allowOrigins, methods, explained),
  body: () => ({
    note: { field: cors.field },
    properties: {
      RestApiId: ref(API),
      ResourceId: pathId(node),
      HttpMethod: 'OPTIONS',
      AuthorizationType: annotate('NONE', {
        comment: explained
          ? 'Browsers send no token with a preflight: an authorizer here would answer 401 to all of them'
          : undefined,
      }),
      Integration: {
        Type: 'MOCK',
        RequestTemplates: { 'application/json': '{"statusCode": 204}' },
        IntegrationResponses: [
          {
            StatusCode: annotate('204', { quoted: true }),
            ResponseParameters: {
              'method.response.header.Access-Control-Allow-Headers': `'${ALLOWED_HEADERS}'`,
              'method.response.header.Access-Control-Allow-Methods': `'${methods}'`,
              'method.response.header.Access-Control-Allow-Origin': fromField(
                child(cors.field, 'allowOrigins', 0),
                `'${cors.allowOrigins[0]}'`,
              ),
              ...(cors.allowOrigins.length > 1 && { 'method.response.header.Vary': "'Origin'" }),
            },
            ...(cors.allowOrigins.length > 1 && {
              ResponseTemplates: annotate(
                { 'application/json': echo(cors.allowOrigins) },
                { field: child(cors.field, 'allowOrigins') },
              ),
            }),
          },
        ],
      },
      MethodResponses: [
        {
          StatusCode: annotate('204', { quoted: true }),
          ResponseParameters: {
            'method.response.header.Access-Control-Allow-Headers': true,
            'method.response.header.Access-Control-Allow-Methods': true,
            'method.response.header.Access-Control-Allow-Origin': true,
            ...(cors.allowOrigins.length > 1 && { 'method.response.header.Vary': true }),
          },
        },
      ],
    },
  }),
})

/**
 * A header holds one origin, so a mapping template (Velocity) puts the caller's in place of the first one if it is
 * among those allowed. Plain comparison: `matches` would read the dots of a host as "any character".
 */
const echo = (origins: readonly string[]): string =>
  [
    "#set($origin = $input.params('Origin'))",
    "#if($origin == '')#set($origin = $input.params('origin'))#end",
    `#if(${origins.map(origin => `$origin == '${origin}'`).join(' || ')})`,
    '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
    '#end',
    '',
  ].join('\n')

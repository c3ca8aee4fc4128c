import { child } from '../../document/field-path'
import { memoize } from '../../document/memoize'
import { memoizeNode } from '../../model/memoize-node'
import type { Api, Endpoint, Model } from '../../model/model'
import { type Body, type Resource, resource } from '../template'
import { annotate, fromField, ref } from '../value'
import { API, pathId } from './rest-api'

const EVERY_METHOD: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']

/** The headers that callers from other origins may send. */
export const ALLOWED_HEADERS = 'Authorization,Content-Type'

type PreflightInputs = {
  /** Logical ID of the path's resource; undefined for the root. */
  readonly resourceId: string | undefined
  /** `GET,OPTIONS` */
  readonly methods: string
  readonly cors: NonNullable<Api['cors']>
  readonly explained: boolean
}

/** The OPTIONS methods that answer the browser's preflight, one for every path that has endpoints; none without CORS. */
export function preflights({ api: { cors }, endpoints }: Model): readonly Resource[] {
  if (!cors) return []
  return [...endpointsByPath(endpoints).values()].map(([first, ...others], i) =>
    preflight(first, cors, i === 0, ...others),
  )
}

type NonEmpty<Item> = [Item, ...Item[]]

/** Endpoints by their path, in the order of first use. */
export function endpointsByPath(
  endpoints: readonly Endpoint[],
): ReadonlyMap<string, Readonly<NonEmpty<Endpoint>>> {
  const groups = new Map<string, NonEmpty<Endpoint>>()
  for (const endpoint of endpoints) {
    const group = groups.get(endpoint.path)
    if (group) group.push(endpoint)
    else groups.set(endpoint.path, [endpoint])
  }
  return groups
}

export const allowedMethods = (endpoints: readonly Endpoint[]): string =>
  allowed(endpoints.map(({ method }) => method).join())

/** Memoized: most paths of an API have the same methods. */
const allowed = memoize(methods =>
  [
    ...new Set(methods.split(',').flatMap(method => (method === 'ANY' ? EVERY_METHOD : [method]))),
    'OPTIONS',
  ].join(),
)

/** The preflight of the path that all these endpoints have. */
const preflight = memoizeNode(
  (
    first: Endpoint,
    cors: PreflightInputs['cors'],
    explained: boolean,
    ...others: readonly Endpoint[]
  ): Resource => {
    const resourceId = first.node?.id
    return resource(
      `${resourceId ?? 'Root'}Options`,
      'AWS::ApiGateway::Method',
      { resourceId, methods: allowedMethods([first, ...others]), cors, explained },
      body,
    )
  },
)

const body = ({ resourceId, methods, cors: { field, allowOrigins }, explained }: PreflightInputs): Body => ({
  note: { field },
  properties: {
    RestApiId: ref(API),
    ResourceId: pathId(resourceId),
    HttpMethod: 'OPTIONS',
    AuthorizationType: annotate('NONE', {
      comment: explained
        ? 'Browsers send preflight requests without a token, so an authorizer would answer all of them with 401'
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
              child(field, 'allowOrigins', 0),
              `'${allowOrigins[0]}'`,
            ),
            ...(allowOrigins.length > 1 && { 'method.response.header.Vary': "'Origin'" }),
          },
          ...(allowOrigins.length > 1 && {
            ResponseTemplates: annotate(
              { 'application/json': echoOrigin(allowOrigins) },
              { field: child(field, 'allowOrigins') },
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
          ...(allowOrigins.length > 1 && { 'method.response.header.Vary': true }),
        },
      },
    ],
  },
})

/**
 * The header can contain only one origin, so a mapping template (Velocity) replaces the first one with the caller's if
 * that is allowed. It compares with `==`, because `matches` would read the dots of a host as "any character".
 */
export const echoOrigin = (origins: readonly string[]): string =>
  [
    "#set($origin = $input.params('Origin'))",
    "#if($origin == '')#set($origin = $input.params('origin'))#end",
    `#if(${origins.map(origin => `$origin == '${origin}'`).join(' || ')})`,
    '#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)',
    '#end',
    '',
  ].join('\n')

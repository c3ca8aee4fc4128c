import { example } from '@/lib/document/example'
import type { Spec } from '@/lib/document/spec'
import type { GatewayRequest } from '@/lib/gateway/request'
import type { Model } from '@/lib/model/model'
import { toModel } from '@/lib/model/to-model'

type Route = readonly [method: Spec['endpoints'][number]['method'], path: string]

/** An API with these endpoints, open to all, and CORS for these origins. */
export function api(
  type: 'rest' | 'http',
  routes: readonly Route[],
  allowOrigins?: readonly string[],
): Model {
  return toModel({
    ...example,
    api: { type, name: 'orders', ...(allowOrigins && { cors: { allowOrigins: [...allowOrigins] } }) },
    endpoints: routes.map(([method, path]) => ({
      method,
      path,
      auth: 'none',
      scopes: [],
      handler: 'bin/x.handler',
    })),
  })
}

export const request = (
  method: string,
  url: string,
  headers: GatewayRequest['headers'] = [],
  body = '',
): GatewayRequest => ({
  method,
  path: url.split('?')[0] ?? '',
  query: url.split('?')[1] ?? '',
  headers: [['Host', 'localhost:4000'], ...headers],
  body: new TextEncoder().encode(body),
  sourceIp: '127.0.0.1',
  port: 4000,
  scheme: 'http',
})

/** Headers by name in lower case; a repeated one as an array. */
export const headersOf = (headers: readonly (readonly [string, string])[]) =>
  Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]))

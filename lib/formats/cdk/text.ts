import type { Auth, Endpoint, Model, PathNode, Scope } from '../../model/model'
import { concat, type Printed } from '../../text/line'
import type { PrintCache } from '../../text/print-cache'
import { type Chunk, together } from './chunk'
import { client } from './client'
import { functionCode, lambdaFunction } from './functions'
import { foot, head } from './head'
import { httpApi } from './http-api'
import { preflightRoute, route } from './http-route'
import { type Scopes, scopeVariables } from './names'
import { outputs } from './outputs'
import { resourceServer } from './resource-server'
import { restApi } from './rest-api'
import { method } from './rest-method'
import { pathResource, preflight } from './rest-path'
import { userPool } from './user-pool'

export const stackFile = ({ service }: Model): string => `lib/${service}-stack.ts`

/** The stack's TypeScript source. */
export const stackText = (model: Model, cache: PrintCache): Printed =>
  concat(stack(model).map(({ key, lines }) => cache.get(`cdk\n${key}`, lines)))

function stack(model: Model): readonly Chunk[] {
  const names = scopeVariables(model)
  const used = usedScopes(model)
  const firstUsed = model.resourceServers.find(({ scopes }) => scopes.some(scope => used.has(scope)))
  const firstCustom = model.clients.find(({ scopes }) => scopes.some(({ scope }) => scope))
  return [
    head(model),
    userPool(model),
    ...model.resourceServers.map(server =>
      resourceServer(server, { names, used, explained: server === firstUsed }),
    ),
    ...model.clients.map(node =>
      client(node, {
        names,
        branded: model.userPool.managedLogin && node.interactive,
        explained: node === firstCustom,
      }),
    ),
    model.api.type === 'rest' ? restApi(model.api) : httpApi(model),
    functionCode(model),
    ...model.functions.map(node => lambdaFunction(node, model.api)),
    ...(model.api.type === 'rest' ? restEndpoints(model, names) : httpEndpoints(model, names)),
    outputs(model),
    foot,
  ]
}

function usedScopes({ clients, endpoints }: Model): ReadonlySet<Scope> {
  const used = new Set<Scope>()
  for (const { scopes } of [...clients, ...endpoints])
    for (const { scope } of scopes) if (scope) used.add(scope)
  return used
}

/** Whether something is the first with its `auth`: there it is said why. */
function firsts(): (endpoint: Endpoint) => boolean {
  const seen = new Set<Auth>()
  return ({ auth }) => seen.size < seen.add(auth).size
}

/** Each endpoint after the resources of its path that no endpoint before it has made. */
function restEndpoints({ api, endpoints }: Model, names: Scopes): readonly Chunk[] {
  const isFirst = firsts()
  const made = new Set<PathNode>()
  const ofPath = byPath(endpoints)
  return endpoints.map(endpoint => {
    const here = ofPath.get(endpoint.path)!
    const fresh: PathNode[] = []
    for (let node = endpoint.node; node && !made.has(node); node = node.parent) {
      made.add(node)
      fresh.unshift(node)
    }
    return together([
      ...fresh.map(pathResource),
      ...(api.cors && here[0] === endpoint ? [preflight(here, endpoint === endpoints[0])] : []),
      method(endpoint, names, isFirst(endpoint)),
    ])
  })
}

function byPath(endpoints: readonly Endpoint[]): ReadonlyMap<string, readonly Endpoint[]> {
  const groups = new Map<string, Endpoint[]>()
  for (const endpoint of endpoints) {
    const group = groups.get(endpoint.path)
    if (group) group.push(endpoint)
    else groups.set(endpoint.path, [endpoint])
  }
  return groups
}

function httpEndpoints({ api, endpoints }: Model, names: Scopes): readonly Chunk[] {
  const isFirst = firsts()
  return endpoints.map(endpoint => {
    const preflighted = api.cors && endpoint.method === 'ANY' && endpoint.auth !== 'none'
    return together([
      route(endpoint, names, isFirst(endpoint)),
      ...(preflighted ? [preflightRoute(endpoint)] : []),
    ])
  })
}

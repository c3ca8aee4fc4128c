import type { Model, PathNode, Scope } from '../../model/model'
import { firstOfEachAuth } from '../../template/first-of-each-auth'
import { endpointsByPath } from '../../template/rest/preflight'
import type { Block } from '../../text/print-cache'
import { client } from './client'
import { functionCode, lambdaFunction, triggerFunction } from './functions'
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
export function stackBlocks(model: Model): readonly Block[] {
  const { api, clients, functions, resourceServers } = model
  const names = scopeVariables(model)
  const used = usedScopes(model)
  const firstUsed = resourceServers.find(({ scopes }) => scopes.some(scope => used.has(scope)))
  const firstCustom = clients.find(({ scopes }) => scopes.some(({ scope }) => scope))
  return [
    head(model),
    userPool(model),
    ...resourceServers.map(server =>
      resourceServer(server, { names, used, explained: server === firstUsed }),
    ),
    ...clients.map(node =>
      client(node, {
        names,
        branded: model.userPool.managedLogin && node.interactive,
        explained: node === firstCustom,
      }),
    ),
    api.type === 'rest' ? restApi(api) : httpApi(model),
    functionCode(model),
    ...functions.map(node => lambdaFunction(node, api)),
    ...triggerFunction(model),
    ...(api.type === 'rest' ? restEndpoints(model, names) : httpEndpoints(model, names)),
    ...outputs(model),
    foot,
  ]
}

function usedScopes({ clients, endpoints }: Model): ReadonlySet<Scope> {
  const used = new Set<Scope>()
  for (const { scopes } of [...clients, ...endpoints])
    for (const { scope } of scopes) if (scope) used.add(scope)
  return used
}

/** Each endpoint, after the resources of its path that no earlier endpoint has made. */
function restEndpoints({ api, endpoints }: Model, names: Scopes): readonly Block[] {
  const first = firstOfEachAuth(endpoints)
  const made = new Set<PathNode>()
  const samePath = endpointsByPath(endpoints)
  return endpoints.flatMap(endpoint => {
    const newPaths: PathNode[] = []
    for (let node = endpoint.node; node && !made.has(node); node = node.parent) {
      made.add(node)
      newPaths.unshift(node)
    }
    const paths = newPaths.map((node, i) => pathResource(node, i === 0))
    const here = samePath.get(endpoint.path)
    const preflights =
      api.cors && here?.[0] === endpoint
        ? [preflight(here, { explained: endpoint === endpoints[0], spaced: paths.length === 0 })]
        : []
    const before = [...paths, ...preflights]
    return [
      ...before,
      method(endpoint, { names, explained: first.has(endpoint), spaced: before.length === 0 }),
    ]
  })
}

function httpEndpoints({ api, endpoints }: Model, names: Scopes): readonly Block[] {
  const first = firstOfEachAuth(endpoints)
  return endpoints.flatMap(endpoint => {
    const preflighted = api.cors && endpoint.method === 'ANY' && endpoint.auth !== 'none'
    return [route(endpoint, names, first.has(endpoint)), ...(preflighted ? [preflightRoute(endpoint)] : [])]
  })
}

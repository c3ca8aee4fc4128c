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
  const names = scopeVariables(model.resourceServers)
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
    ...functions.map(node => lambdaFunction(node, api.type)),
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
  const samePath = api.cors ? endpointsByPath(endpoints) : undefined
  const blocks: Block[] = []
  /** Adds the resources that a path needs and returns whether one was missing. */
  const addPath = (node: PathNode | undefined): boolean => {
    if (!node || made.has(node)) return false
    made.add(node)
    const hasParent = addPath(node.parent)
    blocks.push(pathResource(node, !hasParent))
    return true
  }
  for (const endpoint of endpoints) {
    const hasPath = addPath(endpoint.node)
    const here = samePath?.get(endpoint.path)
    const isFirst = here?.[0] === endpoint
    if (here && isFirst)
      blocks.push(preflight(here, { explained: endpoint === endpoints[0], spaced: !hasPath }))
    blocks.push(method(endpoint, names, first.has(endpoint), !hasPath && !isFirst))
  }
  return blocks
}

function httpEndpoints({ api, endpoints }: Model, names: Scopes): readonly Block[] {
  const first = firstOfEachAuth(endpoints)
  return endpoints.flatMap(endpoint => {
    const preflighted = api.cors && endpoint.method === 'ANY' && endpoint.auth !== 'none'
    return [route(endpoint, names, first.has(endpoint)), ...(preflighted ? [preflightRoute(endpoint)] : [])]
  })
}

import type { Model, PathNode } from '../../model/model'
import { cutService } from '../../model/staged-names'
import { firstOfEachAuth } from '../../template/first-of-each-auth'
import { needsPreflight } from '../../template/http/http'
import type { Block } from '../../text/print-cache'
import { client } from './client'
import { deployment } from './deployment'
import { functionCode, lambdaFunction, triggerFunction } from './functions'
import { head } from './head'
import { httpApi, integration, preflightRoute, route } from './http-api'
import { outputs } from './outputs'
import { preflights } from './preflight'
import { resourceServer } from './resource-server'
import { gatewayResponses, restApi } from './rest-api'
import { method, pathResource } from './rest-endpoint'
import { userPool } from './user-pool'

export const FILE = 'main.tf'

/** One Terraform module, as `terraform fmt` writes it. */
export function moduleBlocks(model: Model): readonly Block[] {
  const { userPool: pool, resourceServers, clients, functions, api } = model
  const firstCustom = clients.find(({ scopes }) => scopes.some(({ scope }) => scope))
  const firstValidity = clients.find(({ tokenValidity }) => tokenValidity)
  return [
    head(model),
    userPool(model),
    ...resourceServers.map(server => resourceServer(server, pool)),
    ...clients.map(node =>
      client(node, pool, { scopes: node === firstCustom, validity: node === firstValidity }),
    ),
    ...(api.type === 'rest' ? rest(model) : http(model)),
    functionCode(model),
    ...functions.map(node => lambdaFunction(node, cutService(model.service, node), api.type)),
    ...triggerFunction(model),
    outputs(model),
  ]
}

/** Each endpoint after the resources of its path that no endpoint before it has made. */
function rest(model: Model): readonly Block[] {
  const { api, endpoints } = model
  const first = firstOfEachAuth(endpoints)
  const made = new Set<PathNode>()
  const ofEndpoints: Block[] = []
  const addPath = (node: PathNode | undefined): void => {
    if (!node || made.has(node)) return
    addPath(node.parent)
    made.add(node)
    ofEndpoints.push(pathResource(node))
  }
  for (const endpoint of endpoints) {
    addPath(endpoint.node)
    ofEndpoints.push(method(endpoint, first.has(endpoint)))
  }
  return [
    restApi(model),
    ...ofEndpoints,
    ...(api.cors ? [...preflights(model, api.cors), gatewayResponses(api.cors)] : []),
    ...deployment(model),
  ]
}

function http(model: Model): readonly Block[] {
  const { api, endpoints, functions } = model
  const first = firstOfEachAuth(endpoints)
  const firstPreflight = endpoints.find(needsPreflight)
  return [
    httpApi(model),
    ...functions.map(node => integration(node)),
    ...endpoints.flatMap(endpoint => [
      route(endpoint, first.has(endpoint)),
      ...(api.cors && needsPreflight(endpoint)
        ? [preflightRoute(endpoint, endpoint === firstPreflight)]
        : []),
    ]),
  ]
}

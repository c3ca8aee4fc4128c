import { signsInUsers } from '../aws/grants'
import { prefixesOf, segmentsOf } from '../document/endpoint-path'
import { child, type FieldPath } from '../document/field-path'
import type { Spec } from '../document/spec'
import { idRegistry } from './ids'
import type {
  Api,
  Client,
  Endpoint,
  LambdaFunction,
  Model,
  PathNode,
  PreTokenGeneration,
  ResourceServer,
  Scope,
  ScopeUse,
  UserPool,
} from './model'
import { isTokenAuth } from './token-auth'

/** Ids that every template has, so names must not produce them. */
const RESERVED = [
  'UserPool',
  'UserPoolDomain',
  'UserPoolId',
  'Stage',
  'Api',
  'ApiStage',
  'Authorizer',
  'Deployment',
  'FunctionRole',
  // CDK and cdk-from-cfn use the id as the name of a constant, and `function` is a reserved word.
  'Function',
]

/** Builds the model of a valid spec: references, ids, distinct functions and the tree of paths. */
export function toModel(spec: Spec): Model {
  const claim = idRegistry(RESERVED)
  const resourceServers = spec.resourceServers.map((server, i) =>
    toResourceServer(server, child('resourceServers', i), claim),
  )
  const scopes = new Map(
    resourceServers.flatMap(server => server.scopes).map(scope => [scope.fullScope, scope]),
  )
  const clients = spec.clients.map((client, i) => toClient(client, child('clients', i), claim, scopes))
  const paths = toPaths(spec, claim)
  const functions = toFunctions(spec, claim)
  const endpoints = spec.endpoints.map((endpoint, i): Endpoint => {
    const { method, path, auth } = endpoint
    const field = child('endpoints', i)
    return {
      method,
      path,
      auth,
      field,
      id: claim(`${path}/${method.toLowerCase()}`, 'Method', `${method} ${path}`),
      node: paths.get(path),
      scopes: uses(endpoint.scopes, child(field, 'scopes'), scopes),
      function: functions.get(endpoint.handler)!,
    }
  })
  const api: Api = {
    field: 'api',
    type: spec.api.type,
    name: spec.api.name,
    cors: spec.api.cors && { field: 'api.cors', ...spec.api.cors },
    additionalAudiences: spec.api.additionalAudiences ?? [],
    hasAuthorizer: spec.endpoints.some(({ auth }) => isTokenAuth(auth)),
    paths: [...paths.values()],
  }
  const { service, region, stage } = spec
  const node = { field: 'userPool', id: 'UserPool' }
  const { userPool: pool } = spec
  const userPool: UserPool =
    pool.source === 'new'
      ? { ...pool, ...node, preTokenGeneration: toTrigger(pool.preTokenGeneration, claim) }
      : { ...pool, domain: pool.domain, ...node }
  return {
    service,
    region,
    stage,
    userPool,
    resourceServers,
    clients,
    api,
    endpoints,
    functions: [...functions.values()],
  }
}

type Claim = ReturnType<typeof idRegistry>
type Scopes = ReadonlyMap<string, Scope>

function toResourceServer(
  server: Spec['resourceServers'][number],
  field: FieldPath,
  claim: Claim,
): ResourceServer {
  const scopes: Scope[] = []
  const node: ResourceServer = {
    field,
    id: claim(server.name, 'ResourceServer', server.identifier),
    identifier: server.identifier,
    name: server.name,
    scopes,
  }
  // Name by name: copying objects that zod has made with `...` takes ten times as long, and a server has 100 scopes.
  for (const [i, { name, description }] of server.scopes.entries())
    scopes.push({
      name,
      description,
      field: child(field, 'scopes', i),
      fullScope: `${server.identifier}/${name}`,
      resourceServer: node,
    })
  return node
}

function toClient(client: Spec['clients'][number], field: FieldPath, claim: Claim, scopes: Scopes): Client {
  return {
    ...client,
    field,
    id: claim(client.name, 'Client', client.name),
    grants: [...new Set(client.grants)],
    identityProviders: [...new Set(client.identityProviders)],
    interactive: client.grants.some(signsInUsers),
    defaultRedirectUri: client.defaultRedirectUri,
    tokenValidity: client.tokenValidity,
    explicitAuthFlows: client.explicitAuthFlows,
    refreshTokenRotation: client.refreshTokenRotation,
    scopes: uses(client.scopes, child(field, 'scopes'), scopes),
  }
}

const uses = (fullScopes: readonly string[], field: FieldPath, scopes: Scopes): ScopeUse[] =>
  fullScopes.map((fullScope, i) => ({ field: child(field, i), fullScope, scope: scopes.get(fullScope) }))

function toPaths(spec: Spec, claim: Claim): ReadonlyMap<string, PathNode> {
  const nodes = new Map<string, PathNode>()
  for (const [i, { path }] of spec.endpoints.entries()) {
    let parent: PathNode | undefined
    const parts = segmentsOf(path)
    for (const [depth, here] of prefixesOf(path).entries()) {
      let node = nodes.get(here)
      if (!node) {
        const id = claim(here, 'Resource', here)
        node = { field: child('endpoints', i, 'path'), id, path: here, part: parts[depth]!, parent }
        nodes.set(here, node)
      }
      parent = node
    }
  }
  return nodes
}

function toFunctions(spec: Spec, claim: Claim): ReadonlyMap<string, LambdaFunction> {
  const functions = new Map<string, LambdaFunction>()
  for (const [i, { handler }] of spec.endpoints.entries()) {
    if (functions.has(handler)) continue
    const parts = partsOf(handler)
    const stem = parts.exportName === 'handler' ? parts.file : handler
    functions.set(handler, {
      field: child('endpoints', i, 'handler'),
      id: claim(stem, 'Function', handler),
      ...parts,
    })
  }
  return functions
}

/** Takes its id after everything else has one, so that adding a trigger replaces no other resource. */
const toTrigger = (trigger: Trigger | undefined, claim: Claim): PreTokenGeneration | undefined =>
  trigger && {
    field: TRIGGER,
    version: trigger.version,
    function: {
      field: child(TRIGGER, 'handler'),
      id: claim('PreTokenGeneration', 'Function', TRIGGER),
      ...partsOf(trigger.handler),
    },
  }

const TRIGGER = 'userPool.preTokenGeneration'
type Trigger = NonNullable<Extract<Spec['userPool'], { readonly source: 'new' }>['preTokenGeneration']>

function partsOf(handler: string): Pick<LambdaFunction, 'handler' | 'file' | 'exportName'> {
  const dot = handler.lastIndexOf('.')
  return { handler, file: handler.slice(0, dot), exportName: handler.slice(dot + 1) }
}

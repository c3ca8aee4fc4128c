import { signsInUsers } from '../aws/grants'
import { prefixesOf, segmentsOf } from '../document/endpoint-path'
import { child, type FieldPath } from '../document/field-path'
import type { Spec } from '../document/spec'
import { idRegistry } from './ids'
import { keep, keepItems, sameItems } from './keep'
import type {
  Client,
  Endpoint,
  LambdaFunction,
  Model,
  PathNode,
  PreTokenGeneration,
  ResourceServer,
  Scope,
  ScopeUse,
} from './model'

/** A spec, and the model that was made from it. */
export interface LastModel {
  readonly spec: Spec
  readonly model: Model
}

/** The nodes that refer to each other or have ids of their own. */
export interface Nodes extends Pick<Model, 'resourceServers' | 'clients' | 'endpoints' | 'functions'> {
  readonly paths: readonly PathNode[]
  readonly preTokenGeneration: PreTokenGeneration | undefined
}

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

/** Makes the nodes of a spec. One that is equal to its counterpart in the model before is the same object. */
export function toNodes(spec: Spec, last: LastModel | undefined): Nodes {
  const kept = last && hasSameEndpoints(spec, last.spec) ? last : undefined
  if (kept && spec.resourceServers === kept.spec.resourceServers && spec.clients === kept.spec.clients)
    return nodesOf(kept.model)
  const before = last?.model
  const claim = idRegistry(RESERVED)
  const resourceServers = keepItems(
    before?.resourceServers,
    spec.resourceServers.map((server, i) =>
      toResourceServer(server, child('resourceServers', i), claim, before?.resourceServers[i]),
    ),
  )
  const scopes = new Map(scopesOf(resourceServers).map(scope => [scope.fullScope, scope]))
  const clients = spec.clients.map((client, i) =>
    toClient(client, child('clients', i), claim, scopes, before?.clients[i]),
  )
  // Endpoints refer to scopes alone, and an id of one kind never depends on those of another.
  if (kept && sameItems(scopesOf(resourceServers), scopesOf(kept.model.resourceServers)))
    return { ...nodesOf(kept.model), resourceServers, clients }
  const paths = toPaths(spec, claim, before)
  const functions = toFunctions(spec, claim, before)
  const endpoints = spec.endpoints.map((endpoint, i): Endpoint => {
    const { method, path, auth } = endpoint
    const field = child('endpoints', i)
    const last = before?.endpoints[i]
    return keep(last, {
      method,
      path,
      auth,
      field,
      id: claim(`${path}/${method.toLowerCase()}`, 'Method', `${method} ${path}`),
      node: paths.get(path),
      scopes: uses(endpoint.scopes, field, scopes, last?.scopes),
      function: functions.get(endpoint.handler)!,
    })
  })
  return {
    resourceServers,
    clients,
    paths: [...paths.values()],
    endpoints,
    functions: [...functions.values()],
    preTokenGeneration: toTrigger(triggerOf(spec), claim),
  }
}

/** Tells whether two specs have the same endpoints and trigger. */
function hasSameEndpoints(spec: Spec, last: Spec): boolean {
  const [trigger, lastTrigger] = [triggerOf(spec), triggerOf(last)]
  return (
    spec.endpoints === last.endpoints &&
    trigger?.version === lastTrigger?.version &&
    trigger?.handler === lastTrigger?.handler
  )
}

const nodesOf = ({ api, userPool, ...model }: Model): Nodes => ({
  ...model,
  paths: api.paths,
  preTokenGeneration: userPool.source === 'new' ? userPool.preTokenGeneration : undefined,
})

const scopesOf = (servers: readonly ResourceServer[]): readonly Scope[] =>
  servers.flatMap(server => server.scopes)

type Claim = ReturnType<typeof idRegistry>
type Scopes = ReadonlyMap<string, Scope>

function toResourceServer(
  server: Spec['resourceServers'][number],
  field: FieldPath,
  claim: Claim,
  before: ResourceServer | undefined,
): ResourceServer {
  const { identifier, name } = server
  // Not from its name, which can change: a pool refuses a second server with the identifier of one that is there.
  const serverId = claim(identifier, 'ResourceServer', identifier)
  const scopes = server.scopes.map(
    // Name by name: copying objects that zod has made with `...` takes ten times as long, and a server has 100 scopes.
    ({ name, description }, i): Scope => ({
      name,
      description,
      field: child(field, 'scopes', i),
      fullScope: `${identifier}/${name}`,
      serverId,
    }),
  )
  return keep(before, { field, id: serverId, identifier, name, scopes: keepItems(before?.scopes, scopes) })
}

function toClient(
  client: Spec['clients'][number],
  field: FieldPath,
  claim: Claim,
  scopes: Scopes,
  before: Client | undefined,
): Client {
  const { tokenValidity, refreshTokenRotation } = client
  return keep(before, {
    ...client,
    field,
    id: claim(client.name, 'Client', client.name),
    grants: [...new Set(client.grants)],
    identityProviders: [...new Set(client.identityProviders)],
    interactive: client.grants.some(signsInUsers),
    defaultRedirectUri: client.defaultRedirectUri,
    tokenValidity: tokenValidity && keep(before?.tokenValidity, tokenValidity),
    explicitAuthFlows: client.explicitAuthFlows,
    refreshTokenRotation: refreshTokenRotation && keep(before?.refreshTokenRotation, refreshTokenRotation),
    scopes: uses(client.scopes, field, scopes, before?.scopes),
  })
}

/** `before` are the uses in the same list of the model before: an equal list is kept without making a new one. */
function uses(
  fullScopes: readonly string[],
  owner: FieldPath,
  scopes: Scopes,
  before: readonly ScopeUse[] | undefined,
): readonly ScopeUse[] {
  const isSame = (use: ScopeUse | undefined, fullScope: string) =>
    use?.fullScope === fullScope && use.scope === scopes.get(fullScope)
  if (before?.length === fullScopes.length && fullScopes.every((one, i) => isSame(before[i], one)))
    return before
  return keepItems(
    before,
    fullScopes.map((fullScope, i) => ({
      field: child(owner, 'scopes', i),
      fullScope,
      scope: scopes.get(fullScope),
    })),
  )
}

function toPaths(spec: Spec, claim: Claim, before: Model | undefined): ReadonlyMap<string, PathNode> {
  const last = new Map(before?.api.paths.map(node => [node.path, node]))
  const nodes = new Map<string, PathNode>()
  for (const [i, { path }] of spec.endpoints.entries()) {
    let parent: PathNode | undefined
    const parts = segmentsOf(path)
    for (const [depth, here] of prefixesOf(path).entries()) {
      let node = nodes.get(here)
      if (!node) {
        const id = claim(here, 'Resource', here)
        node = keep(last.get(here), {
          field: child('endpoints', i, 'path'),
          id,
          path: here,
          part: parts[depth]!,
          parent,
        })
        nodes.set(here, node)
      }
      parent = node
    }
  }
  return nodes
}

function toFunctions(
  spec: Spec,
  claim: Claim,
  before: Model | undefined,
): ReadonlyMap<string, LambdaFunction> {
  const last = new Map(before?.functions.map(node => [node.handler, node]))
  const functions = new Map<string, LambdaFunction>()
  for (const [i, { handler }] of spec.endpoints.entries()) {
    if (functions.has(handler)) continue
    const parts = partsOf(handler)
    const stem = parts.exportName === 'handler' ? parts.file : handler
    functions.set(
      handler,
      keep(last.get(handler), {
        field: child('endpoints', i, 'handler'),
        id: claim(stem, 'Function', handler),
        ...parts,
      }),
    )
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

const triggerOf = ({ userPool }: Spec): Trigger | undefined =>
  userPool.source === 'new' ? userPool.preTokenGeneration : undefined

const TRIGGER = 'userPool.preTokenGeneration'
type Trigger = NonNullable<Extract<Spec['userPool'], { readonly source: 'new' }>['preTokenGeneration']>

function partsOf(handler: string): Pick<LambdaFunction, 'handler' | 'file' | 'exportName'> {
  const dot = handler.lastIndexOf('.')
  return { handler, file: handler.slice(0, dot), exportName: handler.slice(dot + 1) }
}

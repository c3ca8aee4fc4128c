import type { SpecInput } from '../../../lib/document/spec'
import {
  type Allowed,
  type Client,
  type Endpoint,
  type Graph,
  sorted,
  sortedBy,
  type UserPoolKey,
} from './graph'

type EndpointInput = SpecInput['endpoints'][number]
type ClientInput = SpecInput['clients'][number]

export interface DeployTime {
  readonly stage?: string
  readonly userPoolId?: string
}

/**
 * The graph that a spec promises, written from the contract of the spec alone: defaults, prefixes and everything that
 * is the same in every format. It takes nothing from the model or the emitters.
 */
export function graphOfSpec(spec: SpecInput, deployTime: DeployTime = {}): Graph {
  const stage = deployTime.stage ?? spec.stage ?? 'dev'
  const userPool = userPoolOf(spec, stage, deployTime.userPoolId)
  const rest = spec.api.type === 'rest'
  const guarded = spec.endpoints.some(endpoint => takesToken(endpoint))
  const endpoints = [...spec.endpoints.map(endpoint => ({ ...endpoint })), ...preflightRoutes(spec)]
  return {
    userPool,
    resourceServers: sortedBy(
      spec.resourceServers.map(({ identifier, name, scopes }) => ({
        userPool: userPool.key,
        identifier,
        name,
        scopes: Object.fromEntries(
          scopes.map(scope => [`${identifier}/${scope.name}`, scope.description] as const),
        ),
      })),
      ({ identifier }) => identifier,
    ),
    clients: sortedBy(
      spec.clients.map(client => clientOf(spec, client, stage, userPool.key)),
      ({ name }) => name,
    ),
    api: {
      type: spec.api.type,
      name: `${stage}-${spec.api.name}`,
      endpointType: rest ? 'REGIONAL' : null,
      stage: rest ? stage : '$default',
      autoDeploy: !rest,
      deployedTooLate: [],
    },
    authorizers: guarded
      ? [
          {
            name: `${stage}-cognito`,
            type: rest ? 'COGNITO_USER_POOLS' : 'JWT',
            userPools: [userPool.key],
            audience: rest ? [] : audienceOf(spec, stage),
            identitySource: [`${rest ? 'method.' : '$'}request.header.Authorization`],
            cacheSeconds: rest ? 300 : null,
          },
        ]
      : [],
    endpoints: sortedBy(
      endpoints.map(endpoint => endpointOf(endpoint, rest, stage)),
      ({ endpoint }) => endpoint,
    ),
    functions: functionsOf(endpoints, spec),
    cors: corsOf(spec),
  }
}

function userPoolOf(
  { userPool }: SpecInput,
  stage: string,
  userPoolId: string | undefined,
): Graph['userPool'] {
  if (userPool.source === 'existing') return { source: 'existing', key: userPoolId ?? userPool.userPoolId }
  return {
    source: 'new',
    key: `new:${stage}-${userPool.name}`,
    tier: userPool.tier ?? 'ESSENTIALS',
    selfSignUp: userPool.selfSignUp ?? false,
    usernameAttributes: sorted(userPool.usernameAttributes ?? []),
    verified: (userPool.usernameAttributes ?? []).filter(attribute => attribute === 'email'),
    mfa: {
      configuration: { off: 'OFF', optional: 'OPTIONAL', required: 'ON' }[userPool.mfa ?? 'off'],
      methods: (userPool.mfa ?? 'off') === 'off' ? [] : ['SOFTWARE_TOKEN_MFA'],
    },
    trigger: userPool.preTokenGeneration
      ? { version: userPool.preTokenGeneration.version ?? 'V2_0', permitted: true }
      : null,
    onDelete: 'Retain',
    onReplace: 'Retain',
    domain: { prefix: `${stage}-${userPool.domainPrefix}`, loginVersion: managedLogin({ userPool }) ? 2 : 1 },
  }
}

const managedLogin = ({ userPool }: Pick<SpecInput, 'userPool'>): boolean =>
  userPool.managedLogin ?? (userPool.source === 'new' && userPool.tier !== 'LITE')

const FLOWS = { authorization_code: 'code', implicit: 'implicit', client_credentials: 'client_credentials' }

function clientOf(spec: SpecInput, client: ClientInput, stage: string, userPool: UserPoolKey): Client {
  const grants = client.grants ?? ['authorization_code']
  const validity = client.tokenValidity
  const servers = spec.resourceServers.filter(({ identifier, scopes }) =>
    scopes.some(({ name }) => client.scopes.includes(`${identifier}/${name}`)),
  )
  return {
    userPool,
    name: `${stage}-${client.name}`,
    secret: client.generateSecret ?? false,
    flows: sorted(grants.map(grant => FLOWS[grant])),
    oauthEnabled: true,
    scopes: sorted(client.scopes),
    callbackUrls: sorted(client.callbackUrls ?? []),
    logoutUrls: sorted(client.logoutUrls ?? []),
    defaultRedirect: client.defaultRedirectUri ?? null,
    identityProviders: sorted(client.identityProviders ?? ['COGNITO']),
    minutes: {
      access: validity?.accessTokenMinutes ?? 60,
      id: validity?.idTokenMinutes ?? 60,
      refresh: (validity?.refreshTokenDays ?? 30) * 24 * 60,
    },
    userExistenceErrors: 'ENABLED',
    authFlows: client.explicitAuthFlows ? sorted(client.explicitAuthFlows) : null,
    rotationGraceSeconds: client.refreshTokenRotation?.retryGracePeriodSeconds ?? null,
    branded: managedLogin(spec) && !grants.includes('client_credentials'),
    after: sorted(servers.map(({ identifier }) => identifier)),
  }
}

const audienceOf = ({ clients, api }: SpecInput, stage: string): readonly string[] =>
  sorted([
    ...clients.map(({ name }) => `${stage}-${name}`),
    ...(api.additionalAudiences ?? []).map(audience => `aud ${audience}`),
  ])

const authOf = (endpoint: EndpointInput) => endpoint.auth ?? 'access_token'

const takesToken = (endpoint: EndpointInput) => ['access_token', 'id_token'].includes(authOf(endpoint))

/** On an HTTP API an authorizer on ANY would answer the browser's preflight with 401. */
const preflightRoutes = ({ api, endpoints }: SpecInput): EndpointInput[] =>
  api.type === 'http' && api.cors
    ? endpoints
        .filter(endpoint => endpoint.method === 'ANY' && authOf(endpoint) !== 'none')
        .map(endpoint => ({ ...endpoint, method: 'OPTIONS' as const, auth: 'none' as const, scopes: [] }))
    : []

function endpointOf(endpoint: EndpointInput, rest: boolean, stage: string): Endpoint {
  const guarded = takesToken(endpoint)
  const open = authOf(endpoint) === 'none' ? 'NONE' : 'AWS_IAM'
  return {
    endpoint: `${endpoint.method} ${endpoint.path}`,
    authorization: guarded ? (rest ? 'COGNITO_USER_POOLS' : 'JWT') : open,
    authorizer: guarded ? `${stage}-cognito` : null,
    scopes: sorted(endpoint.scopes ?? []),
    permitted: true,
    payload: rest ? null : '2.0',
  }
}

function functionsOf(
  endpoints: readonly EndpointInput[],
  { userPool }: Pick<SpecInput, 'userPool'>,
): Graph['functions'] {
  const handlers = new Set(endpoints.map(({ handler }) => handler))
  const common = { runtime: 'nodejs24.x', seconds: 10, may: ['logs'] }
  const trigger = userPool.source === 'new' ? userPool.preTokenGeneration : undefined
  const own = [...handlers].map(handler => ({
    endpoints: sorted(
      endpoints.filter(e => e.handler === handler).map(({ method, path }) => `${method} ${path}`),
    ),
    trigger: false,
    handler,
    ...common,
  }))
  // The trigger has a function of its own, also where an endpoint names the same handler.
  const ofTrigger = trigger ? [{ endpoints: [], trigger: true, handler: trigger.handler, ...common }] : []
  return sortedBy([...own, ...ofTrigger], fn => fn.endpoints.join())
}

function corsOf(spec: SpecInput): Graph['cors'] {
  const { cors, type } = spec.api
  if (!cors) return null
  const { allowOrigins } = cors
  const open = allowOrigins.includes('*')
  const allowed: Allowed = {
    origins: sorted(probesOf(spec).filter(probe => open || allowOrigins.includes(probe))),
    methodsMissing: [],
    headers: ['authorization', 'content-type'],
    credentials: false,
  }
  if (type === 'http') return { type, ...allowed }
  const answer = allowOrigins.length === 1 ? allowOrigins[0]! : '*'
  return {
    type,
    preflights: sorted(new Set(spec.endpoints.map(({ path }) => path))).map(path => ({ path, ...allowed })),
    gatewayResponses: { DEFAULT_4XX: answer, DEFAULT_5XX: answer },
  }
}

/** Origins to ask with: every allowed one, near misses of each, and a stranger. */
export function probesOf({ api }: Pick<SpecInput, 'api'>): readonly string[] {
  const origins = (api.cors?.allowOrigins ?? []).filter(origin => origin !== '*')
  return [
    ...new Set(
      origins.flatMap(origin => [
        origin,
        `${origin}.evil.example`,
        `${origin}0`,
        origin.replace('.', 'x'),
        origin.replace('://', '://evil.'),
      ]),
    ),
    'https://evil.example',
    'null',
  ]
}

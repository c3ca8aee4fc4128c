import fc from 'fast-check'
import { parseSpec } from '../../lib/document/parse'
import type { SpecInput } from '../../lib/document/spec'
import {
  callbackUrls,
  descriptions,
  displayNames,
  handlers,
  identifiers,
  origins,
  scopeNames,
  segments,
  services,
  stages,
  variables,
} from './arbitrary-strings'

type Client = SpecInput['clients'][number]
type Endpoint = SpecInput['endpoints'][number]
type ResourceServer = SpecInput['resourceServers'][number]

/** Numbers that choose, by remainder, from a list that is known only later. */
const picks = (minLength: number, maxLength: number) =>
  fc.array(fc.nat({ max: 10_000 }), { minLength, maxLength })

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

const chosen = <T>(from: readonly T[], picked: readonly number[]): T[] =>
  from.length === 0 ? [] : [...new Set(picked.map(pick => from[pick % from.length]!))]

/** As a token says them: a URL, and texts that YAML and HCL would read as something else. */
const audiences = fc.oneof(
  identifiers(200),
  fc.constantFrom('https://mcp.example.com', 'yes', '012', '12:30', '"', '\\', "it's", '%{if}', '#{x}', '`'),
)

const tiers = fc.constantFrom('LITE', 'ESSENTIALS', 'PLUS' as const)

const regions = fc.constantFrom(
  'us-east-1',
  'eu-central-1',
  'us-gov-west-1',
  'ap-southeast-2',
  'mx-central-1',
)

/** The handler of an endpoint too, at times: the trigger has a function of its own then. */
const triggers = fc.record({
  handler: fc.oneof(fc.constantFrom('src/claims.handler', 'pre-token-generation.handler'), handlers),
  version: optional(fc.constantFrom('V2_0', 'V3_0' as const)),
})

const userPools = fc.oneof(
  fc.record({
    source: fc.constant('new' as const),
    name: displayNames(95),
    tier: optional(tiers),
    domainPrefix: fc.constantFrom('demo', 'yes', '012', '1e3', 'a--b', `p${'-q'.repeat(14)}`),
    managedLogin: optional(fc.boolean()),
    selfSignUp: optional(fc.boolean()),
    usernameAttributes: optional(fc.uniqueArray(fc.constantFrom('email', 'phone_number' as const))),
    mfa: optional(fc.constantFrom('off', 'optional', 'required' as const)),
    preTokenGeneration: optional(triggers),
  }),
  fc.record({
    source: fc.constant('existing' as const),
    userPoolId: fc.constantFrom('AbCdEf123', '012345678', 'Zz9'),
    domain: optional(fc.constantFrom('auth.example.com', 'x.auth.us-east-1.amazoncognito.com')),
    managedLogin: optional(fc.boolean()),
  }),
)

const resourceServer = (identifierLength: number, scopeLength: number) =>
  fc.record({
    identifier: identifiers(identifierLength),
    name: displayNames(256),
    scopes: fc.uniqueArray(fc.record({ name: scopeNames(scopeLength), description: descriptions }), {
      // Without scopes the identifier is only an audience.
      minLength: 0,
      maxLength: 5,
      selector: ({ name }) => name,
    }),
  })

const tokenValidity = fc.record({
  accessTokenMinutes: fc.constantFrom(5, 60, 90, 1440),
  idTokenMinutes: fc.constantFrom(5, 60, 61, 1440),
  refreshTokenDays: fc.constantFrom(1, 30, 45, 3650),
})

const FLOWS = [
  'ALLOW_USER_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_CUSTOM_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
] as const

const clientSeed = fc.record({
  name: displayNames(95),
  kind: fc.constantFrom('code', 'implicit', 'both', 'machine', 'default' as const),
  generateSecret: fc.boolean(),
  custom: picks(0, 6),
  standard: picks(0, 5),
  callbacks: fc.uniqueArray(callbackUrls, { minLength: 1, maxLength: 4 }),
  logouts: fc.uniqueArray(callbackUrls, { maxLength: 3 }),
  defaultRedirect: optional(fc.nat({ max: 10 })),
  providers: fc.constantFrom(['COGNITO'], ['COGNITO', 'Google'], ['SignInWithApple', "it's", 'yes', '日本']),
  tokenValidity: optional(tokenValidity),
  flows: optional(fc.uniqueArray(fc.constantFrom(...FLOWS), { minLength: 1 })),
  graceSeconds: optional(fc.constantFrom(0, 10, 60)),
})

const endpointSeed = fc.record({
  method: fc.constantFrom<Endpoint['method']>(
    ...(['GET', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const),
  ),
  segments: fc.array(fc.oneof({ weight: 3, arbitrary: segments }, fc.record({ variable: variables })), {
    maxLength: 4,
  }),
  greedy: fc.option(variables, { freq: 4 }),
  auth: fc.constantFrom<Endpoint['auth']>(
    'access_token',
    'access_token',
    undefined,
    'id_token',
    'iam',
    'none',
  ),
  custom: picks(1, 5),
  standard: fc.option(fc.nat(), { freq: 4 }),
  handler: handlers,
})

const seeds = (type: 'rest' | 'http') =>
  fc.record({
    service: services,
    region: optional(regions),
    stage: optional(stages),
    userPool: userPools,
    // An HTTP API takes scopes of 64 characters, a REST API what Cognito takes: 256.
    servers: fc.uniqueArray(type === 'http' ? resourceServer(40, 20) : resourceServer(200, 50), {
      minLength: 1,
      maxLength: 4,
      selector: ({ identifier }) => identifier,
    }),
    clients: fc.uniqueArray(clientSeed, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
    apiName: displayNames(95),
    cors: optional(fc.oneof(fc.constant(['*']), fc.uniqueArray(origins, { minLength: 1, maxLength: 4 }))),
    endpoints: fc.array(endpointSeed, { minLength: 1, maxLength: 14 }),
    /** The authorization of every endpoint, so that no authorizer is needed. */
    everywhere: fc.nat({ max: 14 }).map(n => (['none', 'iam'] as const)[n]),
    audiences: fc.option(fc.uniqueArray(audiences, { maxLength: 3 }), { nil: undefined }),
  })

const OIDC = ['email', 'phone', 'profile'] as const
const STANDARD = ['openid', 'aws.cognito.signin.user.admin', ...OIDC]

/** Specs that the contract accepts, small enough for every format, with hostile strings wherever they are legal. */
export const arbitrarySpec: fc.Arbitrary<SpecInput> = fc.oneof(
  ...(['rest', 'http'] as const).map(type =>
    seeds(type).map(seed => {
      const region = seed.region ?? 'us-east-1'
      const servers = withSomeScope(seed.servers)
      const custom = servers.flatMap(server =>
        server.scopes.map(({ name }) => `${server.identifier}/${name}`),
      )
      const spec: SpecInput = {
        version: 1,
        service: seed.service,
        ...defined({ region: seed.region, stage: seed.stage }),
        userPool: userPool(seed.userPool, region),
        resourceServers: servers as ResourceServer[],
        clients: seed.clients.map(client => toClient(client, custom, seed.userPool.source)),
        api: {
          type,
          name: seed.apiName,
          ...(seed.cors && { cors: { allowOrigins: [...seed.cors] } }),
          ...(type === 'http' && seed.audiences && { additionalAudiences: seed.audiences }),
        },
        endpoints: endpoints(
          seed.endpoints.map(each => ({ ...each, auth: seed.everywhere ?? each.auth })),
          custom,
          type,
          seed.cors !== undefined,
        ),
      }
      return assertValid(spec)
    }),
  ),
)

type ServerSeed = ReturnType<typeof resourceServer> extends fc.Arbitrary<infer T> ? T : never

/** A machine client needs a scope of some resource server. */
const withSomeScope = (all: readonly ServerSeed[]): readonly ServerSeed[] =>
  all.some(({ scopes }) => scopes.length > 0)
    ? all
    : all.map(server => ({ ...server, scopes: [{ name: 'read', description: 'Read' }] }))

/** A bug of the arbitrary, or a rule of the schema that the contract does not have. */
function assertValid(spec: SpecInput): SpecInput {
  const parsed = parseSpec(spec)
  if (!parsed.ok)
    throw new Error(`not a valid spec: ${JSON.stringify(parsed.errors)}\n${JSON.stringify(spec)}`)
  return spec
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Without the keys that are left out: a document has no undefined. */
const defined = <T extends object>(object: T): Defined<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>

type UserPoolSeed = typeof userPools extends fc.Arbitrary<infer T> ? T : never

function userPool(seed: UserPoolSeed, region: string): SpecInput['userPool'] {
  if (seed.source === 'existing')
    return defined({ ...seed, userPoolId: `${region}_${seed.userPoolId}` }) as SpecInput['userPool']
  const { preTokenGeneration: trigger, ...pool } = seed
  const isLite = seed.tier === 'LITE'
  return defined({
    ...pool,
    managedLogin: isLite && seed.managedLogin ? false : seed.managedLogin,
    preTokenGeneration: isLite || !trigger ? undefined : defined(trigger),
  }) as SpecInput['userPool']
}

type ClientSeed = typeof clientSeed extends fc.Arbitrary<infer T> ? T : never

const GRANTS = {
  code: ['authorization_code'],
  implicit: ['implicit'],
  both: ['implicit', 'authorization_code'],
  machine: ['client_credentials'],
  default: undefined,
} as const satisfies Readonly<Record<string, Client['grants'] | undefined>>

function toClient(seed: ClientSeed, custom: readonly string[], source: 'new' | 'existing'): Client {
  const machine = seed.kind === 'machine'
  const own = chosen(custom, seed.custom)
  const identityProviders = source === 'new' ? undefined : [...seed.providers]
  const common = { name: seed.name, ...defined({ grants: GRANTS[seed.kind], identityProviders }) }
  const validity = defined({ tokenValidity: seed.tokenValidity })
  const flows = defined({ explicitAuthFlows: seed.flows })
  if (machine)
    return {
      ...common,
      grants: ['client_credentials'],
      generateSecret: true,
      scopes: own.length > 0 ? own : [custom[0]!],
      ...validity,
      ...flows,
    }
  const rotates =
    seed.graceSeconds !== undefined && seed.flows && !seed.flows.includes('ALLOW_REFRESH_TOKEN_AUTH')
  const standard = chosen(STANDARD, seed.standard)
  const wantsOpenid = OIDC.some(scope => standard.includes(scope)) && !standard.includes('openid')
  const scopes = [...standard, ...(wantsOpenid ? ['openid'] : []), ...own]
  const redirect = seed.defaultRedirect
  return {
    ...common,
    grants: common.grants ? [...common.grants] : undefined,
    generateSecret: seed.generateSecret,
    scopes: scopes.length > 0 ? scopes : ['openid'],
    callbackUrls: seed.callbacks,
    ...(redirect !== undefined && { defaultRedirectUri: seed.callbacks[redirect % seed.callbacks.length]! }),
    ...(seed.logouts.length > 0 && { logoutUrls: seed.logouts }),
    ...validity,
    ...flows,
    ...(rotates && { refreshTokenRotation: { retryGracePeriodSeconds: seed.graceSeconds } }),
  } as Client
}

type EndpointSeed = typeof endpointSeed extends fc.Arbitrary<infer T> ? T : never

function endpoints(
  seeds: readonly EndpointSeed[],
  custom: readonly string[],
  type: 'rest' | 'http',
  cors: boolean,
): Endpoint[] {
  const kept: Endpoint[] = []
  const registry = new Paths(type)
  for (const seed of seeds) {
    const method = seed.method === 'OPTIONS' && cors ? 'DELETE' : seed.method
    const path = registry.add(method, seed)
    if (path === undefined) continue
    const scoped = seed.auth === undefined || seed.auth === 'access_token'
    const standard = seed.standard === null ? [] : [STANDARD[seed.standard % STANDARD.length]!]
    kept.push({
      method,
      path,
      ...defined({ auth: seed.auth }),
      ...(scoped && { scopes: [...chosen(custom, seed.custom), ...standard] }),
      handler: seed.handler,
    })
  }
  return kept.length > 0 ? kept : [{ method: 'GET', path: '/', auth: 'none', handler: 'bin/list.handler' }]
}

/** Lets through the paths that can live together: the rules of the contract, once more. */
class Paths {
  readonly #type: 'rest' | 'http'
  readonly #keys = new Map<string, string>()
  readonly #variables = new Map<string, string>()
  readonly #endpoints = new Set<string>()

  constructor(type: 'rest' | 'http') {
    this.#type = type
  }

  /** The path, or undefined where it would clash with one that is there. */
  add(method: string, { segments, greedy }: EndpointSeed): string | undefined {
    const parts: string[] = []
    const names = new Set<string>()
    for (const segment of segments) {
      const name = typeof segment === 'string' ? undefined : segment.variable
      if (name !== undefined && names.has(name)) continue
      if (name !== undefined) names.add(name)
      parts.push(name === undefined ? (segment as string) : `{${name}}`)
    }
    if (greedy !== null && !names.has(greedy)) parts.push(`{${greedy}+}`)
    const path = `/${parts.join('/')}`
    const byPosition = `${method} ${path.replace(/\{[^}+]+\}/g, '{}').replace(/\{[^}]+\+\}/g, '{+}')}`
    const prefixes = parts.map((_, i) => parts.slice(0, i + 1))
    if (this.#endpoints.has(byPosition) || !prefixes.every(prefix => this.#fits(prefix))) return undefined
    this.#endpoints.add(byPosition)
    for (const prefix of prefixes) {
      this.#keys.set(frameworkKey(prefix), prefix.join('/'))
      if (prefix.at(-1)!.startsWith('{')) this.#variables.set(prefix.slice(0, -1).join('/'), prefix.at(-1)!)
    }
    return path
  }

  #fits(prefix: readonly string[]): boolean {
    const key = frameworkKey(prefix)
    const taken = this.#keys.get(key)
    if (key === '' || (taken !== undefined && taken !== prefix.join('/'))) return false
    const last = prefix.at(-1)!
    const sibling = this.#variables.get(prefix.slice(0, -1).join('/'))
    return !(this.#type === 'rest' && last.startsWith('{') && sibling !== undefined && sibling !== last)
  }
}

/** What Serverless makes of a path for its logical ids. */
const frameworkKey = (parts: readonly string[]): string =>
  parts
    .map(part =>
      part
        .toLowerCase()
        .replaceAll('-', 'Dash')
        .replace(/^\{(.*)\}$/, '$1Var')
        .replace(/[^A-Za-z0-9]/g, ''),
    )
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

import { defaultOf, knownKeys } from './field-info'
import { child, type FieldPath } from './field-path'
import { isObject } from './json-document'

/**
 * The readable part of a document, for the rules over several fields: with defaults, and `undefined` for what is
 * missing or of the wrong type. Strings are kept as typed, even when invalid, so that a scope of a misspelled resource
 * server still belongs to it. Values that others are derived from (`stage`, `region`, `userPoolId`, `path` and
 * `handler` of an endpoint) are kept only when they are valid.
 */
export interface Draft {
  readonly stage: string | undefined
  readonly region: string | undefined
  readonly userPool: UserPoolDraft
  readonly resourceServers: Items<ResourceServerDraft>
  readonly clients: Items<ClientDraft>
  readonly api: ApiDraft
  readonly endpoints: Items<EndpointDraft>
  readonly acknowledged: Items<AcknowledgedDraft>
}

/** List items by index; undefined if the value is not an array. */
export type Items<Item> = readonly Item[] | undefined
export type Texts = Items<string | undefined>

export interface UserPoolDraft {
  readonly source: string | undefined
  readonly name: string | undefined
  readonly tier: string | undefined
  readonly domainPrefix: string | undefined
  readonly userPoolId: string | undefined
  /** As written; the default depends on the tier. */
  readonly managedLogin: boolean | undefined
  readonly usernameAttributes: Texts
  /** Undefined without a trigger, and when it cannot be read. */
  readonly preTokenGeneration: { readonly handler: string | undefined } | undefined
}

export interface ResourceServerDraft {
  readonly identifier: string | undefined
  readonly scopes: Items<{ readonly name: string | undefined }>
}

export interface ClientDraft {
  readonly name: string | undefined
  readonly grants: Texts
  readonly generateSecret: boolean | undefined
  readonly scopes: Texts
  readonly callbackUrls: Texts
  readonly defaultRedirectUri: string | undefined
  readonly logoutUrls: Texts
  readonly identityProviders: Texts
  readonly explicitAuthFlows: Texts
  readonly hasRotation: boolean
}

export interface ApiDraft {
  readonly type: string | undefined
  readonly name: string | undefined
  readonly hasCors: boolean
  readonly allowOrigins: Texts
  readonly additionalAudiences: Texts
}

export interface EndpointDraft {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly auth: string | undefined
  readonly scopes: Texts
  readonly handler: string | undefined
}

export interface AcknowledgedDraft {
  readonly code: string | undefined
  readonly at: string | undefined
  /** False for a finding about the whole document; an `at` of the wrong type counts as one. */
  readonly hasAt: boolean
}

/** Reads any value. `faulty` contains the paths of the fields that are already rejected. */
export function toDraft(input: unknown, faulty: ReadonlySet<FieldPath>): Draft {
  const valid = (path: FieldPath, value: string | undefined) => (faulty.has(path) ? undefined : value)
  const isFaulty = faulty.size > 0
  const document = withDefaults('', object(input))
  const pool = withDefaults('userPool', object(document.userPool))
  const api = object(document.api)
  return {
    stage: valid('stage', text(document.stage)),
    region: valid('region', text(document.region)),
    userPool: {
      source: text(pool.source),
      name: text(pool.name),
      tier: text(pool.tier),
      domainPrefix: text(pool.domainPrefix),
      userPoolId: valid('userPool.userPoolId', text(pool.userPoolId)),
      managedLogin: flag(object(document.userPool).managedLogin),
      usernameAttributes: texts(pool.usernameAttributes),
      preTokenGeneration: isObject(pool.preTokenGeneration)
        ? {
            handler: valid('userPool.preTokenGeneration.handler', text(pool.preTokenGeneration.handler)),
          }
        : undefined,
    },
    resourceServers: items('resourceServers', document.resourceServers, server => ({
      identifier: text(server.identifier),
      scopes: items('resourceServers.*.scopes', server.scopes, scope => ({ name: text(scope.name) })),
    })),
    clients: items('clients', document.clients, client => ({
      name: text(client.name),
      grants: texts(client.grants),
      generateSecret: flag(client.generateSecret),
      scopes: texts(client.scopes),
      callbackUrls: texts(client.callbackUrls),
      defaultRedirectUri: text(client.defaultRedirectUri),
      logoutUrls: texts(client.logoutUrls),
      identityProviders: texts(client.identityProviders),
      explicitAuthFlows: texts(client.explicitAuthFlows),
      hasRotation: isObject(client.refreshTokenRotation),
    })),
    api: {
      type: text(api.type),
      name: text(api.name),
      hasCors: isObject(api.cors),
      allowOrigins: texts(object(api.cors).allowOrigins),
      additionalAudiences: texts(api.additionalAudiences),
    },
    endpoints: items('endpoints', document.endpoints, (endpoint, i) => ({
      method: text(endpoint.method),
      path: isFaulty ? valid(child('endpoints', i, 'path'), text(endpoint.path)) : text(endpoint.path),
      auth: text(endpoint.auth),
      handler: isFaulty
        ? valid(child('endpoints', i, 'handler'), text(endpoint.handler))
        : text(endpoint.handler),
      scopes: texts(endpoint.scopes),
    })),
    acknowledged: items('acknowledged', document.acknowledged, ({ code, at }) => ({
      code: text(code),
      at: text(at),
      hasAt: at !== undefined,
    })),
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Defaults of the object at a path, from the schema. */
const defaults = new Map<FieldPath, Fields>()

/** Adds the defaults of absent fields. `null` is not absent. */
function withDefaults(path: FieldPath, fields: Fields): Fields {
  let own = defaults.get(path)
  if (own === undefined) {
    own = Object.fromEntries(knownKeys(path).map(key => [key, defaultOf(child(path, key))]))
    defaults.set(path, own)
  }
  const filled: Record<string, unknown> = { ...own }
  for (const key in fields) if (fields[key] !== undefined) filled[key] = fields[key]
  return filled
}

const object = (value: unknown): Fields => (isObject(value) ? value : {})
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)
const texts = (value: unknown): Texts => (Array.isArray(value) ? value.map(text) : undefined)

/** Reads a list of objects. The fields of an item that is not an object are unreadable, not absent: no defaults. */
function items<Item>(path: FieldPath, value: unknown, read: (item: Fields, i: number) => Item): Items<Item> {
  if (!Array.isArray(value)) return undefined
  return value.map((item, i) => read(isObject(item) ? withDefaults(`${path}.*`, item) : {}, i))
}

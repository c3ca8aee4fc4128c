import { child, type FieldPath } from './field-path'
import { isObject } from './object'

/**
 * A document as far as it can be read, for the rules over several fields: defaults filled in, and `undefined` for
 * what is missing or of another type. Text stands as typed even where its own field refuses it, so that a scope of
 * a misspelt resource server is still that server's. What other values are derived from (`stage`, `region`,
 * `userPoolId`, an endpoint's `path`) stands only where it is valid.
 */
export interface Draft {
  readonly stage: string | undefined
  readonly region: string | undefined
  readonly userPool: UserPoolDraft
  readonly resourceServers: Members<ResourceServerDraft>
  readonly clients: Members<ClientDraft>
  readonly api: ApiDraft
  readonly endpoints: Members<EndpointDraft>
}

/** Members in their places; `undefined` when it is no list at all. */
export type Members<Member> = readonly Member[] | undefined
export type Texts = Members<string | undefined>

export interface UserPoolDraft {
  readonly source: string | undefined
  readonly name: string | undefined
  readonly tier: string | undefined
  readonly domainPrefix: string | undefined
  readonly userPoolId: string | undefined
  /** As written; its default depends on the tier. */
  readonly managedLogin: boolean | undefined
}

export interface ResourceServerDraft {
  readonly identifier: string | undefined
  readonly scopes: Members<{ readonly name: string | undefined }>
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
}

export interface ApiDraft {
  readonly type: string | undefined
  readonly name: string | undefined
  readonly hasCors: boolean
  readonly allowOrigins: Texts
}

export interface EndpointDraft {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly auth: string | undefined
  readonly scopes: Texts
}

/** Reads any value; `faulty` holds the paths of the fields that are already refused. */
export function toDraft(input: unknown, faulty: ReadonlySet<FieldPath>): Draft {
  const valid = (path: FieldPath, value: string | undefined) => (faulty.has(path) ? undefined : value)
  const isFaulty = faulty.size > 0
  const document = object(input)
  const pool = object(document.userPool)
  const api = object(document.api)
  return {
    stage: valid('stage', text(given(document.stage, 'dev'))),
    region: valid('region', text(given(document.region, 'us-east-1'))),
    userPool: {
      source: text(pool.source),
      name: text(pool.name),
      tier: text(given(pool.tier, 'ESSENTIALS')),
      domainPrefix: text(pool.domainPrefix),
      userPoolId: valid('userPool.userPoolId', text(pool.userPoolId)),
      managedLogin: flag(pool.managedLogin),
    },
    resourceServers: members(document.resourceServers, server => ({
      identifier: text(server.identifier),
      scopes: members(server.scopes, scope => ({ name: text(scope.name) })),
    })),
    clients: members(document.clients, client => ({
      name: text(client.name),
      grants: texts(given(client.grants, ['authorization_code'])),
      generateSecret: flag(given(client.generateSecret, false)),
      scopes: texts(client.scopes),
      callbackUrls: texts(given(client.callbackUrls, [])),
      defaultRedirectUri: text(client.defaultRedirectUri),
      logoutUrls: texts(given(client.logoutUrls, [])),
      identityProviders: texts(given(client.identityProviders, ['COGNITO'])),
    })),
    api: {
      type: text(api.type),
      name: text(api.name),
      hasCors: isObject(api.cors),
      allowOrigins: texts(object(api.cors).allowOrigins),
    },
    endpoints: members(document.endpoints, (endpoint, i) => ({
      method: text(endpoint.method),
      path: isFaulty ? valid(child('endpoints', i, 'path'), text(endpoint.path)) : text(endpoint.path),
      auth: text(given(endpoint.auth, 'access_token')),
      scopes: texts(given(endpoint.scopes, [])),
    })),
  }
}

type Keys = Readonly<Record<string, unknown>>

/** The value, or the default of what is left out. `null` is not left out. */
const given = (value: unknown, fallback: unknown): unknown => (value === undefined ? fallback : value)
const object = (value: unknown): Keys => (isObject(value) ? value : {})
/** A member that is no object: none of its fields may be taken for left out. */
const UNREADABLE: Keys = {
  grants: null,
  generateSecret: null,
  scopes: null,
  callbackUrls: null,
  logoutUrls: null,
  identityProviders: null,
  auth: null,
}
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined)
const members = <Member>(value: unknown, read: (member: Keys, i: number) => Member): Members<Member> =>
  Array.isArray(value) ? value.map((member, i) => read(isObject(member) ? member : UNREADABLE, i)) : undefined
const texts = (value: unknown): Texts => (Array.isArray(value) ? value.map(text) : undefined)

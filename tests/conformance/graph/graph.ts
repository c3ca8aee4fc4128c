/**
 * What a deployed stack enforces, without anything that only a format or a tool cares about. Things go by the names
 * that people and tokens know them by, never by logical ids; what has no order is sorted. Two templates that
 * authorise identically have deeply equal graphs.
 */
export interface Graph {
  readonly userPool: NewUserPool | ExistingUserPool
  readonly resourceServers: readonly ResourceServer[]
  readonly clients: readonly Client[]
  readonly api: Api
  readonly authorizers: readonly Authorizer[]
  readonly endpoints: readonly Endpoint[]
  readonly functions: readonly LambdaFunction[]
  readonly cors: RestCors | HttpCors | null
}

export interface NewUserPool {
  readonly source: 'new'
  readonly key: UserPoolKey
  readonly tier: string
  readonly selfSignUp: boolean
  /** What users sign in with instead of a user name. */
  readonly usernameAttributes: readonly string[]
  /** Attributes that Cognito verifies by a code. */
  readonly verified: readonly string[]
  readonly mfa: { readonly configuration: string; readonly methods: readonly string[] }
  readonly trigger: Trigger | null
  readonly onDelete: string
  readonly onReplace: string
  readonly domain: { readonly prefix: string; readonly loginVersion: number } | null
}

/** The pre token generation trigger. Its function is the one with `trigger: true`. */
export interface Trigger {
  readonly version: string
  /** The user pool may call it. */
  readonly permitted: boolean
}

export interface ExistingUserPool {
  readonly source: 'existing'
  readonly key: UserPoolKey
}

/** `new:dev-example-users`, or the id of a pool that is there already. */
export type UserPoolKey = string

export interface ResourceServer {
  readonly userPool: UserPoolKey
  readonly identifier: string
  readonly name: string
  /** Full scope name → description. */
  readonly scopes: Readonly<Record<string, string>>
}

export interface Client {
  readonly userPool: UserPoolKey
  readonly name: string
  readonly secret: boolean
  readonly flows: readonly string[]
  readonly oauthEnabled: boolean
  readonly scopes: readonly string[]
  readonly callbackUrls: readonly string[]
  readonly logoutUrls: readonly string[]
  readonly defaultRedirect: string | null
  readonly identityProviders: readonly string[]
  readonly minutes: { readonly access: number; readonly id: number; readonly refresh: number }
  readonly userExistenceErrors: string
  /** Flows of SDK sign-in; null: Cognito's default ones. */
  readonly authFlows: readonly string[] | null
  /** How long a refresh token works after its rotation; null: it does not rotate. */
  readonly rotationGraceSeconds: number | null
  /** It has Cognito's own branding, without which managed login shows no page. */
  readonly branded: boolean
  /** Identifiers of the resource servers that are certain to be there before it. */
  readonly after: readonly string[]
}

export interface Api {
  readonly type: 'rest' | 'http'
  readonly name: string
  readonly endpointType: string | null
  readonly stage: string
  readonly autoDeploy: boolean
  /** What is deployed too late to be in the stage: methods and gateway responses the deployment does not wait for. */
  readonly deployedTooLate: readonly string[]
}

export interface Authorizer {
  readonly name: string
  readonly type: string
  readonly userPools: readonly UserPoolKey[]
  /** Client names, and `aud …` for a text; empty for REST, which checks no audience. */
  readonly audience: readonly string[]
  readonly identitySource: readonly string[]
  readonly cacheSeconds: number | null
}

export interface Endpoint {
  /** `GET /orders/{id}` */
  readonly endpoint: string
  readonly authorization: string
  readonly authorizer: string | null
  readonly scopes: readonly string[]
  /** API Gateway may call its function. */
  readonly permitted: boolean
  readonly payload: string | null
}

/** A function is known by the endpoints that call it, and the trigger's by the user pool. */
export interface LambdaFunction {
  readonly endpoints: readonly string[]
  readonly trigger: boolean
  readonly runtime: string
  /** How long a call may take. */
  readonly seconds: number
  /** `bin/orders.list`: where its code is, or what placeholder code replaces. */
  readonly handler: string
  /** Services of AWS that it may use: its role allows nothing else. */
  readonly may: readonly string[]
}

/** Whether a browser on an origin is allowed, found by trying each of the probes. */
export interface RestCors {
  readonly type: 'rest'
  readonly preflights: readonly Preflight[]
  /** Access-Control-Allow-Origin of each gateway response. */
  readonly gatewayResponses: Readonly<Record<string, string>>
}

export interface HttpCors extends Allowed {
  readonly type: 'http'
}

export interface Preflight extends Allowed {
  readonly path: string
}

export interface Allowed {
  readonly origins: readonly string[]
  /** Methods of endpoints that a browser may not use after all. */
  readonly methodsMissing: readonly string[]
  /** Of Authorization and Content-Type, those that a browser may send. `*` does not cover Authorization (Fetch §4.9). */
  readonly headers: readonly string[]
  readonly credentials: boolean
}

export const sorted = (items: Iterable<string>): string[] => [...items].sort()

export const sortedBy = <T>(items: Iterable<T>, key: (item: T) => string): T[] =>
  [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))

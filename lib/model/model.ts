import type { AuthFlow } from '../aws/auth-flows'
import type { Grant } from '../aws/grants'
import type { Method } from '../aws/patterns'
import type { Mfa, TriggerVersion, UsernameAttribute } from '../aws/user-pool'

export type { AuthFlow, Grant, Method, Mfa, TriggerVersion, UsernameAttribute }

import type { FieldPath } from '../document/field-path'

/**
 * What is protected and who can call it. Names are resolved to references between objects, ids are assigned once, and
 * every node has the path of its form field. Names have no stage prefix: each format adds it in its own way.
 */
export interface Model {
  readonly service: string
  readonly region: string
  /** The stage when none is given at deploy time. */
  readonly stage: string
  readonly userPool: UserPool
  readonly resourceServers: readonly ResourceServer[]
  readonly clients: readonly Client[]
  readonly api: Api
  readonly endpoints: readonly Endpoint[]
  /** Those of the endpoints: one for each distinct handler, in the order of first use. */
  readonly functions: readonly LambdaFunction[]
}

/** A node that becomes resources. `id` is unique in the model: letters and digits, starting with a capital letter. */
export interface Node {
  readonly field: FieldPath
  readonly id: string
}

export type UserPool = NewUserPool | ExistingUserPool

export interface NewUserPool extends Node {
  readonly source: 'new'
  readonly name: string
  readonly tier: 'LITE' | 'ESSENTIALS' | 'PLUS'
  readonly domainPrefix: string
  readonly managedLogin: boolean
  /** Users can register themselves. */
  readonly selfSignUp: boolean
  /** What users sign in with instead of a user name; empty: with a user name. */
  readonly usernameAttributes: readonly UsernameAttribute[]
  readonly mfa: Mfa
  readonly preTokenGeneration: PreTokenGeneration | undefined
}

/** The trigger that Cognito calls before it issues a token. */
export interface PreTokenGeneration {
  readonly field: FieldPath
  readonly version: TriggerVersion
  /** A function of its own, also when an endpoint has the same handler. */
  readonly function: LambdaFunction
}

export interface ExistingUserPool extends Node {
  readonly source: 'existing'
  readonly userPoolId: string
  /** Host name of the pool's domain, where clients get tokens. It is not created. */
  readonly domain: string | undefined
  readonly managedLogin: boolean
}

export interface ResourceServer extends Node {
  readonly identifier: string
  readonly name: string
  readonly scopes: readonly Scope[]
}

/** A custom scope. */
export interface Scope {
  readonly field: FieldPath
  readonly name: string
  readonly description: string
  /** `identifier/name`, the form that tokens, clients and methods use. */
  readonly fullScope: string
  /** Id of its resource server. Not the server itself: endpoints refer to scopes, and would be others after a rename of it. */
  readonly serverId: string
}

/** A scope in the list of a client or an endpoint. */
export interface ScopeUse {
  readonly field: FieldPath
  readonly fullScope: string
  /** Undefined for reserved scopes, which no resource server declares. */
  readonly scope: Scope | undefined
}

export interface Client extends Node {
  readonly name: string
  readonly grants: readonly Grant[]
  /** Users sign in: true for every grant except client_credentials. */
  readonly interactive: boolean
  readonly generateSecret: boolean
  readonly scopes: readonly ScopeUse[]
  readonly callbackUrls: readonly string[]
  readonly defaultRedirectUri: string | undefined
  readonly logoutUrls: readonly string[]
  readonly identityProviders: readonly string[]
  readonly tokenValidity: TokenValidity | undefined
  /** Flows of SDK sign-in; undefined: Cognito's default ones. */
  readonly explicitAuthFlows: readonly AuthFlow[] | undefined
  readonly refreshTokenRotation: RefreshTokenRotation | undefined
}

/** Every refresh returns a new refresh token. */
export interface RefreshTokenRotation {
  /** For how long the previous refresh token still works. */
  readonly retryGracePeriodSeconds: number
}

export interface TokenValidity {
  readonly accessTokenMinutes: number
  readonly idTokenMinutes: number
  readonly refreshTokenDays: number
}

export interface Api {
  readonly field: FieldPath
  readonly type: 'rest' | 'http'
  readonly name: string
  readonly cors: { readonly field: FieldPath; readonly allowOrigins: readonly string[] } | undefined
  /** Values of `aud` that the JWT authorizer of an HTTP API accepts besides the client IDs. */
  readonly additionalAudiences: readonly string[]
  /** True if an endpoint requires a token. */
  readonly hasAuthorizer: boolean
  /** Every path segment below the root, parents first. A REST API has a resource for each. */
  readonly paths: readonly PathNode[]
}

/** One segment in the tree of paths. */
export interface PathNode extends Node {
  /** `/orders/{id}` */
  readonly path: string
  /** `{id}` */
  readonly part: string
  /** Undefined directly below the root. */
  readonly parent: PathNode | undefined
}

/** `iam`: the request is signed with AWS credentials (AWS_IAM), and no token counts. */
export type Auth = TokenAuth | 'iam' | 'none'

/** What an authorizer checks. */
export type TokenAuth = 'access_token' | 'id_token'

export interface Endpoint extends Node {
  readonly method: Method
  readonly path: string
  /** Undefined for the root path `/`. */
  readonly node: PathNode | undefined
  readonly auth: Auth
  readonly scopes: readonly ScopeUse[]
  readonly function: LambdaFunction
}

export interface LambdaFunction extends Node {
  /** `bin/orders.list` as written. */
  readonly handler: string
  /** `bin/orders` */
  readonly file: string
  /** `list` */
  readonly exportName: string
}

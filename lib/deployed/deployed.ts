import type { MapNode, Span } from '../source/node'
import type { Cause } from './cause'
import type { Service } from './service'
import type { Term, Text } from './term'
import type { Truth } from './truth'

/**
 * The authorization half of what some files deploy: who issues tokens, which clients can get them, and which endpoints require them.
 * Properties stay terms, so that a rule can ask what is certain about them.
 */
export interface Deployed {
  readonly userPools: readonly UserPool[]
  readonly resourceServers: readonly ResourceServer[]
  readonly clients: readonly Client[]
  readonly domains: readonly Domain[]
  readonly brandings: readonly Branding[]
  readonly apis: readonly Api[]
  readonly authorizers: readonly Authorizer[]
  readonly endpoints: readonly Endpoint[]
  /** One for each part of the files that may have endpoints and is not known: nothing is known of it, and rules are undecided. */
  readonly hidden: readonly Endpoint[]
  /** The same for authorizers. */
  readonly hiddenAuthorizers: readonly Authorizer[]
  readonly gatewayResponses: readonly GatewayResponse[]
  readonly deployments: readonly Deployment[]
  readonly functions: readonly LambdaFunction[]
  readonly permissions: readonly Permission[]
  readonly services: readonly Service[]
  /** Why there may be resources that the files do not show. */
  readonly open: readonly Cause[]
  /** Does the deployment create `first` before `then`? Undefined where no template among the files nests both. */
  readonly isOrdered: (first: Resource, then: Resource) => boolean | undefined
}

/** A thing of the deployment, and where it is written. */
export interface Resource {
  /** The logical id, or what the format calls it. */
  readonly id: string
  /** Unique in all files. */
  readonly key: string
  /** The key of its map: where something that is missing would go. */
  readonly at: Span
  /** Created under a condition, or changed by a macro. */
  readonly under?: Cause
  /** Parameter defaults without which it would be something else. */
  readonly assumed?: readonly string[]
  /** Written by a generator such as CDK: an edit would be lost. The construct path names the source. */
  readonly generated?: { readonly construct?: string }
  /** The map of the resource, and the map of its properties, for edits. */
  readonly node?: MapNode
  readonly properties?: MapNode
  /** The map of all resources of its template. */
  readonly siblings?: MapNode
}

export interface UserPool extends Resource {
  /** What `Ref` gives: a resource of this deployment, or the id of a pool that is deployed already. */
  readonly poolId: Text
  readonly tier: Term
  readonly issuerType: Term
  /** `LambdaConfig.PreTokenGenerationConfig.LambdaVersion`. */
  readonly triggerVersion: Term
  /** Every other property by its CloudFormation name. */
  readonly settings: Term
}

export interface ResourceServer extends Resource {
  readonly userPoolId: Term
  readonly identifier: Term
  readonly name: Term
  /** A list of maps with ScopeName and ScopeDescription. */
  readonly scopes: Term
}

export interface Client extends Resource {
  readonly clientId: Text
  readonly userPoolId: Term
  /** Every other property by its CloudFormation name. */
  readonly settings: Term
}

export interface Domain extends Resource {
  readonly userPoolId: Term
  readonly domain: Term
  readonly managedLoginVersion: Term
  /** Custom domains have no prefix rules. */
  readonly isCustom: Term
}

export interface Branding extends Resource {
  readonly userPoolId: Term
  readonly clientId: Term
}

/** The two kinds of API in API Gateway that can require tokens of a user pool. */
export type ApiType = 'rest' | 'http'

export interface Api extends Resource {
  readonly type: ApiType
  readonly name: Term
  readonly apiId: Text
  /** The format deploys by itself: there is no deployment resource to check. */
  readonly deploysItself: boolean
  /** The format writes the permissions of its functions by itself. */
  readonly permitsItself: boolean
  /** CORS settings of the API; absent when there are none. The place is where a browser's use is declared. */
  readonly cors: Term
  /** The list of allowed headers of an HTTP API. */
  readonly corsHeaders: Term
  /** The default authorizer applies to an OPTIONS method that the format adds: SAM's flag. SAM may ignore it. */
  readonly preflightGuarded?: {
    readonly flag: Term
    readonly defaultAuthorizer: Term
    readonly ignoresDefault?: Truth
    readonly at: Span
    readonly node?: MapNode
  }
  /** What limits the networks that reach it: its resource policies, and the types of its endpoints. */
  readonly policies?: readonly Term[]
  readonly endpointTypes?: readonly Term[]
  /** What a stage serves now, if the files show it: it lags behind the API until the next deployment. */
  readonly served?: Served
  /** Where CORS is switched on. */
  readonly corsAt?: Span
  /** Why there may be endpoints, authorizers or gateway responses that the files do not show. */
  readonly open: readonly Cause[]
}

/** The configuration that a stage serves. */
export interface Served {
  readonly stage: string
  /** The command that deploys the current configuration to it. */
  readonly command: string
  /** What it says of who may call differently than the API's current configuration. */
  readonly changes: readonly Change[]
  /** Why there may be further changes. */
  readonly open: readonly Cause[]
}

/** A difference in words, at the endpoint that it is about. */
export interface Change {
  readonly words: string
  readonly at: Span
}

export interface Authorizer extends Resource {
  readonly api: Link<Api>
  readonly authorizerId: Text
  /** COGNITO_USER_POOLS, TOKEN, REQUEST or JWT. */
  readonly type: Term
  readonly identitySource: Term
  readonly validationExpression: Term
  /** What to remove for a template without the expression. */
  readonly expressionEntry?: Entry
  /** ARNs of user pools (REST). */
  readonly providerArns: Term
  /** HTTP API. */
  readonly issuer: Term
  readonly audience: Term
  /** Made by the format of an event, so that nothing but this event can use it. */
  readonly implicit?: boolean
  /** Where to insert a missing `identitySource`. */
  readonly identitySlot?: Slot
}

export interface Endpoint extends Resource {
  readonly apiType: ApiType
  readonly api: Link<Api>
  /** Upper case; ANY for all. */
  readonly method: Text
  readonly path: Text
  /** NONE, AWS_IAM, CUSTOM, COGNITO_USER_POOLS or JWT, as it will be deployed. */
  readonly authorizationType: Term
  readonly authorizer: Link<Authorizer>
  readonly scopes: Term
  /** Where missing scopes are shown; left out, at the endpoint itself. */
  readonly scopesAt?: Span
  /** Left out where an edit would change other endpoints too. */
  readonly scopesSlot?: ScopesSlot
  readonly typeSlot?: Slot
  /** SAM rejects scopes without the name of an authorizer next to them: that name, and where it would be written. */
  readonly unnamed?: {
    readonly authorizer: Term
    readonly slot?: { readonly map: MapNode; readonly value: string }
  }
  /** REST: whether a call needs an API key of a usage plan too. */
  readonly apiKey?: Term
  /** The function that answers, where one does: a Lambda function's ARN somewhere in it. */
  readonly integrationUri: Term
  /** A role that API Gateway takes to call it: the function then needs no permission of its own. */
  readonly credentials?: Term
  /** `src/notes.list`, where the format names it. */
  readonly handler?: Term
  /** Answered by API Gateway itself. */
  readonly isMock: boolean
  /** How API Gateway itself answers the preflight requests of browsers here. */
  readonly preflight?: Preflight
  /** The CORS setting of this endpoint alone (Serverless): its preflight needs no token. */
  readonly cors?: Term
  /** The type as it is written, where a format copies it without a change (Serverless). */
  readonly writtenType?: Term
  /** Why no type gives another one than is meant (Serverless). */
  readonly typeAdvice?: TypeAdvice
  /** A preflight that the format adds, not written anywhere. */
  readonly implicit?: boolean
  /** Deployment can only include it if it is ordered before: its key, or that of its integration. */
  readonly parts: readonly Resource[]
}

/** What the format makes of an authorizer whose type is left out, and where and how to say which one is meant. */
export interface TypeAdvice {
  readonly at: Span
  readonly why: string
  readonly fix: string
}

/** An answer of API Gateway itself with CORS headers. */
export interface Preflight {
  /** The value of Access-Control-Allow-Origin, in single quotes where it is a constant. */
  readonly origin: Term
  /** Templates of the body: with several origins, they choose the one that the request names. */
  readonly templates: Term
}

/** An entry that may be removed from its map. */
export interface Entry {
  readonly map: MapNode
  readonly key: string
}

/** Where a missing key would be written: into `map`, after the first of `after` that is there. */
export interface Slot {
  readonly map: MapNode
  readonly key: string
  readonly after: readonly string[]
}

/** Where missing scopes would be written, with what the format requires next to them. */
export interface ScopesSlot extends Slot {
  /** Keys that are written in front of the scopes. */
  readonly values?: Readonly<Record<string, string>>
  /** The key of a new map for all of them. */
  readonly within?: string
}

export interface GatewayResponse extends Resource {
  readonly api: Link<Api>
  readonly responseType: Term
  /** Names of the headers it sets, `gatewayresponse.header.X` in full. */
  readonly headers: Term
}

export interface Deployment extends Resource {
  readonly api: Link<Api>
  /** The logical id never changes. */
  readonly isStatic: boolean
}

export interface LambdaFunction extends Resource {
  /** The format permits an API to call it, or may do so. Name and ARN of it are resources with its key. */
  readonly permitted: boolean
  /** Its name; absent where CloudFormation generates one. */
  readonly name: Term
  /** `src/notes.list`, or the name that inline code has. */
  readonly handler: Term
}

export interface Permission extends Resource {
  readonly functionName: Term
  readonly principal: Term
}

/** A reference to another resource, and the parameter defaults that it rests on. */
export type Link<Target> = { readonly assumed?: readonly string[] } & (
  | { readonly kind: 'one'; readonly to: Target }
  /** Not named at all. */
  | { readonly kind: 'none' }
  /** It is certainly not one of these files. */
  | { readonly kind: 'foreign'; readonly text: Text; readonly because: Cause }
  | {
      readonly kind: 'unknown'
      readonly because: readonly Cause[]
      /** The property may be left out, or the format looks a name up that may not be here. */
      readonly mayBeMissing?: true
      /** What each branch of a condition names. */
      readonly branches?: readonly [Link<Target>, Link<Target>]
    }
  /** The format looks the name up in `place`, and it is not there. */
  | { readonly kind: 'missing'; readonly name: string; readonly at: Span; readonly place: string }
)

export const none: Link<never> = { kind: 'none' }

import { OAUTH_FLOWS } from '../aws/grants'
import { child, type FieldPath } from '../document/field-path'
import type { Client, RefreshTokenRotation, ScopeUse, TokenValidity, UserPool } from '../model/model'
import { staged } from './stage'
import { type Body, type Resource, resource } from './template'
import { userPoolId } from './user-pool'
import { annotate, fromField, itemsOf, type Mapping, type Reference, type Value } from './value'

type ClientInputs = Pick<
  Client,
  | 'field'
  | 'name'
  | 'grants'
  | 'generateSecret'
  | 'callbackUrls'
  | 'defaultRedirectUri'
  | 'logoutUrls'
  | 'identityProviders'
  | 'explicitAuthFlows'
> & {
  readonly userPoolId: Reference
  readonly fullScopes: readonly string[]
  /** Logical IDs of the resource servers of its custom scopes. */
  readonly resourceServers: readonly string[]
  readonly tokenValidity: Readonly<TokenValidity> | undefined
  readonly refreshTokenRotation: Readonly<RefreshTokenRotation> | undefined
  readonly explained: Explained
}

/** Which settings get a comment: each is explained once in a template. */
type Explained = { readonly scopes: boolean; readonly order: boolean; readonly validity: boolean }

/** An app client. */
export const client = (node: Client, pool: UserPool, explained: Explained): Resource =>
  resource(
    node.id,
    'AWS::Cognito::UserPoolClient',
    {
      field: node.field,
      name: node.name,
      grants: node.grants,
      generateSecret: node.generateSecret,
      callbackUrls: node.callbackUrls,
      defaultRedirectUri: node.defaultRedirectUri,
      logoutUrls: node.logoutUrls,
      identityProviders: node.identityProviders,
      userPoolId: userPoolId(pool),
      fullScopes: node.scopes.map(({ fullScope }) => fullScope),
      resourceServers: resourceServerIds(node.scopes),
      tokenValidity: node.tokenValidity,
      explicitAuthFlows: node.explicitAuthFlows,
      refreshTokenRotation: node.refreshTokenRotation,
      explained,
    },
    body,
  )

const resourceServerIds = (scopes: readonly ScopeUse[]): readonly string[] => [
  ...new Set(scopes.flatMap(({ scope }) => (scope ? [scope.serverId] : []))),
]

const body = (inputs: ClientInputs): Body => ({
  note: { field: inputs.field },
  dependsOn: inputs.resourceServers,
  ...(inputs.explained.order && {
    dependsOnComment:
      'The scopes below are plain text, so CloudFormation cannot infer that the resource server comes first.\n' +
      'Without DependsOn the client can be created before its scopes exist: ScopeDoesNotExistException.',
  }),
  properties: properties(inputs),
})

function properties(inputs: ClientInputs): Mapping {
  const { explained, defaultRedirectUri } = inputs
  const at = (key: string) => child(inputs.field, key)
  return {
    UserPoolId: inputs.userPoolId,
    ClientName: staged(at('name'), inputs.name),
    GenerateSecret: fromField(at('generateSecret'), inputs.generateSecret),
    AllowedOAuthFlowsUserPoolClient: fromField(at('grants'), true),
    AllowedOAuthFlows: list(
      at('grants'),
      inputs.grants.map(grant => OAUTH_FLOWS[grant]),
    ),
    AllowedOAuthScopes: annotate(itemsOf(at('scopes'), inputs.fullScopes), {
      field: at('scopes'),
      quoted: true,
      ...(explained.scopes && {
        comment:
          'Custom scopes by their full name: identifier of the resource server, slash, scope name.\n' +
          'In quotes, because YAML would not read names such as yes, 012 or 12:30 as strings.',
      }),
    }),
    CallbackURLs: list(at('callbackUrls'), inputs.callbackUrls),
    DefaultRedirectURI:
      defaultRedirectUri === undefined ? undefined : fromField(at('defaultRedirectUri'), defaultRedirectUri),
    LogoutURLs: list(at('logoutUrls'), inputs.logoutUrls),
    SupportedIdentityProviders: list(at('identityProviders'), inputs.identityProviders),
    ...(inputs.tokenValidity && tokenValidity(at('tokenValidity'), inputs.tokenValidity, explained.validity)),
    ExplicitAuthFlows: list(at('explicitAuthFlows'), inputs.explicitAuthFlows ?? []),
    ...(inputs.refreshTokenRotation && rotation(at('refreshTokenRotation'), inputs.refreshTokenRotation)),
    PreventUserExistenceErrors: 'ENABLED',
  }
}

const rotation = (field: FieldPath, { retryGracePeriodSeconds }: RefreshTokenRotation): Mapping => ({
  RefreshTokenRotation: fromField(field, {
    Feature: 'ENABLED',
    RetryGracePeriodSeconds: fromField(child(field, 'retryGracePeriodSeconds'), retryGracePeriodSeconds),
  }),
})

/** A list property, left out when the list is empty. */
const list = (field: FieldPath, items: readonly string[]): Value | undefined =>
  items.length === 0 ? undefined : fromField(field, itemsOf(field, items))

const tokenValidity = (field: FieldPath, validity: TokenValidity, explained: boolean): Mapping => ({
  AccessTokenValidity: fromField(child(field, 'accessTokenMinutes'), validity.accessTokenMinutes),
  IdTokenValidity: fromField(child(field, 'idTokenMinutes'), validity.idTokenMinutes),
  RefreshTokenValidity: fromField(child(field, 'refreshTokenDays'), validity.refreshTokenDays),
  TokenValidityUnits: annotate(
    {
      AccessToken: fromField(child(field, 'accessTokenMinutes'), 'minutes'),
      IdToken: fromField(child(field, 'idTokenMinutes'), 'minutes'),
      RefreshToken: fromField(child(field, 'refreshTokenDays'), 'days'),
    },
    {
      field,
      comment: explained ? 'Without units, access and ID token validity would be in hours' : undefined,
    },
  ),
})

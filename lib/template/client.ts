import { child, type FieldPath } from '../document/field-path'
import type { Client, Grant, ScopeUse, TokenValidity, UserPool } from '../model/model'
import { keyOf } from './key'
import { staged } from './stage'
import type { Resource } from './template'
import { userPoolId } from './user-pool'
import { annotate, fromField, type Mapping, type Value } from './value'

/** CloudFormation's word for each grant. */
const FLOWS: Readonly<Record<Grant, string>> = {
  authorization_code: 'code',
  implicit: 'implicit',
  client_credentials: 'client_credentials',
}

/** An application that may ask for tokens. `explained`: say why where people lose a day, once in a template. */
export const client = (
  node: Client,
  pool: UserPool,
  explained: { readonly scopes: boolean; readonly order: boolean; readonly validity: boolean },
): Resource => ({
  logicalId: node.id,
  type: 'AWS::Cognito::UserPoolClient',
  key: keyOf(
    'Client',
    node.id,
    node.field,
    node.name,
    node.grants,
    node.generateSecret,
    node.scopes.flatMap(use => [use.fullScope, use.scope?.resourceServer.id ?? '']),
    node.callbackUrls,
    node.defaultRedirectUri,
    node.logoutUrls,
    node.identityProviders,
    node.tokenValidity && Object.values(node.tokenValidity).join(),
    pool.source,
    pool.id,
    explained.scopes,
    explained.order,
    explained.validity,
  ),
  body: () => ({
    note: { field: node.field },
    dependsOn: resourceServerIds(node.scopes),
    ...(explained.order && {
      dependsOnComment:
        'The scopes below are text, so nothing else says that the resource server comes first.\n' +
        'Without this the client may be made before its scopes exist: ScopeDoesNotExistException.',
    }),
    properties: properties(node, pool, explained),
  }),
})

function properties(
  node: Client,
  pool: UserPool,
  explained: { readonly scopes: boolean; readonly validity: boolean },
): Mapping {
  const at = (key: string) => child(node.field, key)
  return {
    UserPoolId: userPoolId(pool),
    ClientName: staged(at('name'), node.name),
    GenerateSecret: fromField(at('generateSecret'), node.generateSecret),
    AllowedOAuthFlowsUserPoolClient: fromField(at('grants'), true),
    AllowedOAuthFlows: list(
      at('grants'),
      node.grants.map(grant => FLOWS[grant]),
    ),
    AllowedOAuthScopes: annotate(
      node.scopes.map(({ field, fullScope }) => fromField(field, fullScope)),
      {
        field: at('scopes'),
        quoted: true,
        ...(explained.scopes && {
          comment:
            "Custom scopes by their full name, the resource server's identifier and a slash in front.\n" +
            'In quotes, because YAML would read names such as yes, 012 or 12:30 as something else.',
        }),
      },
    ),
    CallbackURLs: list(at('callbackUrls'), node.callbackUrls),
    DefaultRedirectURI:
      node.defaultRedirectUri === undefined
        ? undefined
        : fromField(at('defaultRedirectUri'), node.defaultRedirectUri),
    LogoutURLs: list(at('logoutUrls'), node.logoutUrls),
    SupportedIdentityProviders: list(at('identityProviders'), node.identityProviders),
    ...(node.tokenValidity && tokenValidity(at('tokenValidity'), node.tokenValidity, explained.validity)),
    PreventUserExistenceErrors: 'ENABLED',
  }
}

/** Nothing for an empty list; the items of a list are marked one by one. */
const list = (field: FieldPath, items: readonly string[]): Value | undefined =>
  items.length === 0
    ? undefined
    : fromField(
        field,
        items.map((item, i) => fromField(child(field, i), item)),
      )

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
    { field, comment: explained ? 'Left out, access and ID tokens would count in hours' : undefined },
  ),
})

const resourceServerIds = (scopes: readonly ScopeUse[]): readonly string[] => [
  ...new Set(scopes.flatMap(({ scope }) => (scope ? [scope.resourceServer.id] : []))),
]

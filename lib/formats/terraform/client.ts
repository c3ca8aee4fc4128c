import { OAUTH_FLOWS } from '../../aws/grants'
import { child } from '../../document/field-path'
import type { Client, RefreshTokenRotation, TokenValidity, UserPool } from '../../model/model'
import { attribute, type HclEntry, nested, note, quote } from '../../text/hcl'
import type { Line } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import {
  clientAddress,
  label,
  type ScopeInput,
  scopeExpressions,
  scopeInputs,
  staged,
  strings,
  userPoolAddress,
} from './names'
import { list, resource } from './paragraph'

type ClientInputs = Pick<
  Client,
  | 'id'
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
  readonly tokenValidity: Readonly<TokenValidity> | undefined
  readonly refreshTokenRotation: Readonly<RefreshTokenRotation> | undefined
  readonly scopes: readonly ScopeInput[]
  readonly pool: string
  readonly branded: boolean
  readonly explained: Explained
}

/** Which settings get a comment: each is explained once per file. */
type Explained = { readonly scopes: boolean; readonly validity: boolean }

/** An app client and, if users sign in with it, its managed login style. */
export const client = (node: Client, pool: UserPool, explained: Explained): Block =>
  block(
    {
      id: node.id,
      field: node.field,
      name: node.name,
      grants: node.grants,
      generateSecret: node.generateSecret,
      callbackUrls: node.callbackUrls,
      defaultRedirectUri: node.defaultRedirectUri,
      logoutUrls: node.logoutUrls,
      identityProviders: node.identityProviders,
      tokenValidity: node.tokenValidity,
      explicitAuthFlows: node.explicitAuthFlows,
      refreshTokenRotation: node.refreshTokenRotation,
      scopes: scopeInputs(node.scopes),
      pool: userPoolAddress(pool),
      branded: pool.managedLogin && node.interactive,
      explained,
    },
    clientLines,
  )

function clientLines(inputs: ClientInputs): Line[] {
  const { id, field, name, grants, generateSecret, scopes, defaultRedirectUri, tokenValidity, explained } =
    inputs
  const at = (key: string) => child(field, key)
  const flows = grants.map(grant => ({ text: quote(OAUTH_FLOWS[grant]), field: at('grants') }))
  return [
    ...resource(field, clientAddress(id), [
      attribute('user_pool_id', `${inputs.pool}.id`),
      attribute('name', staged(name), at('name')),
      attribute('generate_secret', String(generateSecret), at('generateSecret')),
      attribute('allowed_oauth_flows_user_pool_client', 'true', at('grants')),
      list('allowed_oauth_flows', at('grants'), flows, true),
      explained.scopes ? note(WHY_REFERENCES, at('scopes')) : undefined,
      list('allowed_oauth_scopes', at('scopes'), scopeExpressions(scopes)),
      list('callback_urls', at('callbackUrls'), strings(at('callbackUrls'), inputs.callbackUrls)),
      defaultRedirectUri === undefined
        ? undefined
        : attribute('default_redirect_uri', quote(defaultRedirectUri), at('defaultRedirectUri')),
      list('logout_urls', at('logoutUrls'), strings(at('logoutUrls'), inputs.logoutUrls)),
      list(
        'supported_identity_providers',
        at('identityProviders'),
        strings(at('identityProviders'), inputs.identityProviders),
      ),
      list(
        'explicit_auth_flows',
        at('explicitAuthFlows'),
        strings(at('explicitAuthFlows'), inputs.explicitAuthFlows ?? []),
      ),
      attribute('prevent_user_existence_errors', '"ENABLED"'),
      ...(tokenValidity ? validity(tokenValidity, at('tokenValidity'), explained.validity) : []),
      ...(inputs.refreshTokenRotation
        ? [rotation(inputs.refreshTokenRotation, at('refreshTokenRotation'))]
        : []),
    ]),
    ...(inputs.branded ? branding(inputs) : []),
  ]
}

const WHY_REFERENCES =
  'By reference to the resource server, so that the client is created after its scopes. As plain text the client\n' +
  'could come first: ScopeDoesNotExistException.'

const rotation = ({ retryGracePeriodSeconds: seconds }: RefreshTokenRotation, field: string): HclEntry =>
  nested(
    'refresh_token_rotation',
    [
      attribute('feature', '"ENABLED"'),
      attribute('retry_grace_period_seconds', String(seconds), child(field, 'retryGracePeriodSeconds')),
    ],
    field,
  )

const validity = (
  { accessTokenMinutes, idTokenMinutes, refreshTokenDays }: TokenValidity,
  field: string,
  explained: boolean,
): readonly HclEntry[] => [
  attribute('access_token_validity', String(accessTokenMinutes), child(field, 'accessTokenMinutes')),
  attribute('id_token_validity', String(idTokenMinutes), child(field, 'idTokenMinutes')),
  attribute('refresh_token_validity', String(refreshTokenDays), child(field, 'refreshTokenDays')),
  nested(
    'token_validity_units',
    [
      explained ? note('Without this block access and ID tokens would count in hours') : undefined,
      attribute('access_token', '"minutes"', child(field, 'accessTokenMinutes')),
      attribute('id_token', '"minutes"', child(field, 'idTokenMinutes')),
      attribute('refresh_token', '"days"', child(field, 'refreshTokenDays')),
    ],
    field,
  ),
]

const branding = ({ id, pool }: ClientInputs): Line[] =>
  resource('userPool.managedLogin', `aws_cognito_managed_login_branding.${label(id, 'Client')}`, [
    attribute('user_pool_id', `${pool}.id`),
    attribute('client_id', `${clientAddress(id)}.id`),
    attribute('use_cognito_provided_values', 'true'),
  ])

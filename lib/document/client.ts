import { cognitoGuide } from '../aws/docs'
import { COGNITO_PROVIDER, GRANTS } from '../aws/grants'
import {
  MAX_CLIENTS,
  MAX_IDENTITY_PROVIDERS,
  MAX_NAME_LENGTH,
  MAX_PROVIDER_NAME_LENGTH,
  MAX_REDIRECT_URI_LENGTH,
  MAX_REDIRECT_URIS,
  MAX_SCOPES_PER_CLIENT,
  REFRESH_TOKEN_DAYS,
  TOKEN_MINUTES,
} from '../aws/limits'
import { NAME_CHARACTERS } from '../aws/patterns'
import { clientFlows } from './client-flows'
import { choice, flag, group, list, optional, text, wholeNumber, withDefault } from './field-kinds'
import { redirectUriIssue } from './redirect-uri'

const appClients = cognitoGuide('user-pool-settings-client-apps')
const grants = cognitoGuide('federation-endpoints-oauth-grants')
const tokens = cognitoGuide('amazon-cognito-user-pools-using-tokens-with-identity-providers')

const redirectUri = { max: MAX_REDIRECT_URI_LENGTH, validate: redirectUriIssue } as const

const tokenValidity = group(
  {
    accessTokenMinutes: wholeNumber({
      label: 'Access token validity',
      help: 'Minutes until an access token expires.',
      example: '60',
      docs: tokens,
      ...TOKEN_MINUTES,
      unit: 'minutes',
    }),
    idTokenMinutes: wholeNumber({
      label: 'ID token validity',
      help: 'Minutes until an ID token expires.',
      example: '60',
      docs: tokens,
      ...TOKEN_MINUTES,
      unit: 'minutes',
    }),
    refreshTokenDays: wholeNumber({
      label: 'Refresh token validity',
      help: 'Days until the user must sign in again.',
      example: '30',
      docs: tokens,
      ...REFRESH_TOKEN_DAYS,
      unit: 'days',
    }),
  },
  {
    label: 'Token validity',
    help: "How long tokens are valid. Default: Cognito's own values.",
    docs: tokens,
  },
)

const client = group(
  {
    name: text({
      label: 'Client name',
      help: 'The stage is added as a prefix.',
      example: 'user-pool-client',
      docs: appClients,
      max: MAX_NAME_LENGTH,
      ...NAME_CHARACTERS,
    }),
    grants: withDefault(
      list(
        choice(GRANTS, {
          label: 'Grant',
          help: 'Users sign in with authorization_code; machines use client_credentials. implicit is outdated.',
          example: 'authorization_code',
          docs: grants,
        }),
        {
          label: 'Grants',
          help: 'How the client gets its tokens.',
          docs: grants,
          atLeastOne: 'grant',
          many: 'grants',
        },
      ),
      ['authorization_code'],
    ),
    generateSecret: withDefault(
      flag({
        label: 'Client secret',
        help: 'For clients on a server. Mobile apps and web pages cannot keep a secret.',
        docs: appClients,
      }),
      false,
    ),
    scopes: list(
      text({
        label: 'Scope',
        help: 'An OIDC scope, or a custom one in full: identifier/name.',
        example: 'com.example.api/read',
        docs: cognitoGuide('cognito-user-pools-define-resource-servers'),
      }),
      {
        label: 'Allowed scopes',
        help: 'The scopes that the client is allowed to request.',
        docs: appClients,
        max: MAX_SCOPES_PER_CLIENT,
        atLeastOne: 'scope',
        many: 'scopes',
        unique: true,
      },
    ),
    callbackUrls: withDefault(
      list(
        text({
          label: 'Callback URL',
          help: 'Where users return after sign-in. Cognito compares it character by character.',
          example: 'exampleapp://auth/login',
          docs: appClients,
          ...redirectUri,
        }),
        {
          label: 'Callback URLs',
          help: 'Addresses that users can return to after sign-in.',
          docs: appClients,
          max: MAX_REDIRECT_URIS,
          many: 'callback URLs',
          unique: true,
        },
      ),
      [],
    ),
    defaultRedirectUri: optional(
      text({
        label: 'Default redirect URI',
        help: 'The callback URL for requests that name none.',
        example: 'exampleapp://auth/login',
        docs: appClients,
      }),
    ),
    logoutUrls: withDefault(
      list(
        text({
          label: 'Logout URL',
          help: 'Where the browser goes after sign-out.',
          example: 'exampleapp://auth/logout',
          docs: cognitoGuide('logout-endpoint'),
          ...redirectUri,
        }),
        {
          label: 'Logout URLs',
          help: 'Addresses that users can go to after sign-out.',
          docs: cognitoGuide('logout-endpoint'),
          max: MAX_REDIRECT_URIS,
          many: 'logout URLs',
          unique: true,
        },
      ),
      [],
    ),
    identityProviders: withDefault(
      list(
        text({
          label: 'Identity provider',
          help: 'COGNITO for users of the pool itself, or a provider that the pool already has.',
          example: 'COGNITO',
          docs: cognitoGuide('cognito-user-pools-identity-federation'),
          max: MAX_PROVIDER_NAME_LENGTH,
        }),
        {
          label: 'Identity providers',
          help: 'The identity providers that users of this client can sign in with.',
          docs: cognitoGuide('cognito-user-pools-identity-federation'),
          max: MAX_IDENTITY_PROVIDERS,
          atLeastOne: 'identity provider',
          many: 'identity providers',
        },
      ),
      [COGNITO_PROVIDER],
    ),
    tokenValidity: optional(tokenValidity),
    ...clientFlows,
  },
  { label: 'App client', help: 'One application that gets tokens from the user pool.', docs: appClients },
)

export const clients = list(client, {
  label: 'App clients',
  help: 'The applications that get tokens, with the scopes they are allowed.',
  docs: appClients,
  max: MAX_CLIENTS,
  atLeastOne: 'client',
  many: 'clients',
})

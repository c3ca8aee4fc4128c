import { cognitoGuide, rfcSection, type Source } from './docs'

/** The meaning of a header parameter or claim; `time` marks a NumericDate (RFC 7519 §2). */
export interface ClaimMeaning {
  readonly meaning: string
  readonly source: Source
  readonly time?: true
}

const page = (title: string, name: string): Source => ({
  title: `Cognito guide, ${title}`,
  url: cognitoGuide(name),
})
const rfc = (number: number, section: string): Source => ({
  title: `RFC ${number} §${section}`,
  url: rfcSection(number, section),
})
const ACCESS = page('The access token', 'amazon-cognito-user-pools-using-the-access-token')
const ID = page('The ID token', 'amazon-cognito-user-pools-using-the-id-token')
const REFRESH = page('The refresh token', 'amazon-cognito-user-pools-using-the-refresh-token')
const VERIFY = page('Verifying tokens', 'amazon-cognito-user-pools-using-tokens-verifying-a-jwt')
const SERVERS = page('Scopes and resource servers', 'cognito-user-pools-define-resource-servers')
const REVOCATION = page('Token revocation', 'token-revocation')
const ATTRIBUTES = page('User attributes', 'user-pool-settings-attributes')
const OPENID: Source = {
  title: 'OpenID Connect Core',
  url: 'https://openid.net/specs/openid-connect-core-1_0.html#IDToken',
}

/** Header parameters of the tokens of a user pool. */
export const HEADER_PARAMETERS: ReadonlyMap<string, ClaimMeaning> = new Map<string, ClaimMeaning>([
  ['alg', { meaning: 'Signature algorithm. A user pool always signs with RS256.', source: VERIFY }],
  ['kid', { meaning: 'ID of the public key that verifies the signature.', source: VERIFY }],
  ['typ', { meaning: 'Type of the object. Cognito omits it.', source: rfc(7519, '5.1') }],
  ['enc', { meaning: 'Encryption of the content. Only Cognito can read it.', source: rfc(7516, '4.1.2') }],
  ['cty', { meaning: 'Type of the encrypted content: a JWT.', source: rfc(7519, '5.2') }],
])

/** Claims that Cognito issues by itself. */
export const CLAIMS: ReadonlyMap<string, ClaimMeaning> = new Map<string, ClaimMeaning>([
  [
    'token_use',
    {
      meaning: 'Purpose of the token: access for APIs, id for the app that signed the user in.',
      source: VERIFY,
    },
  ],
  ['iss', { meaning: "The user pool that issued it. Must be the authorizer's pool.", source: VERIFY }],
  [
    'sub',
    {
      meaning: "The user's ID in the pool, which never changes; in a machine's token, the client ID.",
      source: ACCESS,
    },
  ],
  [
    'client_id',
    {
      meaning: 'The app client that requested the token. An HTTP API checks it; a REST API does not.',
      source: ACCESS,
    },
  ],
  [
    'aud',
    {
      meaning: 'Intended audience. An HTTP API compares it with the audience of its authorizer.',
      source: ID,
    },
  ],
  [
    'scope',
    {
      meaning: 'Scopes, separated by spaces. One that the endpoint lists gives access to it.',
      source: SERVERS,
    },
  ],
  [
    'exp',
    {
      meaning: 'Expiry time. From then on API Gateway responds with 401.',
      source: rfc(7519, '4.1.4'),
      time: true,
    },
  ],
  ['iat', { meaning: 'Time of issue.', source: rfc(7519, '4.1.6'), time: true }],
  ['nbf', { meaning: 'Start of validity. Cognito does not use it.', source: rfc(7519, '4.1.5'), time: true }],
  ['auth_time', { meaning: 'Time of sign-in; a refresh does not change it.', source: ACCESS, time: true }],
  ['jti', { meaning: 'ID of this token.', source: rfc(7519, '4.1.7') }],
  [
    'origin_jti',
    {
      meaning: 'Links the token to its refresh token, so that both can be revoked together.',
      source: REVOCATION,
    },
  ],
  ['event_id', { meaning: 'ID of the sign-in event; also in the logs of Lambda triggers.', source: ACCESS }],
  [
    'version',
    { meaning: 'The version of the access token format; 2 from the token endpoint.', source: ACCESS },
  ],
  ['username', { meaning: "The user's name in the pool. Absent from a machine's token.", source: ACCESS }],
  ['device_key', { meaning: 'The remembered device that was used to sign in.', source: ACCESS }],
  ['cognito:username', { meaning: "The user's name in the pool.", source: ID }],
  [
    'cognito:groups',
    { meaning: 'Groups of the user. API Gateway does not read them; your code can.', source: ACCESS },
  ],
  ['cognito:roles', { meaning: 'IAM roles of the groups.', source: ID }],
  ['cognito:preferred_role', { meaning: 'IAM role of the group with the highest precedence.', source: ID }],
  [
    'identities',
    { meaning: 'Accounts at other identity providers that are linked to the user.', source: ID },
  ],
  ['nonce', { meaning: 'The nonce of the authorize request; protects against replay.', source: ID }],
  ['at_hash', { meaning: 'Hash of the access token that was issued with it.', source: OPENID }],
  ['acr', { meaning: 'Strength of the authentication.', source: OPENID }],
  ['amr', { meaning: 'Authentication methods that were used.', source: OPENID }],
  ['azp', { meaning: 'The client that the token was issued to.', source: OPENID }],
  ['email', { meaning: "The user's email address.", source: ATTRIBUTES }],
  ['email_verified', { meaning: 'Whether the address is verified.', source: ATTRIBUTES }],
  ['phone_number', { meaning: "The user's phone number.", source: ATTRIBUTES }],
  ['phone_number_verified', { meaning: 'Whether the number is verified.', source: ATTRIBUTES }],
  ['name', { meaning: "The user's full name.", source: ATTRIBUTES }],
  ['given_name', { meaning: "The user's given name.", source: ATTRIBUTES }],
  ['family_name', { meaning: "The user's family name.", source: ATTRIBUTES }],
  ['middle_name', { meaning: "The user's middle name.", source: ATTRIBUTES }],
  ['nickname', { meaning: "The user's nickname.", source: ATTRIBUTES }],
  ['preferred_username', { meaning: 'The name the user prefers.', source: ATTRIBUTES }],
  ['profile', { meaning: "URL of the user's profile page.", source: ATTRIBUTES }],
  ['picture', { meaning: "URL of the user's picture.", source: ATTRIBUTES }],
  ['website', { meaning: "URL of the user's website.", source: ATTRIBUTES }],
  ['gender', { meaning: "The user's gender.", source: ATTRIBUTES }],
  ['birthdate', { meaning: "The user's date of birth.", source: ATTRIBUTES }],
  ['zoneinfo', { meaning: "The user's time zone.", source: ATTRIBUTES }],
  ['locale', { meaning: "The user's language and region.", source: ATTRIBUTES }],
  ['address', { meaning: "The user's postal address.", source: ATTRIBUTES }],
  ['updated_at', { meaning: 'Time of the last change of the attributes.', source: ATTRIBUTES, time: true }],
])

/** `custom:…` and `dev:custom:…`. */
export const CUSTOM_ATTRIBUTE: ClaimMeaning = {
  meaning: 'A custom attribute of this user pool.',
  source: ATTRIBUTES,
}

/** Header parameters and claims whose meaning depends on the type of the token. */
export const MEANINGS_BY_TYPE: Readonly<
  Record<'access' | 'id' | 'refresh', ReadonlyMap<string, ClaimMeaning>>
> = {
  access: new Map([
    [
      'token_use',
      { meaning: 'An access token, for APIs. Methods with scopes require this type.', source: ACCESS },
    ],
    [
      'aud',
      {
        meaning:
          'The resource that the token was requested for (resource=). An HTTP API then checks it instead of client_id.',
        source: SERVERS,
      },
    ],
  ]),
  id: new Map([
    [
      'token_use',
      {
        meaning:
          'An ID token, for the app. A method without scopes accepts it; a method with scopes does not.',
        source: ID,
      },
    ],
    ['aud', { meaning: 'The app client that the user signed in to.', source: ID }],
    ['sub', { meaning: "The user's ID in the pool, which never changes.", source: ID }],
  ]),
  refresh: new Map([
    ['alg', { meaning: 'Encryption of the key: the token is encrypted, not signed.', source: REFRESH }],
  ]),
}

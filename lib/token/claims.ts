import type { DecodedToken, TokenKind } from './decode'

/** A page that says so. */
export interface Source {
  readonly title: string
  readonly url: string
}

/** What a header parameter or claim means; `time` ones are NumericDates (RFC 7519 §2). */
export interface ClaimMeaning {
  readonly meaning: string
  readonly source: Source
  readonly time?: true
}

const guide = (title: string, page: string): Source => ({
  title: `Cognito guide, ${title}`,
  url: `https://docs.aws.amazon.com/cognito/latest/developerguide/${page}.html`,
})
const ACCESS = guide('The access token', 'amazon-cognito-user-pools-using-the-access-token')
const ID = guide('The ID token', 'amazon-cognito-user-pools-using-the-id-token')
const REFRESH = guide('The refresh token', 'amazon-cognito-user-pools-using-the-refresh-token')
const VERIFY = guide('Verifying tokens', 'amazon-cognito-user-pools-using-tokens-verifying-a-jwt')
const SERVERS = guide('Scopes and resource servers', 'cognito-user-pools-define-resource-servers')
const REVOCATION = guide('Token revocation', 'token-revocation')
const ATTRIBUTES = guide('User attributes', 'user-pool-settings-attributes')
const jwt = (section: string): Source => ({
  title: `RFC 7519 §${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc7519#section-${section}`,
})
const jwe = (section: string): Source => ({
  title: `RFC 7516 §${section}`,
  url: `https://www.rfc-editor.org/rfc/rfc7516#section-${section}`,
})
const OPENID: Source = {
  title: 'OpenID Connect Core',
  url: 'https://openid.net/specs/openid-connect-core-1_0.html#IDToken',
}

const HEADER = new Map<string, ClaimMeaning>([
  ['alg', { meaning: 'How it is signed. A user pool signs with RS256, always.', source: VERIFY }],
  ['kid', { meaning: 'Names the public key that checks the signature.', source: VERIFY }],
  ['typ', { meaning: 'The kind of object. Cognito leaves it out.', source: jwt('5.1') }],
  ['enc', { meaning: 'How the content is encrypted. Only Cognito can read it.', source: jwe('4.1.2') }],
  ['cty', { meaning: 'What is inside the encryption: a JWT.', source: jwt('5.2') }],
])

const CLAIMS = new Map<string, ClaimMeaning>([
  [
    'token_use',
    {
      meaning: 'What the token is for: access for APIs, id for the app that signed the user in.',
      source: VERIFY,
    },
  ],
  ['iss', { meaning: "The user pool that issued it. Must be the authorizer's pool.", source: VERIFY }],
  [
    'sub',
    {
      meaning: "The user's id in the pool. Stable, unlike the name; of a machine's token, the client id.",
      source: ACCESS,
    },
  ],
  [
    'client_id',
    {
      meaning: 'The app client that asked for the token. A REST API does not check it, an HTTP API does.',
      source: ACCESS,
    },
  ],
  [
    'aud',
    {
      meaning: 'Whom the token is for. An HTTP API compares it with the audience of its authorizer.',
      source: ID,
    },
  ],
  [
    'scope',
    {
      meaning: 'What the token may do: scopes, separated by spaces. One that the endpoint lists opens it.',
      source: SERVERS,
    },
  ],
  [
    'exp',
    {
      meaning: 'Expires then. API Gateway answers 401 from that second on.',
      source: jwt('4.1.4'),
      time: true,
    },
  ],
  ['iat', { meaning: 'Issued then.', source: jwt('4.1.6'), time: true }],
  ['nbf', { meaning: 'Not valid before. Cognito does not use it.', source: jwt('4.1.5'), time: true }],
  ['auth_time', { meaning: 'Signed in then. A refresh does not move it.', source: ACCESS, time: true }],
  ['jti', { meaning: "This token's own id.", source: jwt('4.1.7') }],
  [
    'origin_jti',
    { meaning: 'Links it to its refresh token, so that both can be revoked.', source: REVOCATION },
  ],
  [
    'event_id',
    { meaning: 'The sign-in that led to it; also in the logs of Lambda triggers.', source: ACCESS },
  ],
  [
    'version',
    { meaning: 'The version of the access token format; 2 from the token endpoint.', source: ACCESS },
  ],
  ['username', { meaning: "The user's name in the pool. A machine's token has none.", source: ACCESS }],
  ['device_key', { meaning: 'The remembered device that signed in.', source: ACCESS }],
  ['cognito:username', { meaning: "The user's name in the pool.", source: ID }],
  [
    'cognito:groups',
    { meaning: 'Groups of the user. API Gateway does not look at them: your code may.', source: ACCESS },
  ],
  ['cognito:roles', { meaning: 'IAM roles of those groups.', source: ID }],
  ['cognito:preferred_role', { meaning: 'IAM role of the group with the highest precedence.', source: ID }],
  [
    'identities',
    { meaning: 'Accounts of outside identity providers that are linked to the user.', source: ID },
  ],
  ['nonce', { meaning: 'The nonce of the authorize request, against replay.', source: ID }],
  ['at_hash', { meaning: 'Hash of the access token that came with it.', source: OPENID }],
  ['acr', { meaning: 'How strongly the user was authenticated.', source: OPENID }],
  ['amr', { meaning: 'By which methods the user was authenticated.', source: OPENID }],
  ['azp', { meaning: 'The client that the token was issued to.', source: OPENID }],
  ['email', { meaning: "The user's email address.", source: ATTRIBUTES }],
  ['email_verified', { meaning: 'Whether that address was confirmed.', source: ATTRIBUTES }],
  ['phone_number', { meaning: "The user's phone number.", source: ATTRIBUTES }],
  ['phone_number_verified', { meaning: 'Whether that number was confirmed.', source: ATTRIBUTES }],
  ['name', { meaning: "The user's full name.", source: ATTRIBUTES }],
  ['given_name', { meaning: "The user's given name.", source: ATTRIBUTES }],
  ['family_name', { meaning: "The user's family name.", source: ATTRIBUTES }],
  ['middle_name', { meaning: "The user's middle name.", source: ATTRIBUTES }],
  ['nickname', { meaning: "The user's nickname.", source: ATTRIBUTES }],
  ['preferred_username', { meaning: 'The name the user wants to be known by.', source: ATTRIBUTES }],
  ['profile', { meaning: "Address of the user's profile page.", source: ATTRIBUTES }],
  ['picture', { meaning: "Address of the user's picture.", source: ATTRIBUTES }],
  ['website', { meaning: "Address of the user's website.", source: ATTRIBUTES }],
  ['gender', { meaning: "The user's gender.", source: ATTRIBUTES }],
  ['birthdate', { meaning: "The user's date of birth.", source: ATTRIBUTES }],
  ['zoneinfo', { meaning: "The user's time zone.", source: ATTRIBUTES }],
  ['locale', { meaning: "The user's language and region.", source: ATTRIBUTES }],
  ['address', { meaning: "The user's postal address.", source: ATTRIBUTES }],
  ['updated_at', { meaning: 'When the attributes last changed.', source: ATTRIBUTES, time: true }],
])

const CUSTOM: ClaimMeaning = { meaning: 'A custom attribute of this user pool.', source: ATTRIBUTES }

/** Where a claim means something else by the kind of its token. */
const BY_KIND: Partial<Record<TokenKind, ReadonlyMap<string, ClaimMeaning>>> = {
  access: new Map([
    [
      'token_use',
      { meaning: 'An access token: for APIs. Methods with scopes want this one.', source: ACCESS },
    ],
    [
      'aud',
      {
        meaning:
          'The resource that the token was asked for (resource=). An HTTP API then checks it instead of client_id.',
        source: SERVERS,
      },
    ],
  ]),
  id: new Map([
    [
      'token_use',
      {
        meaning: 'An ID token: for the app. A method without scopes takes it, one with scopes does not.',
        source: ID,
      },
    ],
    ['aud', { meaning: 'The app client that the user signed in to.', source: ID }],
    ['sub', { meaning: "The user's id in the pool. Stable, unlike the name.", source: ID }],
  ]),
  refresh: new Map([
    ['alg', { meaning: 'How the key is encrypted: an encrypted token, not a signed one.', source: REFRESH }],
  ]),
}

/** What a claim means in a token of that kind; undefined for one that Cognito does not issue by itself. */
export function claimMeaning(name: string, kind: TokenKind): ClaimMeaning | undefined {
  if (/^(?:dev:)?custom:/.test(name)) return CUSTOM
  return BY_KIND[kind]?.get(name) ?? CLAIMS.get(name)
}

/** The same for a header parameter. */
export const headerMeaning = (name: string, kind: TokenKind): ClaimMeaning | undefined =>
  kind === 'refresh' ? (BY_KIND.refresh?.get(name) ?? HEADER.get(name)) : HEADER.get(name)

/** A header parameter or claim of a token, as written there, and what it means. */
export interface ExplainedClaim {
  readonly segment: 'header' | 'claims'
  readonly name: string
  /** The JSON text of the value; a string without its quotes and escapes. */
  readonly value: string
  /** Absent: not a claim that Cognito issues by itself. */
  readonly known?: ClaimMeaning
  /** Seconds since 1970, of a claim that is a time. */
  readonly time?: number
}

/** Every header parameter and claim of the token in its order, and no other. */
export function explain(token: DecodedToken): readonly ExplainedClaim[] {
  return [
    ...token.headerMembers.map(member =>
      explained('header', member, headerMeaning(member.name, token.kind), token),
    ),
    ...token.claimMembers.map(member =>
      explained('claims', member, claimMeaning(member.name, token.kind), token),
    ),
  ]
}

function explained(
  segment: ExplainedClaim['segment'],
  { name, text }: DecodedToken['claimMembers'][number],
  known: ClaimMeaning | undefined,
  token: DecodedToken,
): ExplainedClaim {
  const value = token[segment]?.[name]
  return {
    segment,
    name,
    value: typeof value === 'string' ? value : text,
    ...(known && { known }),
    ...(known?.time && typeof value === 'number' && { time: value }),
  }
}

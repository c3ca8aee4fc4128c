import { client, edited, existing, machine, REMOVED, rest, server, times } from './edited'
import { accepts, refuses, table } from './table'

const a = (count: number) => 'a'.repeat(count)
const at = 'clients.0'
const clients = (count: number) => times(count, i => ({ ...client, name: `app${i}` }))
const classic = edited(rest, 'userPool.managedLogin', false)
const urls = (count: number) => times(count, i => `app://${i}`)
const noDefault = edited(rest, `${at}.defaultRedirectUri`, REMOVED)
/** 60 scopes to choose from. */
const many = edited(rest, 'resourceServers', [
  server,
  { identifier: 'many', name: 'Many', scopes: times(60, i => ({ name: `s${i}`, description: 'S' })) },
])
const ofMany = (count: number) => times(count, i => `many/s${i}`)

table('clients, 1 to 100', [
  refuses('none', rest, { clients: [] }, 'clients TOO_FEW'),
  accepts('100', classic, { clients: clients(100) }),
  refuses('101', classic, { clients: clients(101) }, 'clients TOO_MANY'),
  accepts('50 with an HTTP API', classic, { clients: clients(50), 'api.type': 'http' }),
  refuses('51 with an HTTP API', classic, { clients: clients(51), 'api.type': 'http' }, 'clients TOO_MANY'),
  refuses('the same name again', rest, { clients: [client, client] }, 'clients.1.name DUPLICATE'),
  refuses(
    'a third time',
    rest,
    { clients: [client, client, client] },
    'clients.1.name DUPLICATE',
    'clients.2.name DUPLICATE',
  ),
  accepts('a name of 124 with "dev-"', rest, { [`${at}.name`]: a(124) }),
  refuses('a name of 125 with "dev-"', rest, { [`${at}.name`]: a(125) }, `${at}.name TOO_LONG`),
  refuses('a name of nothing', rest, { [`${at}.name`]: '' }, `${at}.name EMPTY`),
  refuses('a name with a colon', rest, { [`${at}.name`]: 'a:b' }, `${at}.name INVALID_CHARACTERS`),
  refuses('null', rest, { [at]: null }, `${at} WRONG_TYPE`),
])

table('grants', [
  accepts('all that sign users in', rest, { [`${at}.grants`]: ['implicit', 'authorization_code'] }),
  accepts('none said: authorization_code', rest, { [`${at}.grants`]: REMOVED }),
  refuses('an empty list', rest, { [`${at}.grants`]: [] }, `${at}.grants TOO_FEW`),
  refuses('another word', rest, { [`${at}.grants`]: ['code'] }, `${at}.grants.0 NOT_ONE_OF`),
  accepts('client_credentials alone', machine, {}),
  refuses(
    'client_credentials beside another',
    machine,
    { [`${at}.grants`]: ['client_credentials', 'authorization_code'], [`${at}.callbackUrls`]: ['app://x'] },
    `${at}.grants GRANT_NOT_ALONE`,
  ),
  refuses(
    'client_credentials without a secret',
    machine,
    { [`${at}.generateSecret`]: false },
    `${at}.generateSecret SECRET_MISSING`,
  ),
  refuses(
    'client_credentials with a secret by default',
    machine,
    { [`${at}.generateSecret`]: REMOVED },
    `${at}.generateSecret SECRET_MISSING`,
  ),
  ...['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'].map(scope =>
    refuses(
      `client_credentials with ${scope}`,
      machine,
      { [`${at}.scopes`]: ['com.example.api/read', scope] },
      `${at}.scopes.1 SCOPE_NEEDS_USER`,
    ),
  ),
  refuses('client_credentials without scopes', machine, { [`${at}.scopes`]: [] }, `${at}.scopes TOO_FEW`),
  refuses(
    'client_credentials with a callback URL',
    machine,
    { [`${at}.callbackUrls`]: ['app://x'] },
    `${at}.callbackUrls CALLBACK_URL_UNUSED`,
  ),
])

table('scopes of a client, 1 to 50', [
  refuses('none', rest, { [`${at}.scopes`]: [] }, `${at}.scopes TOO_FEW`),
  accepts('50', many, { [`${at}.scopes`]: ofMany(50) }),
  refuses('51', many, { [`${at}.scopes`]: ofMany(51) }, `${at}.scopes TOO_MANY`),
  refuses('the same again', rest, { [`${at}.scopes`]: ['openid', 'openid'] }, `${at}.scopes.1 DUPLICATE`),
  accepts('every reserved one', rest, {
    [`${at}.scopes`]: ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'],
  }),
  ...['email', 'phone', 'profile'].flatMap(scope => [
    accepts(`${scope} with openid`, rest, { [`${at}.scopes`]: [scope, 'openid'] }),
    refuses(`${scope} without openid`, rest, { [`${at}.scopes`]: [scope] }, `${at}.scopes OPENID_MISSING`),
  ]),
  accepts('aws.cognito.signin.user.admin without openid', rest, {
    [`${at}.scopes`]: ['aws.cognito.signin.user.admin'],
  }),
  refuses('a number', rest, { [`${at}.scopes`]: ['openid', 1] }, `${at}.scopes.1 WRONG_TYPE`),
])

table('callbackUrls', [
  refuses(
    'none with authorization_code',
    noDefault,
    { [`${at}.callbackUrls`]: [] },
    `${at}.callbackUrls CALLBACK_URL_MISSING`,
  ),
  refuses(
    'none said with implicit',
    noDefault,
    { [`${at}.callbackUrls`]: REMOVED, [`${at}.grants`]: ['implicit'] },
    `${at}.callbackUrls CALLBACK_URL_MISSING`,
  ),
  accepts('100', noDefault, { [`${at}.callbackUrls`]: urls(100) }),
  refuses('101', noDefault, { [`${at}.callbackUrls`]: urls(101) }, `${at}.callbackUrls TOO_MANY`),
  refuses(
    'the same again',
    noDefault,
    { [`${at}.callbackUrls`]: ['app://x', 'app://x'] },
    `${at}.callbackUrls.1 DUPLICATE`,
  ),
  accepts('two that only a normalisation makes one', noDefault, {
    [`${at}.callbackUrls`]: ['https://a.example', 'https://a.example/', 'https://A.example'],
  }),
])

table('logoutUrls', [
  accepts('none', rest, { [`${at}.logoutUrls`]: [] }),
  accepts('100', rest, { [`${at}.logoutUrls`]: urls(100) }),
  refuses('101', rest, { [`${at}.logoutUrls`]: urls(101) }, `${at}.logoutUrls TOO_MANY`),
  refuses(
    'the same again',
    rest,
    { [`${at}.logoutUrls`]: ['app://x', 'app://y', 'app://x'] },
    `${at}.logoutUrls.2 DUPLICATE`,
  ),
  refuses(
    'plain http',
    rest,
    { [`${at}.logoutUrls`]: ['http://a.example'] },
    `${at}.logoutUrls.0 URI_NOT_HTTPS`,
  ),
  accepts('a machine with one', machine, { [`${at}.logoutUrls`]: ['app://x'] }),
])

table('defaultRedirectUri', [
  accepts('none', noDefault, {}),
  refuses(
    'one that is no callback URL',
    rest,
    { [`${at}.defaultRedirectUri`]: 'folktells://auth/login' },
    `${at}.defaultRedirectUri DEFAULT_REDIRECT_NOT_LISTED`,
  ),
  refuses(
    'another spelling',
    rest,
    { [`${at}.defaultRedirectUri`]: 'exampleapp://auth/login/' },
    `${at}.defaultRedirectUri DEFAULT_REDIRECT_NOT_LISTED`,
  ),
  refuses('no text', rest, { [`${at}.defaultRedirectUri`]: '' }, `${at}.defaultRedirectUri EMPTY`),
  refuses(
    'one of a machine',
    machine,
    { [`${at}.defaultRedirectUri`]: 'app://x' },
    `${at}.defaultRedirectUri DEFAULT_REDIRECT_NOT_LISTED`,
  ),
])

table('identityProviders, 1 to 10', [
  refuses('none', rest, { [`${at}.identityProviders`]: [] }, `${at}.identityProviders TOO_FEW`),
  refuses(
    'another with a new pool',
    rest,
    { [`${at}.identityProviders`]: ['COGNITO', 'Google'] },
    `${at}.identityProviders.1 PROVIDER_NOT_IN_POOL`,
  ),
  accepts('another with an existing pool', existing, { [`${at}.identityProviders`]: ['Google', 'my-idp'] }),
  accepts('10', existing, { [`${at}.identityProviders`]: times(10, i => `idp${i}`) }),
  refuses(
    '11',
    existing,
    { [`${at}.identityProviders`]: times(11, i => `idp${i}`) },
    `${at}.identityProviders TOO_MANY`,
  ),
  accepts('one of 32', existing, { [`${at}.identityProviders`]: [a(32)] }),
  refuses(
    'one of 33',
    existing,
    { [`${at}.identityProviders`]: [a(33)] },
    `${at}.identityProviders.0 TOO_LONG`,
  ),
  refuses(
    'one of nothing',
    existing,
    { [`${at}.identityProviders`]: [''] },
    `${at}.identityProviders.0 EMPTY`,
  ),
])

table('tokenValidity', [
  accepts('none', rest, { [`${at}.tokenValidity`]: REMOVED }),
  ...(
    [
      ['accessTokenMinutes', 5, 1440],
      ['idTokenMinutes', 5, 1440],
      ['refreshTokenDays', 1, 3650],
    ] as const
  ).flatMap(([key, min, max]) => {
    const path = `${at}.tokenValidity.${key}`
    return [
      accepts(`${key} ${min}`, rest, { [path]: min }),
      refuses(`${key} ${min - 1}`, rest, { [path]: min - 1 }, `${path} OUT_OF_RANGE`),
      accepts(`${key} ${max}`, rest, { [path]: max }),
      refuses(`${key} ${max + 1}`, rest, { [path]: max + 1 }, `${path} OUT_OF_RANGE`),
      refuses(`${key} not whole`, rest, { [path]: min + 0.5 }, `${path} NOT_AN_INTEGER`),
      refuses(`${key} as text`, rest, { [path]: `${min}` }, `${path} WRONG_TYPE`),
      refuses(`${key} NaN`, rest, { [path]: Number.NaN }, `${path} WRONG_TYPE`),
      refuses(`${key} infinite`, rest, { [path]: Number.POSITIVE_INFINITY }, `${path} WRONG_TYPE`),
      refuses(`no ${key}`, rest, { [path]: REMOVED }, `${path} MISSING`),
    ]
  }),
])

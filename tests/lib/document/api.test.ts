import { client, edited, endpoint, http, REMOVED, rest, server, times } from './edited'
import { accepts, refuses, table } from './table'

const a = (count: number) => 'a'.repeat(count)
const cors = edited(rest, 'api.cors', { allowOrigins: ['https://app.example.com'] })
const origins = 'api.cors.allowOrigins'

table('api', [
  refuses('no type', rest, { 'api.type': REMOVED }, 'api.type MISSING'),
  refuses('another type', rest, { 'api.type': 'REST' }, 'api.type NOT_ONE_OF'),
  accepts('a name of 124 with "dev-"', rest, { 'api.name': a(124) }),
  refuses('a name of 125 with "dev-"', rest, { 'api.name': a(125) }, 'api.name TOO_LONG'),
  refuses('a name of nothing', rest, { 'api.name': '' }, 'api.name EMPTY'),
  refuses('a name with a slash', rest, { 'api.name': 'a/b' }, 'api.name INVALID_CHARACTERS'),
])

table('cors.allowOrigins', [
  refuses('none', cors, { [origins]: [] }, `${origins} TOO_FEW`),
  refuses('none said', cors, { [origins]: REMOVED }, `${origins} MISSING`),
  accepts('*', cors, { [origins]: ['*'] }),
  refuses('* with another', cors, { [origins]: ['https://a.example', '*'] }, `${origins} WILDCARD_NOT_ALONE`),
  refuses(
    'the same again',
    cors,
    { [origins]: ['https://a.example', 'https://a.example'] },
    `${origins}.1 DUPLICATE`,
  ),
  accepts('every shape', cors, {
    [origins]: [
      'https://app.example.com',
      'http://localhost:3000',
      'http://127.0.0.1',
      'http://[::1]:8080',
      'capacitor://localhost',
      'https://a:65535',
    ],
  }),
  ...[
    'https://app.example.com/',
    'https://app.example.com/x',
    'https://app.example.com?x',
    'app.example.com',
    'https://',
    'https:app.example.com',
    'https://app.example.com:',
    'https://app.example.com:x',
    'https://app.example.com:65536',
    'https://*.example.com',
    'https://user@example.com',
    'null',
    "https://a'b",
  ].map(origin => refuses(origin, cors, { [origins]: [origin] }, `${origins}.0 INVALID_FORMAT`)),
  refuses('an origin of nothing', cors, { [origins]: [''] }, `${origins}.0 EMPTY`),
  accepts('an OPTIONS endpoint without cors', rest, { 'endpoints.0.method': 'OPTIONS' }),
  refuses(
    'an OPTIONS endpoint with cors',
    cors,
    { 'endpoints.0.method': 'OPTIONS' },
    'endpoints.0.method OPTIONS_WITH_CORS',
  ),
  accepts('an ANY endpoint with cors', cors, { 'endpoints.0.method': 'ANY' }),
])

const scopes = (count: number) => times(count, i => ({ name: `s${i}`, description: 'S' }))
const wide = edited(http, 'resourceServers', [server, { identifier: 'w', name: 'W', scopes: scopes(12) }])
const ofWide = (count: number) => times(count, i => `w/s${i}`)
const long = (count: number) =>
  edited(http, 'resourceServers', [
    server,
    { identifier: 'l', name: 'L', scopes: [{ name: a(count - 2), description: 'L' }] },
  ])

table('HTTP API', [
  accepts('10 scopes a route', wide, { 'endpoints.0.scopes': ofWide(10) }),
  refuses('11 scopes a route', wide, { 'endpoints.0.scopes': ofWide(11) }, 'endpoints.0.scopes TOO_MANY'),
  accepts('11 scopes in a REST API', edited(wide, 'api.type', 'rest'), { 'endpoints.0.scopes': ofWide(11) }),
  accepts('a scope of 64', long(64), { 'endpoints.0.scopes': [`l/${a(62)}`] }),
  refuses(
    'a scope of 65',
    long(65),
    { 'endpoints.0.scopes': [`l/${a(63)}`] },
    'endpoints.0.scopes.0 TOO_LONG',
  ),
  accepts('a scope of 65 that only a client lists', long(65), { 'clients.0.scopes': [`l/${a(63)}`] }),
  accepts('a scope of 65 in a REST API', edited(long(65), 'api.type', 'rest'), {
    'endpoints.0.scopes': [`l/${a(63)}`],
  }),
  refuses(
    'nothing more when the type is wrong',
    wide,
    { 'api.type': 'https', 'endpoints.0.scopes': ofWide(11) },
    'api.type NOT_ONE_OF',
  ),
  accepts('differently named variables under one parent', http, {
    endpoints: [
      { ...endpoint, path: '/a/{id}' },
      { ...endpoint, path: '/a/{name}/b' },
    ],
  }),
])

const audiences = 'api.additionalAudiences'
const clients = (count: number) => times(count, i => ({ ...client, name: `c${i}` }))
/** Managed login would allow 20 clients. */
const classic = { 'userPool.managedLogin': false }
const urls = (count: number) => times(count, i => `https://${i}.example.com`)

table('additionalAudiences, with the clients at most 50', [
  accepts('a URL', http, { [audiences]: ['https://mcp.example.com'] }),
  accepts('none', http, { [audiences]: [] }),
  accepts('none in a REST API', rest, { [audiences]: [] }),
  refuses('one in a REST API', rest, { [audiences]: urls(1) }, `${audiences} AUDIENCE_NOT_COMPARED`),
  refuses('the same again', http, { [audiences]: ['a', 'b', 'a'] }, `${audiences}.2 DUPLICATE`),
  refuses('an audience of nothing', http, { [audiences]: [''] }, `${audiences}.0 EMPTY`),
  accepts('an audience of 256', http, { [audiences]: [a(256)] }),
  refuses('an audience of 257', http, { [audiences]: [a(257)] }, `${audiences}.0 TOO_LONG`),
  accepts('the ends of its range', http, { [audiences]: ['!"#\\~'] }),
  refuses('a space', http, { [audiences]: ['a b'] }, `${audiences}.0 INVALID_CHARACTERS`),
  refuses('a letter outside ASCII', http, { [audiences]: ['é'] }, `${audiences}.0 INVALID_CHARACTERS`),
  refuses('a variable', http, { [audiences]: ['${x}'] }, `${audiences}.0 VARIABLE_SYNTAX`),
  refuses('a text instead of a list', http, { [audiences]: 'a' }, `${audiences} WRONG_TYPE`),
  accepts('49 with one client', http, { [audiences]: urls(49) }),
  refuses('50 with one client', http, { [audiences]: urls(50) }, `${audiences} TOO_MANY`),
  refuses('51', http, { [audiences]: urls(51) }, `${audiences} TOO_MANY`),
  accepts('1 with 49 clients', http, { ...classic, clients: clients(49), [audiences]: urls(1) }),
  refuses(
    '1 with 50 clients',
    http,
    { ...classic, clients: clients(50), [audiences]: urls(1) },
    `${audiences} TOO_MANY`,
  ),
  refuses(
    '1 with 51 clients, which are too many alone',
    http,
    { ...classic, clients: clients(51), [audiences]: urls(1) },
    'clients TOO_MANY',
  ),
])

import { edited, existing, REMOVED, rest, server, times } from './edited'
import { accepts, refuses, table } from './table'

const a = (count: number) => 'a'.repeat(count)
const servers = (count: number) => [server, ...times(count - 1, i => ({ ...server, identifier: `x${i}` }))]
const scopes = (count: number) => [
  ...(server.scopes as object[]),
  ...times(count - 2, i => ({ name: `x${i}`, description: 'x' })),
]
const first = 'resourceServers.0'
/** A server that no client and no endpoint uses. */
const spare = edited(rest, 'resourceServers', [
  server,
  { identifier: 'spare', name: 'Spare', scopes: [{ name: 's', description: 'S' }] },
])
const second = 'resourceServers.1'

table('resourceServers, 1 to 25', [
  refuses(
    'none',
    rest,
    { resourceServers: [], 'clients.0.scopes': ['openid'], 'endpoints.0.scopes': ['openid'] },
    'resourceServers TOO_FEW',
  ),
  accepts('25', rest, { resourceServers: servers(25) }),
  refuses('26', rest, { resourceServers: servers(26) }, 'resourceServers TOO_MANY'),
  refuses(
    'the same identifier again',
    rest,
    { resourceServers: [server, server] },
    `${second}.identifier DUPLICATE`,
  ),
  accepts('the same name again', rest, { resourceServers: [server, { ...server, identifier: 'other' }] }),
  accepts('identifiers of different case', rest, {
    resourceServers: [server, { ...server, identifier: 'COM.example.api' }],
  }),
  refuses('no list', rest, { resourceServers: REMOVED }, 'resourceServers MISSING'),
  refuses('an object', rest, { resourceServers: {} }, 'resourceServers WRONG_TYPE'),
])

table('identifier, 1 to 256', [
  refuses('none', spare, { [`${second}.identifier`]: '' }, `${second}.identifier EMPTY`),
  accepts('254 with a scope of 1', spare, { [`${second}.identifier`]: a(254) }),
  refuses(
    '255 with a scope of 1, at the scope',
    spare,
    { [`${second}.identifier`]: a(255) },
    `${second}.scopes.0.name TOO_LONG`,
  ),
  refuses(
    '256 with a scope of 1, at the scope',
    spare,
    { [`${second}.identifier`]: a(256) },
    `${second}.scopes.0.name TOO_LONG`,
  ),
  refuses('257', spare, { [`${second}.identifier`]: a(257) }, `${second}.identifier TOO_LONG`),
  accepts('a URL', spare, { [`${second}.identifier`]: 'https://api.example.com:8443/v1' }),
  accepts('the ends of its ranges', spare, { [`${second}.identifier`]: '!#[]~' }),
  refuses('a space', spare, { [`${second}.identifier`]: 'a b' }, `${second}.identifier INVALID_CHARACTERS`),
  refuses(
    'a double quote',
    spare,
    { [`${second}.identifier`]: 'a"b' },
    `${second}.identifier INVALID_CHARACTERS`,
  ),
  refuses(
    'a backslash',
    spare,
    { [`${second}.identifier`]: 'a\\b' },
    `${second}.identifier INVALID_CHARACTERS`,
  ),
  refuses(
    'a letter beyond ASCII',
    spare,
    { [`${second}.identifier`]: 'é' },
    `${second}.identifier INVALID_CHARACTERS`,
  ),
  refuses('DEL', spare, { [`${second}.identifier`]: 'a\u007f' }, `${second}.identifier CONTROL_CHARACTER`),
])

table('name of a resource server, 1 to 256', [
  accepts('1 character', rest, { [`${first}.name`]: 'a' }),
  refuses('none', rest, { [`${first}.name`]: '' }, `${first}.name EMPTY`),
  accepts('256, for the stage is not in it', rest, { [`${first}.name`]: a(256) }),
  refuses('257', rest, { [`${first}.name`]: a(257) }, `${first}.name TOO_LONG`),
  refuses('a slash', rest, { [`${first}.name`]: 'a/b' }, `${first}.name INVALID_CHARACTERS`),
])

table('scopes of a resource server, 0 to 100', [
  accepts('none, for resource binding', spare, { [`${second}.scopes`]: [] }),
  refuses(
    'a scope of a server without any',
    spare,
    { [`${second}.scopes`]: [], 'endpoints.0.scopes': ['spare/s'] },
    'endpoints.0.scopes.0 SCOPE_UNDECLARED',
  ),
  accepts('100', rest, { [`${first}.scopes`]: scopes(100) }),
  refuses('101', rest, { [`${first}.scopes`]: scopes(101) }, `${first}.scopes TOO_MANY`),
  refuses(
    'the same name again',
    rest,
    { [`${first}.scopes.1.name`]: 'read' },
    `${first}.scopes.1.name DUPLICATE`,
  ),
  accepts('the same name of another server', spare, { [`${second}.scopes.0.name`]: 'read' }),
  refuses('a name of nothing', spare, { [`${second}.scopes.0.name`]: '' }, `${second}.scopes.0.name EMPTY`),
  accepts('a name that fills 256 with its identifier', spare, { [`${second}.scopes.0.name`]: a(250) }),
  refuses(
    'a name that makes 257',
    spare,
    { [`${second}.scopes.0.name`]: a(251) },
    `${second}.scopes.0.name TOO_LONG`,
  ),
  refuses(
    'a name of 257',
    spare,
    { [`${second}.scopes.0.name`]: a(257) },
    `${second}.scopes.0.name TOO_LONG`,
  ),
  accepts('the ends of its ranges', spare, { [`${second}.scopes.0.name`]: '!#.0[]~' }),
  ...['a/b', 'a b', 'a"b', 'a\\b', 'é'].map(name =>
    refuses(
      `the name ${name}`,
      spare,
      { [`${second}.scopes.0.name`]: name },
      `${second}.scopes.0.name INVALID_CHARACTERS`,
    ),
  ),
  accepts('a description of 256', rest, { [`${first}.scopes.0.description`]: a(256) }),
  refuses(
    'a description of 257',
    rest,
    { [`${first}.scopes.0.description`]: a(257) },
    `${first}.scopes.0.description TOO_LONG`,
  ),
  refuses(
    'a description of nothing',
    rest,
    { [`${first}.scopes.0.description`]: '' },
    `${first}.scopes.0.description EMPTY`,
  ),
  refuses(
    'no description',
    rest,
    { [`${first}.scopes.0.description`]: REMOVED },
    `${first}.scopes.0.description MISSING`,
  ),
  accepts('128 characters of two code units', rest, { [`${first}.scopes.0.description`]: '🔑'.repeat(128) }),
  refuses(
    '129 characters of two code units',
    rest,
    { [`${first}.scopes.0.description`]: '🔑'.repeat(129) },
    `${first}.scopes.0.description TOO_LONG`,
  ),
])

table('what clients and endpoints list', [
  refuses(
    'a scope nobody declares',
    rest,
    { 'clients.0.scopes.1': 'com.example.api/admin' },
    'clients.0.scopes.1 SCOPE_UNDECLARED',
  ),
  refuses(
    'the short name of a scope',
    rest,
    { 'endpoints.0.scopes.0': 'read' },
    'endpoints.0.scopes.0 SCOPE_UNDECLARED',
  ),
  refuses(
    'a scope nobody declares, of an existing pool',
    existing,
    { 'clients.0.scopes.1': 'other/read' },
    'clients.0.scopes.1 SCOPE_UNDECLARED',
  ),
  refuses(
    'another case',
    rest,
    { 'endpoints.0.scopes.0': 'com.example.api/Read' },
    'endpoints.0.scopes.0 SCOPE_UNDECLARED',
  ),
  refuses(
    'the name of a property of every object',
    rest,
    { 'endpoints.0.scopes.0': 'constructor' },
    'endpoints.0.scopes.0 SCOPE_UNDECLARED',
  ),
  refuses(
    'only the identifier that is wrong, for it is used as typed',
    rest,
    {
      [`${first}.identifier`]: 'my api',
      'clients.0.scopes.1': 'my api/read',
      'endpoints.0.scopes.0': 'my api/write',
    },
    `${first}.identifier INVALID_CHARACTERS`,
  ),
  refuses(
    'only the identifier that is missing',
    rest,
    { [`${first}.identifier`]: REMOVED },
    `${first}.identifier MISSING`,
  ),
  refuses(
    'the identifier that is missing, and a scope that no server can have',
    rest,
    { [`${first}.identifier`]: REMOVED, 'endpoints.0.scopes.0': 'com.example.api/delete' },
    `${first}.identifier MISSING`,
    'endpoints.0.scopes.0 SCOPE_UNDECLARED',
  ),
  refuses(
    'only the scopes that are no list',
    rest,
    { [`${first}.scopes`]: 'read' },
    `${first}.scopes WRONG_TYPE`,
  ),
  refuses('only the server that is no object', rest, { [first]: 'x' }, `${first} WRONG_TYPE`),
])

import { type Document, edited, endpoint, http, REMOVED, rest, times } from './edited'
import { accepts, type Row, refuses, table } from './table'

const at = 'endpoints.0'
const path = `${at}.path`
/** Endpoints with these lines of method and path. */
const routes = (...lines: string[]): Document[] =>
  lines.map(line => {
    const [method, route] = line.split(' ')
    return { ...endpoint, method, path: route }
  })
const together = (base: Document, ...lines: string[]): Row =>
  accepts(lines.join(' beside '), base, { endpoints: routes(...lines) })
const clash = (base: Document, code: string, ...lines: string[]): Row =>
  refuses(
    lines.join(' beside '),
    base,
    { endpoints: routes(...lines) },
    `endpoints.${lines.length - 1}.path ${code}`,
  )

table('endpoints, 1 to 300', [
  refuses('none', rest, { endpoints: [] }, 'endpoints TOO_FEW'),
  accepts('300', rest, { endpoints: times(300, i => ({ ...endpoint, path: `/p${i}` })) }),
  refuses(
    '301',
    rest,
    { endpoints: times(301, i => ({ ...endpoint, path: `/p${i}` })) },
    'endpoints TOO_MANY',
  ),
])

table('method', [
  ...['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'].map(method =>
    accepts(method, rest, { [`${at}.method`]: method }),
  ),
  ...['get', 'TRACE', 'CONNECT', ''].map(method =>
    refuses(`"${method}"`, rest, { [`${at}.method`]: method }, `${at}.method NOT_ONE_OF`),
  ),
])

table('path', [
  ...[
    '/',
    '/a',
    '/a/b.c_d:e$f-g',
    '/...',
    '/{id}',
    '/a/{id}/b/{other.id_-}',
    '/{proxy+}',
    '/a/{proxy+}',
    `/${'a'.repeat(232)}`,
    `/${':'.repeat(1023)}`,
  ].map(value => accepts(value.slice(0, 40), rest, { [path]: value })),
  ...[
    'a',
    '//',
    '/a/',
    '/a//b',
    '/.',
    '/a/../b',
    '/a b',
    '/a?b',
    '/a#b',
    '/a%20b',
    '/a*',
    '/é',
    '/{}',
    '/{+}',
    '/{a+}/b',
    '/{a',
    '/a}',
    '/x{id}',
    '/{id}x',
    '/{a/b}',
    '/{a b}',
    '/{{a}}',
    '/{a++}',
  ].map(value => refuses(value, rest, { [path]: value }, `${path} INVALID_FORMAT`)),
  refuses('one variable twice', rest, { [path]: '/{id}/{id}' }, `${path} VARIABLE_REPEATED`),
  refuses('one variable twice, once with +', rest, { [path]: '/{id}/{id+}' }, `${path} VARIABLE_REPEATED`),
  // ApiGatewayMethod + path + Options: 256 characters.
  refuses('233 letters', rest, { [path]: `/${'a'.repeat(233)}` }, `${path} TOO_LONG`),
  refuses('59 hyphens, Dash each', rest, { [path]: `/${'-'.repeat(59)}` }, `${path} TOO_LONG`),
  refuses('1,025 characters', rest, { [path]: `/${':'.repeat(1024)}` }, `${path} TOO_LONG`),
  refuses('nothing', rest, { [path]: '' }, `${path} EMPTY`),
  refuses('a variable of another tool', rest, { [path]: `/a/${'$'}{b}` }, `${path} VARIABLE_SYNTAX`),
])

table('METHOD path', [
  together(rest, 'GET /a', 'POST /a'),
  together(rest, 'GET /a', 'ANY /a'),
  together(rest, 'GET /', 'GET /a'),
  clash(rest, 'DUPLICATE', 'GET /a', 'GET /b', 'GET /a'),
  clash(rest, 'DUPLICATE', 'GET /a/{id}', 'GET /a/{name}'),
  clash(http, 'DUPLICATE', 'GET /a/{id}', 'GET /a/{name}'),
  clash(http, 'DUPLICATE', 'GET /a/{id}/b/{x}', 'GET /a/{name}/b/{y}'),
  clash(rest, 'DUPLICATE', 'GET /{p+}', 'GET /{p+}'),
  together(http, 'GET /a/{id}', 'GET /a/{all+}'),
  together(http, 'GET /a/{id}', 'POST /a/{name}'),
])

table('variables under one parent of a REST API', [
  together(rest, 'GET /a/{id}', 'GET /a/{id}/b', 'GET /a/c'),
  together(rest, 'GET /a/{id}', 'GET /b/{name}'),
  clash(rest, 'VARIABLE_CLASH', 'GET /a/{id}', 'POST /a/{name}'),
  clash(rest, 'VARIABLE_CLASH', 'GET /a/{id}/b', 'GET /a/{name}'),
  clash(rest, 'VARIABLE_CLASH', 'GET /{id}', 'GET /{id+}'),
  clash(rest, 'VARIABLE_CLASH', 'GET /a/{id}', 'GET /a/{proxy+}'),
])

table('paths as the Serverless Framework sees them', [
  ...[rest, http].flatMap(base => [
    clash(base, 'PATH_ID_COLLISION', 'GET /Users', 'GET /users'),
    clash(base, 'PATH_ID_COLLISION', 'GET /users', 'POST /Users'),
    clash(base, 'PATH_ID_COLLISION', 'GET /v1.0', 'GET /v10'),
    clash(base, 'PATH_ID_COLLISION', 'GET /v1/0', 'GET /v10'),
    clash(base, 'PATH_ID_COLLISION', 'GET /a-b', 'GET /a/dashb'),
    clash(base, 'PATH_ID_COLLISION', 'GET /{x}', 'GET /x/var'),
    clash(base, 'PATH_ID_COLLISION', 'GET /Users/a', 'GET /users/b'),
    clash(base, 'PATH_ID_COLLISION', 'GET /a_b', 'GET /ab'),
    clash(base, 'PATH_ID_COLLISION', 'GET /a/$'),
    clash(base, 'PATH_ID_COLLISION', 'GET /', 'GET /$'),
    together(base, 'GET /$'),
    together(base, 'GET /ab', 'GET /a/b'),
    together(base, 'GET /a-b', 'GET /ab'),
    together(base, 'GET /users/a', 'GET /users/b'),
  ]),
  clash(http, 'PATH_ID_COLLISION', 'GET /a/{id}', 'GET /a/{id+}'),
  clash(http, 'PATH_ID_COLLISION', 'GET /a/{id}', 'POST /a/{ID}'),
])

table('auth and scopes', [
  refuses('access_token without scopes', rest, { [`${at}.scopes`]: [] }, `${at}.scopes SCOPE_MISSING`),
  refuses('no scopes said', rest, { [`${at}.scopes`]: REMOVED }, `${at}.scopes SCOPE_MISSING`),
  refuses(
    'neither said',
    rest,
    { [`${at}.scopes`]: REMOVED, [`${at}.auth`]: REMOVED },
    `${at}.scopes SCOPE_MISSING`,
  ),
  accepts('reserved scopes', rest, {
    [`${at}.scopes`]: ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'],
  }),
  refuses(
    'the same scope again',
    rest,
    { [`${at}.scopes`]: ['openid', 'openid'] },
    `${at}.scopes.1 DUPLICATE`,
  ),
  accepts('id_token without scopes', rest, { [at]: { ...endpoint, auth: 'id_token', scopes: [] } }),
  accepts('none without scopes', rest, { [at]: { ...endpoint, auth: 'none', scopes: [] } }),
  refuses('id_token with scopes', rest, { [`${at}.auth`]: 'id_token' }, `${at}.scopes SCOPE_NOT_WANTED`),
  accepts('iam without scopes', rest, { [at]: { ...endpoint, auth: 'iam', scopes: [] } }),
  accepts('iam in an HTTP API', http, { [at]: { ...endpoint, auth: 'iam', scopes: [] } }),
  refuses('iam with scopes', rest, { [`${at}.auth`]: 'iam' }, `${at}.scopes SCOPE_NOT_WANTED`),
  refuses('AWS_IAM', rest, { [at]: { ...endpoint, auth: 'AWS_IAM', scopes: [] } }, `${at}.auth NOT_ONE_OF`),
  refuses('none with scopes', rest, { [`${at}.auth`]: 'none' }, `${at}.scopes SCOPE_NOT_WANTED`),
  refuses(
    'another word, and nothing of its scopes',
    rest,
    { [`${at}.auth`]: 'jwt', [`${at}.scopes`]: [] },
    `${at}.auth NOT_ONE_OF`,
  ),
])

table('handler', [
  ...['a.b', 'bin/orders.list', 'a-b/c_d/e.$f', 'src/x._', `${'a'.repeat(126)}.b`].map(value =>
    accepts(value.slice(0, 30), rest, { [`${at}.handler`]: value }),
  ),
  ...['a', 'a.', '.a', '/a.b', 'a//b.c', 'a.b.c', '../a.b', 'a.1b', 'a.b-c', 'a b.c', 'a.b/', 'é.b'].map(
    value => refuses(value, rest, { [`${at}.handler`]: value }, `${at}.handler INVALID_FORMAT`),
  ),
  refuses('129 characters', rest, { [`${at}.handler`]: `${'a'.repeat(127)}.b` }, `${at}.handler TOO_LONG`),
  refuses('nothing', rest, { [`${at}.handler`]: '' }, `${at}.handler EMPTY`),
  accepts('several exports of one file', rest, {
    endpoints: [
      { ...endpoint, path: '/a', handler: 'bin/x.a' },
      { ...endpoint, path: '/b', handler: 'bin/x.b' },
      { ...endpoint, path: '/c', handler: 'bin/x.a' },
    ],
  }),
  ...[
    'con.x',
    'bin/NUL.x',
    'aux/a.x',
    'com1.x',
    'node_modules/a.x',
    'bin/node_modules/b/c.x',
    'bin/a.then',
  ].map(value => refuses(value, rest, { [`${at}.handler`]: value }, `${at}.handler RESERVED_WORD`)),
  ...['console.x', 'bin/com.x', 'com10.x', 'modules/a.x', 'bin/then.x'].map(value =>
    accepts(value, rest, { [`${at}.handler`]: value }),
  ),
  ...[
    ['bin/a.x', 'bin/A.y'],
    ['bin/a.x', 'Bin/b.y'],
    ['a/b.x', 'A.y'],
  ].map(([one, other]) =>
    refuses(
      `${one} and ${other}`,
      rest,
      {
        endpoints: [
          { ...endpoint, path: '/a', handler: one },
          { ...endpoint, path: '/b', handler: other },
        ],
      },
      'endpoints.1.handler HANDLER_CASE_CLASH',
    ),
  ),
  refuses('null', rest, { [`${at}.handler`]: null }, `${at}.handler WRONG_TYPE`),
])

table('several faults at once', [
  refuses(
    'each at its own field, in the order of the document',
    edited(rest, 'api.cors', { allowOrigins: ['*', 'x'] }),
    {
      service: 'X',
      'userPool.tier': 'LITE',
      'resourceServers.0.scopes.1.name': 'read',
      'clients.0.scopes': ['email', 'nope/read'],
      endpoints: [
        { ...endpoint, path: '/a', scopes: ['nope/read'] },
        { ...endpoint, path: '/a/', handler: 'x' },
        { ...endpoint, path: '/a' },
      ],
      extra: 1,
    },
    'service INVALID_FORMAT',
    'userPool.managedLogin MANAGED_LOGIN_NEEDS_TIER',
    'resourceServers.0.scopes.1.name DUPLICATE',
    'clients.0.scopes OPENID_MISSING',
    'clients.0.scopes.1 SCOPE_UNDECLARED',
    'api.cors.allowOrigins.1 INVALID_FORMAT',
    'api.cors.allowOrigins WILDCARD_NOT_ALONE',
    'endpoints.0.scopes.0 SCOPE_UNDECLARED',
    'endpoints.1.path INVALID_FORMAT',
    'endpoints.1.handler INVALID_FORMAT',
    'endpoints.2.path DUPLICATE',
    'extra UNKNOWN_KEY',
  ),
])

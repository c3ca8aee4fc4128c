import fc from 'fast-check'
import { anyCharacter } from '../any-character'

const words = (text: string): string[] => text.split(' ')

/** What breaks printers: words that YAML 1.1 or 1.2 read as something else, and every quote, comment and escape. */
const HOSTILE = [
  ...['yes', 'no', 'on', 'off', 'y', 'n', 'true', 'False', 'null', '~', 'NaN', '.inf', '-.INF', '<<', '='],
  ...words('012 0o14 0x1F 1e3 1_000 12:30 12:30:45 2024-01-01 1.0 +1 -0 .5 0b1'),
  ...[
    '!Ref',
    '!Ref x',
    '!Sub',
    '!!str',
    '#c',
    'a #b',
    'a: b',
    ':',
    '- a',
    '-',
    '--- a',
    '...',
    '? a',
    '|',
    '>',
  ],
  ...[
    "it's",
    '"',
    "'",
    "''",
    '\\',
    '\\n',
    '\\u0041',
    '`',
    '`${',
    '$',
    '$x',
    '$$',
    '}',
    '{a}',
    '[a]',
    '{{x}}',
  ],
  ...[
    '*',
    '*/',
    '/*',
    '//',
    '<!--',
    '</script>',
    '&a',
    '@a',
    '%a',
    '%{a}',
    ',a',
    'a,b',
    'a=b',
    ' a',
    'a ',
    ' ',
  ],
  ...[
    'Fn::Sub',
    'Ref',
    'AWS:NoValue',
    '#{x}',
    '!GetAtt a.b',
    'Ünïcödé',
    '日本語',
    '😀',
    'é',
    '\u00a0',
    '\ufeff',
  ],
  ...[
    '\u2028',
    '\u2029',
    'a\u2028b',
    'a\u2029*/b',
    '\u200b',
    '\u202e',
    'ﬁ',
    '__proto__',
    'constructor',
    'a\u2003',
  ],
].map(text => text.replaceAll('${', '$ {'))

/** Names that meet each other, or the words of a format, once they become identifiers. */
const CLASHING = [
  ...[
    'web',
    'Web',
    'w-eb',
    'w eb',
    'web app',
    'web-app',
    'webApp',
    'a',
    'A',
    'a.b',
    'a b',
    '1',
    '1a',
    '-',
    '=',
  ],
  ...words('UserPool UserPoolId Stage Api Authorizer Deployment scope this props id class'),
  ...words('constructor stack cdk Resource Function userPool stage api authorizer default'),
]

const keepOnly = (pattern: RegExp, texts: readonly string[]) => texts.filter(text => pattern.test(text))

/** Mostly the nasty ones that `pattern` lets through, else any text of the characters of `alphabet`. */
function texts(pattern: RegExp, known: readonly string[], alphabet: string, maxLength: number) {
  const fitting = keepOnly(pattern, known).filter(text => text.length <= maxLength)
  const characters = fc.constantFrom(...alphabet)
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...fitting) },
    {
      weight: 2,
      arbitrary: fc.string({ unit: characters, minLength: 1, maxLength: Math.min(12, maxLength) }),
    },
    { weight: 1, arbitrary: fc.string({ unit: characters, minLength: maxLength, maxLength }) },
  )
}

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)).join('')

const PRINTABLE = range(0x21, 0x7e).replaceAll('"', '').replaceAll('\\', '')

/** `${` and `{{resolve:` are refused everywhere. */
export const innocent = (text: string): string =>
  text.replaceAll('${', '$(').replaceAll('{{resolve:', '{{resolved:')

export const identifiers = (maxLength: number) =>
  texts(
    /^[\x21\x23-\x5B\x5D-\x7E]+$/,
    [
      ...HOSTILE,
      ...CLASHING,
      'com.example.api',
      'https://api.example.com/orders',
      'urn:x:y',
      'api://1/2',
      "it's/here",
    ],
    PRINTABLE,
    maxLength,
  ).map(innocent)

export const scopeNames = (maxLength: number) =>
  texts(
    /^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+$/,
    [...HOSTILE, ...CLASHING, 'read', 'write', 'orders.read', 'orders:write', '*', 'admin'],
    PRINTABLE.replace('/', ''),
    maxLength,
  ).map(innocent)

/** Of pools, clients, resource servers and APIs. */
export const displayNames = (maxLength: number) =>
  texts(
    /^[\w +=,.@-]+$/,
    [...HOSTILE, ...CLASHING, 'Example API', 'user-pool-client'],
    `abcxyzABC0189_ +=,.@-`,
    maxLength,
  )

export const descriptions = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(...HOSTILE) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.constantFrom(...HOSTILE), { minLength: 2, maxLength: 4 })
        .map(parts => parts.join(' ')),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }) },
    { weight: 1, arbitrary: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 60 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 250, maxLength: 256 }) },
  )
  // Cut before the repair, because the cut may divide a pair of surrogates.
  .map(text =>
    innocent(text)
      .slice(0, 256)
      .replace(/\p{Cc}|\p{Cs}/gu, '?'),
  )

export const callbackUrls = fc.constantFrom(
  ...[
    'https://app.example.com/callback',
    'https://app.example.com',
    'https://app.example.com:8443/cb?a=b&c=d',
    "https://app.example.com/it's/`x`/*/a//b",
    'https://app.example.com/?q="x"|y^z%20',
    'https://bücher.example/ünïcödé/日本語',
    'https://app.example.com/$x/{y}/[z]',
    'http://localhost:3000/cb',
    'http://localhost',
    'http://127.0.0.1:8080/',
    'http://[::1]:8080/cb',
    'exampleapp://auth/login',
    'com.example.app:/oauth2redirect',
    'com.example.app://cb?x=!Ref&y=*/',
    'exampleapp://x/€/½/＋',
    'my+app.v1-x://callback',
    'myapp://a\\b',
    'myapp:"x"',
    "myapp:'",
    'https://u:p@app.example.com/`',
    'https://app.example.com/x\\y?a=\\u0041&b=$$&c=%7B%7B',
  ],
)

export const origins = fc.constantFrom(
  'https://app.example.com',
  'https://www.example.com:8443',
  'http://localhost:3000',
  'http://127.0.0.1:5173',
  'https://a-b.example.org',
  'https://app.example.com:444',
  // What a pattern would read as something else.
  'http://[::1]:3000',
  'https://App.Example.com',
  'https://a_b.example',
  'a+b.c://x',
  'capacitor://localhost',
  'http://10.0.0.1',
)

export const services = fc.constantFrom(
  ...words('stack cdk string props x-stack constructor object path lambda s3 a--b my-stack-props'),
  'example-api',
  'yes',
  'no',
  'null',
  'on',
  'a1',
  'x-y-z',
  `s${'-long'.repeat(12)}1`,
)

export const stages = fc.constantFrom(
  'dev',
  'prod',
  '012',
  '1e3',
  '0x1f',
  'on',
  'null',
  '2',
  'a-',
  'test-1',
  '2024-01-01',
  'a'.repeat(32),
)

export const handlers = fc.constantFrom(
  ...['bin/list.handler', 'bin/list.create', 'bin/item.handler', 'src/api/v1/a.handler', 'index.handler'],
  ...['bin/list.$', 'bin/list._x', 'bin/class.default', 'bin/yes.no', 'a.b', 'a-.b', 'a.B', '012.handler'],
  ...words('bin/a-b.handler bin/a_b.handler bin/ab.handler bin/a/b.handler -.x api.handler'),
  ...words('stage.handler'),
  ...['constructor.handler', 'bin/__proto__.handler', 'bin/x.__proto__', 'bin/x.constructor', 'true.false'],
  `${'deep/'.repeat(20)}x.handler`,
)

export const segments = fc.constantFrom(
  ...words('orders Users v1.0 a-b a_b a:b $metadata yes 012 null constructor items'),
  ...['x.json', '1', '1e3', 'orders-2', 'api', 'stage', 'userPool', 'root', '-1', 'default', 'a.b-c_d'],
)

export const variables = fc.constantFrom('id', 'orderId', 'x.y', 'a-b', '_', '012', 'class', 'proxy')

import { describe, expect, it } from 'vitest'
import { readPaste } from '@/lib/token/read-paste'
import { withoutKeys } from '@/lib/token/signature-state'
import { compact, HEADER } from './compact'

const SIGNATURE = Buffer.alloc(256, 0xa7).toString('base64url')
const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_ExAmPlE'
const ACCESS = compact(HEADER, { iss: ISSUER, token_use: 'access', scope: 'a/b', n: 1 }, SIGNATURE)
const ID = compact(HEADER, { iss: ISSUER, token_use: 'id', n: 2 }, SIGNATURE)
const OTHER = compact(HEADER, { iss: ISSUER, token_use: 'access', n: 3 }, SIGNATURE)

const preferred = (paste: string) => readPaste(paste).preferred?.token
const notes = (paste: string) => readPaste(paste).preferred?.notes.map(({ code }) => code)
const har = (...requests: readonly (readonly [path: string, token: string | undefined, status: number])[]) =>
  JSON.stringify(
    {
      log: {
        entries: requests.map(([path, token, status]) => ({
          request: {
            method: 'GET',
            url: `https://abc.execute-api.us-east-1.amazonaws.com${path}?x=1`,
            headers: token ? [{ name: 'Authorization', value: `Bearer ${token}` }] : [],
          },
          response: { status },
        })),
      },
    },
    null,
    1,
  )

describe('no token', () => {
  it.each([
    ['an empty paste', ''],
    ['a header without a value', 'Authorization: Bearer '],
    ['a command without the header', 'curl -i https://x.example/dev/orders'],
    ['a command with an empty header', `curl -H "Authorization: Bearer " https://x.example/dev/orders`],
    ['a console line', 'GET https://x.example/dev/orders 401 (Unauthorized)'],
    ['an event without claims', JSON.stringify({ routeKey: 'GET /orders', requestContext: {} })],
  ])('is in %s', (_name, paste) => {
    expect(readPaste(paste).tokens).toEqual([])
  })
})

describe('the preferred token', () => {
  it.each<[string, string, string]>([
    [
      'the Authorization header before the access token',
      `access_token: ${ACCESS}\nAuthorization: Bearer ${ID}`,
      ID,
    ],
    ['the access token before the ID token', JSON.stringify({ id_token: ID, access_token: ACCESS }), ACCESS],
    ['by kind, whatever its name is', `idToken: ${ACCESS}\naccessToken: ${ID}`, ACCESS],
    ['the ID token before anything else', `x ${compact(HEADER, { n: 4 }, SIGNATURE)} y ${ID}`, ID],
    ['a HAR request before a token response', har(['/login', undefined, 200], ['/orders', ID, 401]), ID],
    ['the HAR request that failed', har(['/a', ACCESS, 200], ['/b', OTHER, 401]), OTHER],
    [
      'a token before a shell variable',
      `TOKEN=${ACCESS}\ncurl -H "Authorization: Bearer $TOKEN" https://x/y`,
      ACCESS,
    ],
    [
      'what code sent before a token elsewhere',
      `access_token=${ACCESS}\nAuthorization: Bearer undefined`,
      'undefined',
    ],
    [
      'the token of an event before its claims',
      JSON.stringify({
        headers: { Authorization: ACCESS },
        requestContext: { authorizer: { claims: { iss: ISSUER, token_use: 'id' } } },
      }),
      ACCESS,
    ],
    [
      'a wrong value of a header in a command',
      `curl -H 'Authorization: Bearer abc.def' https://x/y`,
      'abc.def',
    ],
  ])('is %s', (_name, paste, token) => {
    expect(preferred(paste)).toBe(token)
  })

  it('is one of all, where code sent no token', () => {
    const { tokens } = readPaste(`access_token=${ACCESS}\nAuthorization: Bearer undefined`)
    expect(tokens.map(({ token }) => token)).toEqual(['undefined', ACCESS])
  })

  it('is the sent one when it also appears elsewhere', () => {
    const paste = `{"id_token":"${ID}","access_token":"${ACCESS}"}\n> Authorization: Bearer ${ID}`
    const { preferred: sent, tokens } = readPaste(paste)
    expect(tokens).toHaveLength(2)
    expect(sent).toMatchObject({ token: ID, label: 'Authorization header' })
    expect(sent!.start).toBeGreaterThan(paste.indexOf('\n'))
  })

  it.each([
    [`CognitoIdentityServiceProvider.c.ann.idToken\t${ID}`, 'id_token'],
    [`{"AccessToken": "${ACCESS}"}`, 'access_token'],
    [`{\\"refresh_token\\":\\"${ACCESS}\\"}`, 'refresh_token'],
    [`x-amzn-oidc-accesstoken: ${ACCESS}`, 'access_token'],
    [`authorization\nBearer ${ACCESS}`, 'Authorization header'],
    [`headers: { Authorization: \`Bearer ${ACCESS}\` }`, 'Authorization header'],
  ])('%.50s is named %s', (paste, label) => {
    expect(readPaste(paste).preferred?.label).toBe(label)
  })
})

describe('notes', () => {
  it.each<[string, string, readonly string[]]>([
    ['a plain header', `Authorization: Bearer ${ACCESS}`, []],
    ['a header of a JSON object', `{"Authorization":"Bearer ${ACCESS}"}`, []],
    ['a token response', JSON.stringify({ access_token: ACCESS }), []],
    ['a header of curl', `curl -H "Authorization: Bearer ${ACCESS}" https://x/y`, []],
    ['Bearer twice', `Authorization: Bearer Bearer ${ACCESS}`, ['BEARER_TWICE']],
    ['quotes after Bearer', `Authorization: Bearer "${ACCESS}"`, ['QUOTED']],
    ['escaped quotes after Bearer', `-H "Authorization: Bearer \\"${ACCESS}\\""`, ['QUOTED']],
    ['quotes around the paste', `"${ACCESS}"`, ['QUOTED']],
    ['quotes around Bearer and token', `'Bearer ${ACCESS}'`, ['QUOTED']],
    ['two spaces', `Bearer  ${ACCESS}`, ['EXTRA_SPACE']],
    ['two spaces, and words before the token', `Bearer  of my token ${ACCESS}`, []],
    [
      'a line break inside',
      `Authorization: Bearer ${ACCESS.slice(0, 200)}\n${ACCESS.slice(200)}`,
      ['EXTRA_SPACE'],
    ],
    ['a no-break space', `Bearer\u00a0${ACCESS}`, ['NO_BREAK_SPACE']],
    ['a zero-width space after it', `Bearer ${ACCESS}\u200b`, ['NO_BREAK_SPACE']],
    ['shell quotes side by side', `-H 'Authorization: Bearer '"${ACCESS}"`, []],
  ])('%s', (_name, paste, expected) => {
    expect(notes(paste)).toEqual(expected)
    expect(readPaste(paste).preferred?.decoded.text).toBe(ACCESS)
  })

  it('reads padded base64, and says so', () => {
    const parts = [
      { alg: 'RS256', kid: 'k' },
      { iss: ISSUER, token_use: 'access', a: '???>>>' },
    ]
    const padded = [...parts.map(part => Buffer.from(JSON.stringify(part))), Buffer.alloc(256, 0xfb)]
      .map(bytes => bytes.toString('base64'))
      .join('.')
    expect(padded).toMatch(/[+/].*=/)
    const { preferred: read } = readPaste(`Authorization: Bearer ${padded}`)
    expect(read?.notes.map(({ code }) => code)).toEqual(['PADDED_BASE64'])
    expect(read?.decoded.kind).toBe('access')
    expect(withoutKeys(read!.decoded).state).toBe('not-checked')
    // Four characters hold three bytes, so a part never lacks three of them.
    const { preferred: refused } = readPaste(`Authorization: Bearer ${padded.replace(/=*$/, '===')}`)
    expect(refused).toMatchObject({ decoded: { kind: 'malformed' }, notes: [] })
  })
})

describe('placeholders', () => {
  it.each([
    ...['undefined', 'null', 'NaN', '[object Object]', '$TOKEN', '${TOKEN}', '$env:TOKEN', '%TOKEN%'],
    ...[
      '{{token}}',
      '{token}',
      '<token>',
      '<access token>',
      'YOUR_TOKEN',
      'your-access-token-here',
      '...',
      'xxxx',
    ],
  ])('%s', placeholder => {
    const inHar = JSON.stringify({ name: 'authorization', value: `Bearer ${placeholder}` })
    for (const paste of [
      inHar,
      `authorization\nBearer ${placeholder}`,

      placeholder,
      `Authorization: Bearer ${placeholder}`,
      `curl -H 'Authorization: Bearer ${placeholder}' https://x/y`,
    ]) {
      const { preferred: read } = readPaste(paste)
      expect(read?.decoded.kind).toBe('malformed')
      expect(read?.notes.map(({ code }) => code)).toEqual(['PLACEHOLDER'])
      expect(read?.notes[0]?.message).toContain(placeholder)
    }
  })

  it.each([
    ...['hello world', 'abc', 'the token is undefined', 'nullable', 'Bearer abc.def.ghi'],
    ...[
      'use your token',
      'token of mine',
      'xxx-abc',
      'it is xxx',
      'a $TOKEN',
      '$TOKEN b',
      'not null',
      'null or not',
    ],
  ])('%s is not one', paste => {
    expect(notes(paste)).toEqual([])
  })
})

describe('decoded claims', () => {
  const claims = { iss: ISSUER, token_use: 'access', scope: 'a/b', exp: 1795003540 }
  const rest = {
    requestContext: { authorizer: { claims: { ...claims, exp: 'Wed Nov 18 14:45:40 UTC 2026' } } },
  }
  const http = { requestContext: { authorizer: { jwt: { claims: { ...claims, exp: '1795003540' } } } } }
  const year2026 = Date.UTC(2026, 10, 18, 14, 45, 40) / 1000

  it.each<[string, string, number]>([
    ['an object', JSON.stringify(claims, null, 2), claims.exp],
    ['the event of a REST API', JSON.stringify(rest), year2026],
    ['the event of an HTTP API', JSON.stringify(http), claims.exp],
    ['a log line', `2026-11-18T14:45:40Z INFO ${JSON.stringify(claims)}\nEND`, claims.exp],
  ])('%s', (_name, paste, exp) => {
    const { preferred: read } = readPaste(paste)
    expect(read?.decoded).toMatchObject({ kind: 'access', claimsOnly: true })
    expect(read?.decoded.claims).toMatchObject({ ...claims, exp })
    expect(read?.notes.map(({ code }) => code)).toEqual(['CLAIMS_ONLY'])
    expect(withoutKeys(read!.decoded).state).toBe('absent')
  })

  it.each(['exp', 'iat', 'nbf', 'auth_time', 'version'])('%s of an event is a number', name => {
    const event = { requestContext: { authorizer: { jwt: { claims: { ...claims, [name]: '1795003540' } } } } }
    expect(readPaste(JSON.stringify(event)).preferred?.decoded.claims?.[name]).toBe(1795003540)
  })

  it('have their names and values as members', () => {
    const { decoded } = readPaste('{"iss":"x","__proto__":{"a":1},"constructor":2}').preferred!
    expect(decoded.claimMembers.map(({ name, text }) => [name, text])).toEqual([
      ['iss', '"x"'],
      ['__proto__', '{"a":1}'],
      ['constructor', '2'],
    ])
  })

  it.each([
    ['a time that is not a time', '{"iss":"x","exp":"soon"}', true],
    ['a scope that is not a text', '{"iss":"x","scope":["a"]}', true],
    ['other JSON', '{"orders":[]}', false],
    ['an object that breaks off', '{"iss":"x","scope":"a', false],
    ['an array', '["iss"]', false],
  ])('%s is malformed', (_name, paste, claimsOnly) => {
    const { decoded } = readPaste(paste).preferred!
    expect(decoded.kind).toBe('malformed')
    expect(decoded.claimsOnly ?? false).toBe(claimsOnly)
  })
})

describe('the request', () => {
  it.each<[string, string, string]>([
    ['curl', `curl https://x.example/dev/orders?a=1#b`, 'GET /dev/orders'],
    [
      'curl with a method',
      `curl -s -X DELETE 'https://x.example/orders/1' -H "Authorization: ${ACCESS}"`,
      'DELETE /orders/1',
    ],
    ['curl with a method, joined', 'curl -XPATCH https://x.example/a', 'PATCH /a'],
    ['curl with a long method', 'curl --request=PUT https://x.example/a', 'PUT /a'],
    ['curl with data', `curl https://x.example/a -d '{"a":1}'`, 'POST /a'],
    ['curl with data in the URL', 'curl -G https://x.example/a -d q=1', 'GET /a'],
    ['curl, headers alone', 'curl -I https://x.example/a', 'HEAD /a'],
    [
      'curl over several lines',
      `curl 'https://x.example/a' \\\n  -H 'accept: */*' \\\n  --data-raw 'x'`,
      'POST /a',
    ],
    ['curl -v', 'curl -v https://x.example/a\n> GET /dev/b HTTP/2\n> Host: x', 'GET /dev/b'],
    [
      'curl into a file, before another request',
      'curl https://x.example/a -s > GET.json\n-> POST /b HTTP/1.1',
      'GET /a',
    ],
    ['a raw request', 'POST /dev/orders HTTP/1.1\nHost: x', 'POST /dev/orders'],
    ['a browser console', 'GET https://x.example/dev/orders 401 (Unauthorized)', 'GET /dev/orders'],
    ['fetch', `await fetch("https://x.example/a", { "method": "PUT" })`, 'PUT /a'],
    ['fetch without options', `fetch('https://x.example/a')`, 'GET /a'],
    ['no path', 'curl https://x.example', 'GET /'],
    ['no path but a query', 'curl https://x.example?a=1', 'GET /'],
    ['a query without anything in it', `curl 'https://x.example/a?'`, 'GET /a'],
    ['a HAR file', har(['/dev/a', undefined, 200], ['/dev/b', ACCESS, 401]), 'GET /dev/b'],
    ['a route', JSON.stringify({ routeKey: 'POST /orders/{id}' }), 'POST /orders/{id}'],
    [
      'a resource',
      JSON.stringify({ httpMethod: 'GET', resource: '/orders/{id}', path: '/orders/1' }),
      'GET /orders/{id}',
    ],
    ['a path', JSON.stringify({ httpMethod: 'GET', path: '/orders/1' }), 'GET /orders/1'],
    [
      'the $default route',
      JSON.stringify({ routeKey: '$default', requestContext: { http: { method: 'GET', path: '/a' } } }),
      'GET /a',
    ],
  ])('of %s', (_name, paste, expected) => {
    const { request } = readPaste(paste)
    expect(`${request?.method} ${request?.path}`).toBe(expected)
  })

  it.each(['', ACCESS, 'get the token from the pool', '{"a":1}'])('is absent from %.30s', paste => {
    expect(readPaste(paste).request).toBeUndefined()
  })
})

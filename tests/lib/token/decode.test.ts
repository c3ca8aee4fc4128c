import { describe, expect, it } from 'vitest'
import { decode } from '@/lib/token/decode'
import { compact, HEADER, segment } from './compact'

const ACCESS = { sub: 'u', token_use: 'access', scope: 'com.example.api/read', exp: 1759348800 }

const messages = (text: string) => decode(text).problems.map(problem => problem.message)

describe('decode: kinds', () => {
  it.each([
    ['access', compact(HEADER, ACCESS)],
    ['id', compact(HEADER, { ...ACCESS, token_use: 'id' })],
    ['unknown', compact(HEADER, { iss: 'https://example.com' })],
    ['unknown', compact(HEADER, { token_use: 'refresh' })],
    ['unknown', compact(HEADER, { token_use: ['access'] })],
    ['access', compact({ alg: 'HS256' }, ACCESS)],
    ['access', compact({ alg: 'none' }, ACCESS, '')],
    ['refresh', `${segment({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' })}.a.b.c.d`],
    ['malformed', compact(HEADER, ACCESS, '')],
    ['malformed', ''],
    ['malformed', 'not a token'],
    ['malformed', 'abc.def.ghi'],
    ['malformed', `${segment(HEADER)}.${segment(ACCESS)}`],
    ['malformed', `${compact(HEADER, ACCESS)}.more`],
    ['malformed', `${compact(HEADER, ACCESS)}.a.b.c`],
    ['malformed', '!.a.b.c.d'],
    ['malformed', compact(HEADER, [1])],
    ['malformed', compact('"header"', ACCESS)],
    ['malformed', compact(HEADER, { ...ACCESS, exp: '1759348800' })],
    ['malformed', compact(HEADER, { ...ACCESS, scope: ['a'] })],
    ['malformed', compact(HEADER, { ...ACCESS, aud: [1] })],
    ['malformed', compact({ alg: 5 }, ACCESS)],
  ])('%s: %s', (kind, text) => {
    expect(decode(text).kind).toBe(kind)
  })

  it('has the header and claims of a good token, and nothing to say', () => {
    const token = decode(compact(HEADER, ACCESS))
    expect({ ...token.header }).toEqual(HEADER)
    expect({ ...token.claims }).toEqual(ACCESS)
    expect(token.problems).toEqual([])
    expect(token.segments.map(({ name, start, end }) => [name, token.text.slice(start, end)])).toEqual([
      ['header', segment(HEADER)],
      ['claims', segment(ACCESS)],
      ['signature', 'c2ln'],
    ])
  })

  it('shows the header of a refresh token and nothing that is encrypted', () => {
    const token = decode(`${segment({ enc: 'A256GCM', alg: 'RSA-OAEP' })}.${segment(ACCESS)}.b.c.d`)
    expect(token.claims).toBeUndefined()
    expect(token.claimMembers).toEqual([])
    expect(token.segments.map(({ name }) => name)).toEqual([
      'header',
      'encryptedKey',
      'initializationVector',
      'ciphertext',
      'authenticationTag',
    ])
  })
})

describe('decode: what is wrong', () => {
  it('shows the claims that came before a cut', () => {
    const whole = segment('{"token_use":"access","scope":"com.example.api/read","exp":1759348800}')
    const token = decode(`${segment(HEADER)}.${whole.slice(0, 72)}`)
    expect({ ...token.claims }).toEqual({ token_use: 'access', scope: 'com.example.api/read' })
    expect(token.problems.map(({ segment, message }) => [segment, message])).toEqual([
      ['token', 'Token: two parts where a JWT has three, separated by dots: its signature is missing.'],
      ['claims', 'Claims: the decoded JSON ends after 54 characters; expected the closing quote.'],
    ])
  })

  it('points at the character that is not base64url', () => {
    const text = compact(HEADER, ACCESS, 'ab+c')
    const [problem] = decode(text).problems
    expect(problem).toMatchObject({ segment: 'signature', fatal: true })
    expect(text[problem!.position!]).toBe('+')
    expect(problem!.message).toBe(
      'Signature: character 3 is "+"; base64url is A–Z, a–z, 0–9, "-" and "_" (plain base64 has "+" where base64url has "-").',
    )
  })

  it('points into the token at a fault of the JSON', () => {
    const claims = '{"é":1,"b":x}'
    const text = compact(HEADER, claims)
    const [problem] = decode(text).problems
    expect(problem!.message).toBe('Claims: the decoded JSON has "x" at character 12; expected a value.')
    const start = segment(HEADER).length + 1
    const byte = Buffer.from(claims).indexOf('x')
    expect(problem!.position).toBe(start + Math.floor((byte * 4) / 3))
  })

  it('says which byte is not UTF-8 and shows the rest', () => {
    const bytes = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('","b":1}')])
    const token = decode(`${segment(HEADER)}.${bytes.toString('base64url')}.c2ln`)
    expect(token.kind).toBe('malformed')
    expect(token.problems.map(problem => problem.message)).toEqual(['Claims: byte 7 is not UTF-8.'])
    expect(token.claims?.b).toBe(1)
  })

  it('does not take a real replacement character for a fault', () => {
    expect(decode(compact(HEADER, { name: '\uFFFD' })).problems).toEqual([])
  })

  it('refuses a byte order mark, as JSON does', () => {
    expect(decode(compact(HEADER, '\uFEFF{"a":1}')).kind).toBe('malformed')
  })

  it.each([
    ['', 'Token: one part where a JWT has three, separated by dots: its claims and signature are missing.'],
    ['a.b.c.d', 'Token: four parts where a JWT has three, separated by dots.'],
    ['a..b.c', 'Token: four parts where a JWT has three, separated by dots.'],
    ['.'.repeat(100), 'Token: more than six parts where a JWT has three, separated by dots.'],
    ['..', 'Header: empty; expected base64url text.'],
    [compact(HEADER, '7'), 'Claims: decodes to JSON that is not an object.'],
    [compact(HEADER, { exp: '1' }), 'Claims: "exp" is a string; expected a number.'],
    [compact(HEADER, { aud: null }), 'Claims: "aud" is null; expected a string or array of strings.'],
    [
      compact(HEADER, ACCESS, 'abcde'),
      'Signature: 5 characters of base64url are not a whole number of bytes: one is missing, or one too many.',
    ],
  ])('%j: %s', (text, message) => {
    expect(messages(text)).toContain(message)
  })

  it.each([
    ['the end, where a part is missing', 'abc.def', 7],
    ['the dot before the first part too many', 'abc.def.ghi.jkl', 11],
  ])('points at %s', (_, text, position) => {
    expect(decode(text).problems.find(({ segment }) => segment === 'token')?.position).toBe(position)
  })

  it('remarks what is legal but odd without calling the token broken', () => {
    const token = decode(compact(HEADER, '{"token_use":"access","a":1,"a":2}', 'YWJ'))
    expect(token.kind).toBe('access')
    expect(token.problems.map(({ fatal, message }) => [fatal, message])).toEqual([
      [false, 'Claims: "a" is duplicated; most parsers keep the last one.'],
      [
        false,
        'Signature: the last character has bits set that encode nothing: the token was cut off when it was copied, or changed.',
      ],
    ])
    expect(token.claimMembers.map(({ name, text }) => [name, text])).toEqual([
      ['token_use', '"access"'],
      ['a', '2'],
    ])
  })
})

it.each([
  ['+', ' (plain base64 has "+" where base64url has "-")'],
  ['/', ' (plain base64 has "/" where base64url has "_")'],
  ['=', ' (tokens have no padding)'],
  ['*', ''],
])('%s in a part is named with its place', (character, hint) => {
  const token = compact({ alg: 'RS256' }, { a: 1 }, `ab${character}cd`)
  expect(decode(token).problems.map(({ message }) => message)).toEqual([
    `Signature: character 3 is "${character}"; base64url is A–Z, a–z, 0–9, "-" and "_"${hint}.`,
  ])
})

import { describe, expect, it } from 'vitest'
import { decode } from '@/lib/token/decode'
import { extractTokens } from '@/lib/token/extract-tokens'
import { compact, segment } from './compact'

const RSA_SIGNATURE = Buffer.alloc(256, 0xa7).toString('base64url')
const ACCESS = compact(
  { kid: 'one', alg: 'RS256' },
  { token_use: 'access', sub: 'x'.repeat(300) },
  RSA_SIGNATURE,
)
const ID = compact({ kid: 'two', alg: 'RS256' }, { token_use: 'id', sub: 'y'.repeat(300) }, RSA_SIGNATURE)
const REFRESH = [
  segment({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' }),
  'k'.repeat(342),
  'i'.repeat(16),
  'c'.repeat(900),
  't'.repeat(22),
].join('.')

/** Nothing says how long its signature is. */
const UNKNOWN = compact({ alg: 'X1' }, { a: 'b' }, 's'.repeat(128))
const IN_LINES = UNKNOWN.replaceAll('.', '\n.').replace(/s{64}(?=s)/, '$&\n')

const wrap = (token: string, width: number, between: string) =>
  token.match(new RegExp(`.{1,${width}}`, 'g'))!.join(between)
const found = (paste: string) => extractTokens(paste).map(({ token }) => token)
const labels = (paste: string) => extractTokens(paste).map(({ label }) => label)

describe('extractTokens', () => {
  // RFC 7518, section 3: how long a signature is. A wrapped token ends where its signature is complete.
  it.each([
    ['RS256', 342],
    ['RS384', 512],
    ['RS512', 683],
    ['PS256', 342],
    ['PS384', 512],
    ['PS512', 683],
    ['HS256', 43],
    ['HS384', 64],
    ['HS512', 86],
    ['ES256', 86],
    ['ES384', 128],
    ['ES512', 176],
  ])('%s: takes nothing of the next line', (alg, length) => {
    // Of three lines that are equally long, so that only the signature tells where it ends.
    const token = [80, 81, 82, 83]
      .map(more => compact({ kid: 'one', alg }, { sub: 'x'.repeat(more) }, 's'.repeat(length)))
      .find(one => one.length % 3 === 0)!
    const width = token.length / 3
    const line = 'n'.repeat(width)
    expect(found(`${wrap(token, width, '\n')}\n${line}`)).toEqual([token])
  })

  it.each<[string, string, readonly string[]]>([
    ['bare', ACCESS, [ACCESS]],
    ['with space around', `\n  ${ACCESS}\t\n`, [ACCESS]],
    ['Bearer', `Bearer ${ACCESS}`, [ACCESS]],
    ['double quotes', `"${ACCESS}"`, [ACCESS]],
    ['single quotes', `'${ACCESS}'`, [ACCESS]],
    [
      'a header among headers',
      `GET / HTTP/1.1\nAuthorization: Bearer ${ACCESS}\nHost: example.com\n`,
      [ACCESS],
    ],
    ['a header without Bearer', `authorization: ${ACCESS}`, [ACCESS]],
    ['wrapped at 76', wrap(ACCESS, 76, '\n'), [ACCESS]],
    ['wrapped at 64 and indented', wrap(ACCESS, 64, '\r\n    '), [ACCESS]],
    ['wrapped for a shell', wrap(ACCESS, 80, ' \\\n'), [ACCESS]],
    ['wrapped as strings of code', `"${wrap(ACCESS, 60, '" +\n  "')}"`, [ACCESS]],
    ['wrapped in a quoted mail', wrap(ACCESS, 70, '\n> '), [ACCESS]],
    ['line breaks turned into spaces', wrap(ACCESS, 50, ' '), [ACCESS]],
    ['spaces around the dots', ACCESS.replaceAll('.', ' . '), [ACCESS]],
    ['curl', `curl -H 'Authorization: Bearer ${ACCESS}' https://x.example.com/dev/a -d '{"a":1}'`, [ACCESS]],
    [
      'token response',
      JSON.stringify({ access_token: ACCESS, id_token: ID, refresh_token: REFRESH, expires_in: 3600 }),
      [ACCESS, ID, REFRESH],
    ],
    ['pretty token response', JSON.stringify({ access_token: ACCESS, id_token: ID }, null, 2), [ACCESS, ID]],
    ['token response in a log line', JSON.stringify(JSON.stringify({ id_token: ID })), [ID]],
    [
      'redirect URL',
      `https://app.example.com/cb#access_token=${ACCESS}&id_token=${ID}&token_type=Bearer`,
      [ACCESS, ID],
    ],
    [
      'URL inside a URL',
      `https://x.example/?to=${encodeURIComponent(`https://y.example/#id_token=${ID}&a=1`)}`,
      [ID],
    ],
    ...['n', 'r', 't'].map(
      letter =>
        [`after the escape \\${letter}`, `see:\\${letter}${ACCESS} of today`, [ACCESS]] as [
          string,
          string,
          string[],
        ],
    ),
    ['in the middle of a word', `return${ACCESS} x`, [`return${ACCESS} x`]],
    ['cookie', `Cookie: a=b; token=${ACCESS}; c=d`, [ACCESS]],
    ['end of a sentence', `The token is ${ACCESS}. It gets 401.`, [ACCESS]],
    ['words on the next line', `${ACCESS}\nhello\nworld`, [ACCESS]],
    ['words on the same line', `${ACCESS} hello`, [ACCESS]],
    [
      'a signature with a character in each line',
      ACCESS.replace(RSA_SIGNATURE, wrap(RSA_SIGNATURE, 1, '\n')),
      [ACCESS],
    ],
    ['a wrapped refresh token', wrap(REFRESH, 76, '\n'), [REFRESH]],
    ['two lines, two tokens', `${ACCESS}\n${ID}`, [ACCESS, ID]],
    [
      'an encrypted token, wrapped, and a word after it',
      `${wrap(REFRESH, 64, '\n')}\n${'w'.repeat(20)}`,
      [REFRESH],
    ],
    [
      'an unknown algorithm, to the first line that is longer or of another token',
      `${IN_LINES}\n${'w'.repeat(65)}`,
      [UNKNOWN],
    ],
    ['an unknown algorithm, and another token', `${IN_LINES}\n${ID}`, [UNKNOWN, ID]],
    ['one token twice', `${ACCESS}\n${ACCESS}`, [ACCESS]],
    [
      'signature cut off',
      ACCESS.slice(0, -RSA_SIGNATURE.length - 1),
      [ACCESS.slice(0, -RSA_SIGNATURE.length - 1)],
    ],
    ['signature cut short', `${ACCESS.slice(0, -30)}\nhello`, [ACCESS.slice(0, -30)]],
    [
      'unsigned',
      `${compact({ alg: 'none' }, { a: 1 }, '')} and so on`,
      [compact({ alg: 'none' }, { a: 1 }, '')],
    ],
    [
      'plain base64',
      compact({ alg: 'RS256' }, { a: 1 }, 'ab+/cd=='),
      [compact({ alg: 'RS256' }, { a: 1 }, 'ab+/cd==')],
    ],
    ['nothing like a token', 'Bearer abc.def.ghi', ['abc.def.ghi']],
    [
      'an opaque token of a response',
      '{"access_token": "2YotnFZFEjr1zCsicMWpAA", "token_type": "x"}',
      ['2YotnFZFEjr1zCsicMWpAA'],
    ],
    ['a name without a token', 'access_token=&token_type=Bearer', ['access_token=&token_type=Bearer']],
    ['nothing', '', []],
    ['space', ' \n\t', []],
    ['a scheme without a token', 'Authorization: Bearer ', []],
    ['a word that begins like the scheme', 'Bearerabc', ['Bearerabc']],
  ])('%s', (_name, paste, expected) => {
    expect(found(paste)).toEqual(expected)
  })

  it('an unknown algorithm, wrapped at any width', () => {
    const token = compact({ alg: 'X1' }, { sub: 'x'.repeat(90) }, 's'.repeat(128))
    const widths = Array.from({ length: token.lastIndexOf('.') - 31 }, (_, i) => i + 32)
    expect(widths).toContain(100)
    expect(widths.filter(width => !found(wrap(token, width, '\n')).includes(token))).toEqual([])
  })

  it('20 tokens at most', () => {
    const tokens = Array.from({ length: 21 }, (_, n) => compact({ alg: 'X1' }, { n }, 's'))
    expect(found(tokens.join('\n'))).toEqual(tokens.slice(0, 20))
  })

  it('says what the paste calls each', () => {
    expect(labels(JSON.stringify({ access_token: ACCESS, id_token: ID, refresh_token: REFRESH }))).toEqual([
      'access_token',
      'id_token',
      'refresh_token',
    ])
    expect(labels(`Authorization: Bearer ${ACCESS}`)).toEqual(['Authorization header'])
    expect(labels(`Bearer ${ACCESS}`)).toEqual(['Bearer token'])
    expect(labels(`${ACCESS}\n${ID}`)).toEqual(['Token', 'Token 2'])
    expect(labels(`Bearer of ${ACCESS}`)).toEqual(['Token'])
    expect(labels('what is no token')).toEqual(['Token'])
  })

  it.each(['!', '*', '|', '~', '(', 'é'])(
    'keeps %s inside an unbroken word, for decode to name it',
    fault => {
      const token = `${ACCESS.slice(0, 60)}${fault}${ACCESS.slice(61)}`
      for (const paste of [token, ` "${token}"\n`, `Authorization: Bearer ${token}`]) {
        expect(extractTokens(paste).map(found => found.token)).toEqual([token])
        expect(
          decode(extractTokens(paste)[0]!.token)
            .problems.map(({ message }) => message)
            .join(' '),
        ).toContain(fault)
      }
    },
  )

  it('says where it stood', () => {
    const paste = `Bearer ${wrap(ACCESS, 76, '\n')} end`
    const [token] = extractTokens(paste)
    expect(paste.slice(token!.start, token!.end).replaceAll('\n', '')).toBe(ACCESS)
    const sentence = `The token is ${ACCESS}. It gets 401.`
    const [inSentence] = extractTokens(sentence)
    expect(sentence.slice(inSentence!.start, inSentence!.end)).toBe(ACCESS)
  })
})

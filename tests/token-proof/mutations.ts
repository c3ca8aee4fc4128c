import { createHash } from 'node:crypto'

/** A reproducible source of numbers (mulberry32). */
export function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Random = ReturnType<typeof random>

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** With 256 bytes in place of a signature, the same in every run: nothing here verifies it. */
function signed(header: unknown, claims: unknown): string {
  const input = `${part(header)}.${part(claims)}`
  const digests = Array.from({ length: 8 }, (_, i) => createHash('sha256').update(`${i}${input}`).digest())
  return `${input}.${Buffer.concat(digests).toString('base64url')}`
}

const HEADER = { kid: 'key=', alg: 'RS256' }
const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_ExAmPlE'

/** What the mutations start from: every kind of token, and JSON that lays traps. */
export const seeds: readonly string[] = [
  signed(HEADER, {
    iss: ISSUER,
    token_use: 'access',
    scope: 'openid com.example.api/read',
    client_id: 'c',
    exp: 2e9,
    sub: 'u',
    username: 'é漢😀',
  }),
  signed(HEADER, {
    iss: ISSUER,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    exp: 2e9,
    username: 'u',
  }),
  signed(HEADER, {
    iss: ISSUER,
    token_use: 'id',
    aud: 'c',
    exp: 2e9,
    'cognito:groups': ['a', 'b'],
    address: { country: 'CH' },
  }),
  signed(
    HEADER,
    '{"__proto__":{"token_use":"access"},"constructor":{"prototype":1},"a":1,"a":2,"exp":1e999}',
  ),
  signed(
    HEADER,
    '{"n":12345678901234567890,"f":-0.1e-7,"s":"\\ud83d\\ude00\\ud800\\u0000","t":true,"z":null}',
  ),
  signed({ alg: 'none' }, { iss: 'https://example.com' }).replace(/[^.]*$/, ''),
  [
    part({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' }),
    'k'.repeat(342),
    'i'.repeat(16),
    'c'.repeat(300),
    't'.repeat(22),
  ].join('.'),
]

const CHARACTERS = 'AZaz09-_.+/= \n\t"\'\\{}[]:,é\u0000\u2028😀%ey'

const piece = (pick: Random): string => {
  const characters = [...CHARACTERS]
  return Array.from({ length: 1 + pick(4) }, () => characters[pick(characters.length)]).join('')
}

/** One change anywhere in a text. */
const textChanges: readonly ((text: string, pick: Random) => string)[] = [
  (text, pick) => text.slice(0, pick(text.length + 1)),
  (text, pick) => text.slice(pick(text.length + 1)),
  (text, pick) => splice(text, pick(text.length + 1), 0, piece(pick)),
  (text, pick) => splice(text, pick(text.length + 1), 1 + pick(5), ''),
  (text, pick) => splice(text, pick(text.length + 1), 1, piece(pick)),
  (text, pick) => text.replaceAll('.', ['..', '', ' . ', '.\n'][pick(4)]!),
  text => text.split('.').reverse().join('.'),
  (text, pick) => text + seeds[pick(seeds.length)],
]

/** One change inside the JSON of header or claims. */
function insideChange(token: string, pick: Random): string {
  const parts = token.split('.')
  const at = pick(Math.min(2, parts.length))
  const bytes = Buffer.from(parts[at] ?? '', 'base64url')
  if (bytes.length === 0) return token
  const place = pick(bytes.length)
  switch (pick(3)) {
    case 0:
      bytes[place] = pick(256)
      parts[at] = bytes.toString('base64url')
      break
    case 1:
      parts[at] = part(splice(bytes.toString('utf8'), place, pick(3), piece(pick)))
      break
    default:
      parts[at] = bytes.subarray(0, place).toString('base64url')
  }
  return parts.join('.')
}

const wrappings: readonly ((token: string, pick: Random) => string)[] = [
  token => token,
  token => `Bearer ${token}`,
  token => `curl -H 'Authorization: Bearer ${token}' https://x.example.com/dev/orders`,
  (token, pick) =>
    JSON.stringify({ access_token: token, id_token: seeds[pick(seeds.length)], expires_in: 3600 }),
  token => `https://app.example.com/cb#id_token=${token}&state=x`,
  (token, pick) => (token.match(new RegExp(`.{1,${20 + pick(60)}}`, 'gs')) ?? []).join('\n'),
]

/** A token or paste that was good once. */
export function mutated(pick: Random): string {
  let token = seeds[pick(seeds.length)]!
  for (let changes = pick(4); changes > 0; changes--)
    token = pick(2) ? insideChange(token, pick) : textChanges[pick(textChanges.length)]!(token, pick)
  const paste = wrappings[pick(wrappings.length)]!(token, pick)
  return pick(4) ? paste : textChanges[pick(textChanges.length)]!(paste, pick)
}

const splice = (text: string, at: number, remove: number, insert: string): string =>
  text.slice(0, at) + insert + text.slice(at + remove)

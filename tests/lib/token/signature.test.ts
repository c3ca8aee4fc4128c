import { createPublicKey, createSign, generateKeyPairSync, verify as nodeVerify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decode } from '@/lib/token/decode'
import { parseJwks } from '@/lib/token/jwks'
import { newPoolKids } from '@/lib/token/kid'
import { headerOf, jwksOf, makeKey, makePoolKeys, sign } from '@/lib/token/mint'
import { withoutKeys } from '@/lib/token/signature-state'
import { verify } from '@/lib/token/verify'
import { compact, segment } from './compact'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = (from: typeof pair, kid: string, more: object = {}) => ({
  ...from.publicKey.export({ format: 'jwk' }),
  kid,
  alg: 'RS256',
  use: 'sig',
  ...more,
})
const JWKS = JSON.stringify({ keys: [jwk(other, 'second'), jwk(pair, 'first')] })

/** Signed by Node, so that our own signing is not what checks our verifying. */
function signed(header: object, claims: object, by = pair): string {
  const input = `${segment(header)}.${segment(claims)}`
  return `${input}.${createSign('RSA-SHA256').update(input).sign(by.privateKey).toString('base64url')}`
}

const keys = (text: string) => {
  const read = parseJwks(text)
  if (!read.ok) throw new Error(read.error)
  return read.keys
}
const state = async (token: string, jwks = JWKS) => (await verify(decode(token), keys(jwks))).state

const GOOD = signed({ kid: 'first', alg: 'RS256' }, { token_use: 'access', sub: 'u' })

describe('verify', () => {
  it('finds the key by kid', async () => {
    expect(await state(GOOD)).toBe('valid')
    expect(await state(signed({ kid: 'second', alg: 'RS256' }, {}, other))).toBe('valid')
    expect(await state(signed({ kid: 'second', alg: 'RS256' }, {}))).toBe('invalid')
  })

  it('says no-key when the set lacks it, or the token names none', async () => {
    expect(await state(signed({ kid: 'third', alg: 'RS256' }, {}))).toBe('no-key')
    expect(await state(signed({ alg: 'RS256' }, {}))).toBe('no-key')
  })

  it('sees any changed character of the signature and the claims', async () => {
    const claimsAt = GOOD.indexOf('.') + 1
    const at = [claimsAt + 1, GOOD.lastIndexOf('.') + 1, GOOD.length - 100, GOOD.length - 2, GOOD.length - 1]
    for (const position of at)
      for (const letter of 'AQgwZ_') {
        if (GOOD[position] === letter) continue
        const changed = GOOD.slice(0, position) + letter + GOOD.slice(position + 1)
        expect(['invalid', 'not-checked']).toContain(await state(changed))
        if (position > GOOD.lastIndexOf('.')) expect(await state(changed)).toBe('invalid')
      }
  })

  it.each([
    ['none', compact({ kid: 'first', alg: 'none' }, {}, '')],
    ['HS256 with the public key as secret', compact({ kid: 'first', alg: 'HS256' }, {})],
    ['PS256', compact({ kid: 'first', alg: 'PS256' }, {})],
    ['no alg', compact({ kid: 'first' }, {})],
    ['crit', signed({ kid: 'first', alg: 'RS256', crit: ['b64'], b64: false }, {})],
  ])('%s is invalid', async (_name, token) => {
    expect(await state(token)).toBe('invalid')
  })

  it('does not guess: a broken or encrypted token is not checked', async () => {
    expect(await state('abc.def.ghi')).toBe('not-checked')
    expect(await state(`${segment({ enc: 'A256GCM' })}.a.b.c.d`)).toBe('not-checked')
  })

  it('does not guess: a key that cannot be used leaves it not checked', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 })
    const result = await verify(
      decode(signed({ kid: 'weak', alg: 'RS256' }, {})),
      keys(JSON.stringify({ keys: [jwk(weak, 'weak')] })),
    )
    expect(result.state).toBe('not-checked')
    expect(result.reason).toContain('2048')
  })
})

describe('withoutKeys', () => {
  const cut = (characters: number) => withoutKeys(decode(GOOD.slice(0, GOOD.length - characters)))

  it('leaves a complete RS256 signature unchecked', () => {
    expect(cut(0).state).toBe('not-checked')
  })

  it.each([1, 2, 3, 4, 40, 341])(
    'rejects a signature that lost %i characters, and says that it was cut',
    characters => {
      expect(cut(characters)).toMatchObject({ state: 'invalid', reason: expect.stringContaining('cut off') })
    },
  )

  it('rejects a longer signature without calling it cut', () => {
    const longer = withoutKeys(decode(`${GOOD}AAAA`))
    expect(longer).toMatchObject({ state: 'invalid', reason: expect.stringContaining('259 bytes') })
    expect(longer.reason).not.toContain('cut')
  })

  it.each(['none', 'HS256', 'ES256', undefined])('rejects alg %s', alg => {
    expect(withoutKeys(decode(compact({ kid: 'k', ...(alg && { alg }) }, { sub: 'u' }))).state).toBe(
      'invalid',
    )
  })
})

describe('parseJwks', () => {
  it.each([
    ['', /is empty/],
    ['{"keys":[', /not valid JSON: the text ends after 9 characters/],
    ['[]', /not a key set/],
    ['{"keys":{}}', /not a key set/],
  ])('%.40s is no key set', (text, error) => {
    const read = parseJwks(text)
    expect(read.ok).toBe(false)
    expect(!read.ok && read.error).toMatch(error)
  })

  it.each([
    ['{"keys":[1]}', /Key 1 is not an object/],
    [JSON.stringify({ keys: [{ kty: 'EC', kid: 'a' }] }), /kty "EC"; expected "RSA"/],
    [JSON.stringify({ keys: [{ kid: 'a' }] }), /kty missing/],
    [JSON.stringify({ keys: [jwk(pair, 'a', { use: 'enc' })] }), /use "enc"; expected "sig"/],
    [JSON.stringify({ keys: [jwk(pair, 'a', { alg: 'RS512' })] }), /alg "RS512"; expected "RS256"/],
    [JSON.stringify({ keys: [jwk(pair, 'a', { kid: undefined })] }), /has no kid/],
    [JSON.stringify({ keys: [jwk(pair, 'a', { n: '+/=' })] }), /no n in base64url/],
    [JSON.stringify({ keys: [jwk(pair, 'a', { n: '=AQAB' })] }), /no n in base64url/],
    [JSON.stringify({ keys: [jwk(pair, 'a', { e: 'AQAB=' })] }), /no e in base64url/],
    [JSON.stringify({ keys: [jwk(pair, 'a', { e: '' })] }), /no e in base64url/],
    [JSON.stringify({ keys: [jwk(pair, 'a', { d: 'secret' })] }), /private key/],
  ])('%.60s holds no usable key, and says why', (text, reason) => {
    const read = parseJwks(text)
    expect(read).toMatchObject({ ok: true, keys: [] })
    expect(read.ok && read.ignored.join()).toMatch(reason)
  })

  it('takes an empty set for a set without the key', async () => {
    expect(await state(GOOD, '{"keys":[]}')).toBe('no-key')
  })

  it('takes a single key, a byte order mark, and leaves aside what it cannot use', () => {
    expect(keys(`\uFEFF${JSON.stringify(jwk(pair, 'only'))}`).map(({ kid }) => kid)).toEqual(['only'])
    const mixed = parseJwks(JSON.stringify({ keys: [{ kty: 'oct' }, jwk(pair, 'good')] }))
    expect(mixed.ok && [mixed.keys.map(({ kid }) => kid), mixed.ignored]).toEqual([
      ['good'],
      ['Key 1 has kty "oct"; expected "RSA".'],
    ])
  })
})

describe('mint', () => {
  it('signs what Node verifies with the published key', async () => {
    const key = await makeKey()
    const token = await sign({ token_use: 'access', name: 'é' }, key)
    const [header, claims, signature] = token.split('.') as [string, string, string]
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({
      kid: key.publicJwk.kid,
      alg: 'RS256',
    })
    expect(Buffer.from(header, 'base64url').toString()).toBe(JSON.stringify(headerOf(key)))
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      token_use: 'access',
      name: 'é',
    })
    const published = JSON.parse(jwksOf([key])).keys[0]
    expect(Object.keys(published).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
    expect(published.kid).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    const publicKey = createPublicKey({ key: published, format: 'jwk' })
    expect(
      nodeVerify(
        'RSA-SHA256',
        Buffer.from(`${header}.${claims}`),
        publicKey,
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true)
  })

  it('makes two keys a pool, and tokens that our own verify accepts by kid', async () => {
    const pool = await makePoolKeys()
    const jwks = jwksOf([pool.access, pool.id])
    expect(await state(await sign({ token_use: 'access' }, pool.access), jwks)).toBe('valid')
    expect(await state(await sign({ token_use: 'id' }, pool.id), jwks)).toBe('valid')
    expect(pool.access.publicJwk.kid).not.toBe(pool.id.publicJwk.kid)
  })

  it('gives keys the names that were shown before they were made', async () => {
    const kids = newPoolKids()
    const pool = await makePoolKeys(kids)
    expect([pool.access.publicJwk.kid, pool.id.publicJwk.kid]).toEqual([kids.access, kids.id])
  })
})

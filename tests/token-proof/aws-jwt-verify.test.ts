import { createSign, generateKeyPairSync } from 'node:crypto'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { validateCognitoJwtFields } from 'aws-jwt-verify/cognito-verifier'
import { validateJwtFields } from 'aws-jwt-verify/jwt'
import type { JwtPayload } from 'aws-jwt-verify/jwt-model'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { authorize } from '@/lib/authorize/authorize'
import type { VerdictCode } from '@/lib/authorize/verdict'
import { example } from '@/lib/document/example'
import type { Spec } from '@/lib/document/spec'
import { toModel } from '@/lib/model/to-model'
import { decode } from '@/lib/token/decode'
import { parseJwks } from '@/lib/token/jwks'
import { verify } from '@/lib/token/verify'
import { type Aspect, type Case, type Claims, differences } from './differences'

const NOW = 1_759_345_800
const POOL = 'us-east-1_ExAmPlE'
const ORIGINAL = `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`
const UPDATED = `https://issuer-cognito-idp.us-east-1.amazonaws.com/${POOL}`
const CLIENTS = ['client-one', 'client-two']

const trusted = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwk = { ...trusted.publicKey.export({ format: 'jwk' }), kid: 'trusted', alg: 'RS256', use: 'sig' }
const JWKS = { keys: [jwk] }

const SCOPES = [
  'com.example.api/read',
  'com.example.api/write',
  'https://api.example.com/orders.read',
  'openid',
  'a.b/c',
]

/** Right more often than wrong, so that many tokens have no fault or one. */
const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: right, weight: 7 }, { arbitrary: wrong, weight: 2 })

const claims = fc.record<Record<keyof Claims | 'sub', unknown>>({
  sub: fc.constant('u'),
  iss: mostly<unknown>(
    fc.constant(ORIGINAL),
    fc.constantFrom(
      UPDATED,
      `${ORIGINAL}/`,
      ORIGINAL.replace('us-east-1.', 'us-east-2.'),
      'https://example.com',
      undefined,
    ),
  ),
  token_use: mostly<unknown>(
    fc.constantFrom('access', 'access', 'id'),
    fc.constantFrom(undefined, 'refresh', 'Access'),
  ),
  client_id: mostly<unknown>(fc.constantFrom(...CLIENTS), fc.constantFrom('client-three', '', undefined)),
  aud: mostly<unknown>(
    fc.constantFrom(undefined, ...CLIENTS),
    fc.constantFrom('https://api.example.com', 'client-three', ['client-three', 'client-one'], []),
  ),
  scope: mostly<unknown>(
    fc.subarray(SCOPES, { minLength: 1 }).map(scopes => scopes.join(' ')),
    fc.constantFrom(
      undefined,
      '',
      'read',
      'COM.EXAMPLE.API/READ',
      'com.example.api/read,com.example.api/write',
    ),
  ),
  exp: mostly<unknown>(
    fc.integer({ min: NOW + 1, max: NOW + 86_400 }),
    fc.constantFrom(NOW, NOW - 1, NOW - 86_400, undefined),
  ),
  nbf: mostly<unknown>(fc.constantFrom(undefined, NOW - 60, NOW), fc.constant(NOW + 60)),
  iat: mostly<unknown>(fc.constantFrom(NOW - 60, NOW), fc.constantFrom(NOW + 60, undefined)),
})
const endpoint = fc.oneof(
  fc.record({
    auth: fc.constant('access_token' as const),
    scopes: fc.subarray(SCOPES, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ auth: fc.constant('id_token' as const), scopes: fc.constant<string[]>([]) }),
)
const pair = fc.record({
  api: fc.constantFrom('rest' as const, 'http' as const),
  endpoint,
  claims,
  // Cognito always writes aud into an ID token and client_id into an access token; others may write anything.
  signedBy: mostly(
    fc.constant('trusted' as const),
    fc.constantFrom('stranger' as const, 'unknown kid' as const),
  ),
})
type Pair = typeof pair extends fc.Arbitrary<infer P> ? P : never

function signed(payload: object, by: Pair['signedBy']): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${part({ kid: by === 'unknown kid' ? 'other' : 'trusted', alg: 'RS256' })}.${part(payload)}`
  const key = by === 'stranger' ? stranger : trusted
  return `${input}.${createSign('RSA-SHA256').update(input).sign(key.privateKey).toString('base64url')}`
}

const specOf = ({ api, endpoint: { auth, scopes } }: Pair): Spec => ({
  ...example,
  userPool: { source: 'existing', userPoolId: POOL, managedLogin: false },
  api: { type: api, name: 'api' },
  endpoints: [{ method: 'GET', path: '/x', auth, scopes, handler: 'x.y' }],
})

const content = (check: () => void): boolean => {
  try {
    check()
    return true
  } catch {
    return false
  }
}

/** What aws-jwt-verify says of each aspect alone, by its own functions. */
function awsDecides({ endpoint: { auth, scopes }, claims: all, signedBy }: Pair): Record<Aspect, boolean> {
  const payload = JSON.parse(JSON.stringify(all)) as JwtPayload
  const tokenUse = auth === 'access_token' ? 'access' : 'id'
  const { exp, nbf } = payload
  return {
    issuer: content(() =>
      validateJwtFields({ iss: payload.iss } as JwtPayload, { issuer: [ORIGINAL, UPDATED], audience: null }),
    ),
    signature: signedBy === 'trusted',
    time: content(() =>
      validateJwtFields(
        { ...(exp !== undefined && { exp }), ...(nbf !== undefined && { nbf }) },
        { issuer: null, audience: null },
      ),
    ),
    client: content(() => validateCognitoJwtFields(payload, { tokenUse: null, clientId: CLIENTS })),
    tokenUse: content(() => validateCognitoJwtFields(payload, { tokenUse, clientId: null })),
    scope:
      auth === 'id_token' ||
      content(() => validateJwtFields(payload, { issuer: null, audience: null, scope: scopes })),
  }
}

const ORDER: readonly Aspect[] = ['issuer', 'signature', 'client', 'time', 'tokenUse', 'scope']

function codeOf(aspect: Aspect | undefined, { endpoint: { auth }, claims: { exp } }: Pair): VerdictCode {
  switch (aspect) {
    case undefined:
      return 'ALLOWED'
    case 'issuer':
      return 'ISSUER_MISMATCH'
    case 'signature':
      return 'SIGNATURE_INVALID'
    case 'client':
      return 'AUDIENCE_MISMATCH'
    case 'time':
      return typeof exp === 'number' && exp <= NOW ? 'TOKEN_EXPIRED' : 'TOKEN_NOT_YET_VALID'
    case 'tokenUse':
      return auth === 'access_token' ? 'ID_TOKEN_NOT_ACCEPTED' : 'ACCESS_TOKEN_NOT_ACCEPTED'
    case 'scope':
      return 'SCOPE_MISSING'
  }
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 })
})
afterAll(() => {
  vi.useRealTimers()
})

describe('verdicts against aws-jwt-verify', () => {
  const jwks = parseJwks(JSON.stringify(JWKS))
  if (!jwks.ok) throw new Error(jwks.error)
  const usedDifferences = new Set<string>()
  const seenCodes = new Map<string, number>()
  let wholeAgreements = 0

  it('agree on 3,000 random pairs of token and spec, but for the listed differences', async () => {
    await fc.assert(
      fc.asyncProperty(pair, async drawn => {
        const text = signed(drawn.claims, drawn.signedBy)
        const token = decode(text)
        const { state } = await verify(token, jwks.keys)
        const [verdict] = authorize(toModel(specOf(drawn)), token, {
          now: NOW,
          signature: state,
          clientIds: CLIENTS,
        })

        const question: Case = {
          api: drawn.api,
          auth: drawn.endpoint.auth,
          claims: JSON.parse(JSON.stringify(drawn.claims)),
          clientIds: CLIENTS,
          updatedIssuer: UPDATED,
          now: NOW,
        }
        const decided = awsDecides(drawn)
        let differs = false
        for (const difference of differences) {
          if (!difference.applies(question)) continue
          const passes = difference.passes(question)
          if (passes === decided[difference.aspect]) continue
          decided[difference.aspect] = passes
          differs = true
          usedDifferences.add(difference.why)
        }
        const expected = codeOf(
          ORDER.find(aspect => !decided[aspect]),
          drawn,
        )
        expect(verdict!.code).toBe(expected)
        seenCodes.set(`${drawn.api} ${expected}`, (seenCodes.get(`${drawn.api} ${expected}`) ?? 0) + 1)

        if (differs) return
        const verifier = CognitoJwtVerifier.create({
          userPoolId: POOL,
          tokenUse: drawn.endpoint.auth === 'access_token' ? 'access' : 'id',
          clientId: CLIENTS,
          scope: drawn.endpoint.auth === 'access_token' ? drawn.endpoint.scopes : null,
        })
        verifier.cacheJwks(JWKS as never)
        expect(content(() => verifier.verifySync(text))).toBe(verdict!.allowed)
        wholeAgreements++
      }),
      { seed: 20_261_123, numRuns: 3000 },
    )
  })

  it('met every listed difference, every code and 1,000 pairs without any difference', () => {
    expect([...differences.map(({ why }) => why)].filter(why => !usedDifferences.has(why))).toEqual([])
    const common = [
      'ALLOWED',
      'ISSUER_MISMATCH',
      'SIGNATURE_INVALID',
      'TOKEN_EXPIRED',
      'TOKEN_NOT_YET_VALID',
      'SCOPE_MISSING',
    ]
    const codes = [
      ...common.flatMap(code => [`rest ${code}`, `http ${code}`]),
      'http AUDIENCE_MISMATCH',
      'rest ID_TOKEN_NOT_ACCEPTED',
      'rest ACCESS_TOKEN_NOT_ACCEPTED',
    ]
    for (const code of codes) expect(seenCodes.get(code) ?? 0, code).toBeGreaterThan(5)
    expect(wholeAgreements).toBeGreaterThan(1000)
  })

  it('has a source for every difference', () => {
    for (const { source, why } of differences)
      expect(source, why).toMatch(/^(https:\/\/|No source: worded as unverified)/)
  })
})

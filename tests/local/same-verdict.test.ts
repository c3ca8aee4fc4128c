import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorize } from '@/lib/authorize/authorize'
import { segmentsOf } from '@/lib/document/endpoint-path'
import { parseSpec } from '@/lib/document/parse'
import type { Client, Endpoint, Model } from '@/lib/model/model'
import { toModel } from '@/lib/model/to-model'
import { decode } from '@/lib/token/decode'
import { type LocalApi, startLocal, type TokenRequest } from '@/local'
import { arbitrarySpec } from '../conformance/arbitrary-spec'
import { KEYS } from './orders'

const NOW = 1_759_345_800
const CALLS = 12
/** How many random specs: LOCAL_SPECS=1000 tries as many as a release is checked with. */
const SPECS = Number(process.env.LOCAL_SPECS ?? 12)

const calls = fc.array(
  fc.record({
    sent: fc.constantFrom('token', 'token', 'token', 'token', 'nothing', 'garbage', 'refresh token'),
    use: fc.constantFrom('access', 'access', 'id' as const),
    tamper: fc.constantFrom(
      undefined,
      undefined,
      undefined,
      'signature',
      'kid',
      'issuer',
      'alg-none' as const,
    ),
    expiresIn: fc.constantFrom(undefined, undefined, 60, 0, -60),
    client: fc.nat(),
    endpoint: fc.nat(),
    scopes: fc.array(fc.nat(), { maxLength: 3 }),
  }),
  { minLength: CALLS, maxLength: CALLS },
)
type Call = (typeof calls extends fc.Arbitrary<infer T> ? T : never)[number]

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length] as T

/** The signature state that follows from how the token was made. */
const STATES = { signature: 'invalid', kid: 'no-key', issuer: 'valid', 'alg-none': 'invalid' } as const

interface Sent {
  readonly text?: string
  readonly signature: 'valid' | 'invalid' | 'no-key' | 'not-checked'
}

async function sentBy(api: LocalApi, call: Call, client: Client): Promise<Sent> {
  if (call.sent === 'nothing') return { signature: 'not-checked' }
  if (call.sent === 'garbage') return { text: 'not.a-token', signature: 'not-checked' }
  if (call.sent === 'refresh token' && client.interactive)
    return { text: await api.token({ client: client.name, use: 'refresh' }), signature: 'not-checked' }
  const { tamper, expiresIn } = call
  const scopes = call.scopes.map(number => pick(client.scopes, number).fullScope)
  // An ID token exists only for users who asked for openid.
  const use = call.use === 'id' && client.interactive && scopes.includes('openid') ? 'id' : 'access'
  const request: TokenRequest = {
    client: client.name,
    use,
    ...(tamper && { tamper }),
    ...(expiresIn !== undefined && { expiresIn }),
    ...(scopes.length > 0 && { scopes: [...new Set(scopes)] }),
  }
  return { text: await api.token(request), signature: tamper === undefined ? 'valid' : STATES[tamper] }
}

/** Compares the answer to one call with the verdict; returns the verdict's code. */
async function compare(
  api: LocalApi,
  model: Model,
  endpoint: Endpoint,
  { text, signature }: Sent,
): Promise<string> {
  const [verdict] = authorize(
    { ...model, endpoints: [endpoint] },
    text === undefined ? undefined : decode(text),
    {
      now: NOW,
      signature,
      issuer: api.issuer,
      clientIds: model.clients.map(({ name }) => api.client(name).id),
    },
  )
  const path = segmentsOf(endpoint.path).map(segment => (segment.startsWith('{') ? 'zzz-1' : segment))
  const response = await fetch(`${api.url}/${path.join('/')}`, {
    method: endpoint.method === 'ANY' ? 'PUT' : endpoint.method,
    headers: text === undefined ? {} : { authorization: `Bearer ${text}` },
  })
  const body = await response.text()
  expect([response.status, api.requests.at(-1)?.code]).toEqual([verdict?.status, verdict?.code])
  // API Gateway puts a hash of the header into one body, which the verdict leaves out.
  const hash = createHash('sha256').update(`Bearer ${text}`).digest('base64')
  if (verdict?.response && endpoint.method !== 'HEAD')
    expect(body).toBe(verdict.response.body.replace("'…'", `'${hash}'`))
  for (const [name, value] of Object.entries(verdict?.response?.headers ?? {}))
    expect(response.headers.get(name)).toBe(value)
  return verdict?.code ?? ''
}

describe('the gateway', () => {
  it('answers what authorize says, whatever the spec and the token', { timeout: 600_000 }, async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(arbitrarySpec, calls, async (document, made) => {
        const parsed = parseSpec(document)
        if (!parsed.ok) throw new Error('the arbitrary spec is invalid')
        const model = toModel(parsed.spec)
        const users = { users: [{ username: 'ann' }] }
        const api = await startLocal({
          spec: document,
          stub: true,
          handlers: {},
          keys: KEYS,
          now: NOW,
          users,
        })
        try {
          for (const call of made) {
            const sent = await sentBy(api, call, pick(model.clients, call.client))
            seen.add(await compare(api, model, pick(model.endpoints, call.endpoint), sent))
          }
        } finally {
          await api.close()
        }
      }),
      { seed: 71, numRuns: SPECS, endOnFailure: true },
    )
    // What the calls must have reached, or the comparison proves little.
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'ALLOWED',
        'NO_AUTH',
        'TOKEN_MISSING',
        'SIGNATURE_INVALID',
        'TOKEN_EXPIRED',
        'SCOPE_MISSING',
      ]),
    )
  })
})

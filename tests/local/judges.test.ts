import { CognitoJwtVerifier, JwtVerifier } from 'aws-jwt-verify'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import * as openid from 'openid-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LocalApi } from '@/local'
import { CALLBACK, orders, signIn } from './orders'

let api: LocalApi
let aws: LocalApi
beforeAll(async () => {
  ;[api, aws] = await Promise.all([orders('rest'), orders('rest', { issuer: 'aws' })])
})
afterAll(() => Promise.all([api.close(), aws.close()]))

const SCOPE = 'openid email com.example.api/read'
const keySet = async (of: LocalApi) => (await fetch(of.jwksUri)).json()

describe('openid-client', () => {
  const discover = (client: string) =>
    openid.discovery(new URL(api.issuer), api.client(client).id, api.client(client).secret, undefined, {
      execute: [openid.allowInsecureRequests],
    })

  it('signs in with a code and PKCE, refreshes, reads userInfo, revokes', async () => {
    const config = await discover('spa')
    const verifier = openid.randomPKCECodeVerifier()
    const [state, nonce] = [openid.randomState(), openid.randomNonce()]
    const url = openid.buildAuthorizationUrl(config, {
      redirect_uri: CALLBACK,
      scope: SCOPE,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const returned = new URL(await signIn(url.href))
    const tokens = await openid.authorizationCodeGrant(config, returned, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    })
    const { sub = '' } = tokens.claims() ?? {}
    expect(tokens.claims()).toMatchObject({ 'cognito:username': 'ada', email: 'ada@example.com' })
    expect(await openid.fetchUserInfo(config, tokens.access_token, sub)).toMatchObject({
      sub,
      email: 'ada@example.com',
      email_verified: 'true',
    })
    const again = await openid.refreshTokenGrant(config, tokens.refresh_token ?? '')
    expect(again.claims()?.sub).toBe(sub)
    expect(again.refresh_token).toBeUndefined()
    await openid.tokenRevocation(config, tokens.refresh_token ?? '')
    await expect(openid.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    await expect(openid.fetchUserInfo(config, tokens.access_token, sub)).rejects.toThrow()
  })

  it('gets a token with client credentials', async () => {
    const tokens = await openid.clientCredentialsGrant(await discover('backend'), {
      scope: 'com.example.api/write',
    })
    expect(tokens).toMatchObject({ token_type: 'bearer', expires_in: 3600 })
  })

  it('refuses the document of an issuer that says the URL of AWS', async () => {
    await expect(
      openid.discovery(new URL(aws.issuerUrl), 'x', undefined, undefined, {
        execute: [openid.allowInsecureRequests],
      }),
    ).rejects.toThrow()
  })
})

describe('oidc-client-ts', () => {
  const client = (responseType: string) =>
    new OidcClient({
      authority: api.issuer,
      client_id: api.client('spa').id,
      redirect_uri: CALLBACK,
      response_type: responseType,
      scope: SCOPE,
      stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    })

  it('signs in with a code and PKCE, and refreshes', async () => {
    const app = client('code')
    const { url } = await app.createSigninRequest({ state: { page: '/orders' } })
    const { profile, access_token, refresh_token, userState } = await app.processSigninResponse(
      await signIn(url),
    )
    expect(profile.email).toBe('ada@example.com')
    expect(userState).toEqual({ page: '/orders' })
    const state = { refresh_token, scope: SCOPE, profile, data: undefined, session_state: null }
    const refreshed = await app.useRefreshToken({ state: state as never })
    expect(refreshed.access_token).not.toBe(access_token)
  })
})

describe('jose', () => {
  it.each([
    ['local', () => api],
    ['aws', () => aws],
  ])('verifies tokens of --issuer %s with the remote key set', async (_, of) => {
    const keys = createRemoteJWKSet(new URL(of().jwksUri))
    for (const use of ['access', 'id'] as const) {
      const token = await of().token({ client: 'spa', user: 'ada', use })
      const { payload } = await jwtVerify(token, keys, { issuer: of().issuer, algorithms: ['RS256'] })
      expect(payload.token_use).toBe(use)
    }
  })

  it.each([
    ['signature', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['kid', 'ERR_JWKS_NO_MATCHING_KEY'],
    ['issuer', 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['alg-none', 'ERR_JOSE_NOT_SUPPORTED'],
  ] as const)('refuses a token with the fault %s', async (tamper, code) => {
    const keys = createRemoteJWKSet(new URL(api.jwksUri))
    const token = await api.token({ client: 'backend', tamper })
    await expect(jwtVerify(token, keys, { issuer: api.issuer })).rejects.toMatchObject({ code })
  })

  it('finds an expired token expired', async () => {
    const token = await api.token({ client: 'backend', expiresIn: -10 })
    await expect(jwtVerify(token, createRemoteJWKSet(new URL(api.jwksUri)))).rejects.toMatchObject({
      code: 'ERR_JWT_EXPIRED',
    })
  })
})

describe('aws-jwt-verify', () => {
  it('verifies tokens of --issuer aws as those of a user pool, when it has the keys', async () => {
    const { userPoolId } = aws
    const verifier = CognitoJwtVerifier.create([
      { userPoolId, tokenUse: 'access', clientId: aws.client('backend').id, scope: 'com.example.api/read' },
    ])
    verifier.cacheJwks(await keySet(aws), userPoolId)
    const payload = await verifier.verify(await aws.token({ client: 'backend' }))
    expect(payload).toMatchObject({ client_id: aws.client('backend').id, token_use: 'access' })
    await expect(verifier.verify(await aws.token({ client: 'backend', expiresIn: -10 }))).rejects.toThrow(
      /expired/,
    )
    await expect(
      verifier.verify(await aws.token({ client: 'backend', tamper: 'signature' })),
    ).rejects.toThrow(/[Ii]nvalid signature/)
  })

  it('verifies tokens of --issuer local with a verifier of that issuer', async () => {
    const verifier = JwtVerifier.create([{ issuer: api.issuer, audience: null, jwksUri: api.jwksUri }])
    verifier.cacheJwks(await keySet(api), api.issuer)
    expect(await verifier.verify(await api.token({ client: 'backend' }))).toMatchObject({ iss: api.issuer })
  })

  it('does not take a local issuer for a user pool', async () => {
    const { userPoolId } = api
    const verifier = CognitoJwtVerifier.create([{ userPoolId, tokenUse: 'access', clientId: null }])
    verifier.cacheJwks(await keySet(api), userPoolId)
    await expect(verifier.verify(await api.token({ client: 'backend' }))).rejects.toThrow(/issuer/)
  })
})

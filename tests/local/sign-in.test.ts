import { afterEach, describe, expect, it } from 'vitest'
import type { Handler, LocalApi } from '@/local'
import { CALLBACK, claimsOf, orders, signIn, specs } from './orders'

type Json = Record<string, unknown>

let api: LocalApi | undefined
afterEach(async () => {
  await api?.close()
  api = undefined
})

const base = specs.rest as Json & { readonly userPool: Json; readonly clients: readonly Json[] }

/** The orders API with changes of its pool and its client for people. */
const started = async (pool: Json, spa: Json = {}, handlers: Record<string, Handler> = {}) => {
  const clients = base.clients.map(client => (client.name === 'spa' ? { ...client, ...spa } : client))
  api = await orders('rest', {
    spec: { ...base, userPool: { ...base.userPool, ...pool }, clients },
    handlers,
    now: 1_759_345_800,
    users: {
      users: [
        {
          username: 'ada',
          groups: ['editors'],
          attributes: { email: 'ada@example.com', email_verified: true, phone_number: '+15555550100' },
          scopes: { add: ['from-the-users-file'] },
        },
        { username: 'bob' },
      ],
    },
  })
  return api
}

const authorizeUrl = (local: LocalApi, parameters: Record<string, string> = {}) =>
  `${new URL(local.issuer).origin}/oauth2/authorize?${new URLSearchParams({
    client_id: local.client('spa').id,
    response_type: 'code',
    redirect_uri: CALLBACK,
    ...parameters,
  })}`

async function tokens(local: LocalApi, form: Record<string, string>, client = 'spa') {
  const { id, secret } = local.client(client)
  const response = await fetch(`${new URL(local.issuer).origin}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: id, ...(secret && { client_secret: secret }), ...form }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

async function signedIn(local: LocalApi, username = 'ada') {
  const returned = new URL(await signIn(authorizeUrl(local), username))
  const code = returned.searchParams.get('code') ?? ''
  return tokens(local, { grant_type: 'authorization_code', code, redirect_uri: CALLBACK })
}

describe('a user who is signed in without a page', () => {
  it.each(['/oauth2/authorize', '/login'])('never sees one: %s', async page => {
    api = await orders('rest', { autoLogin: 'ada' })
    const url = new URL(authorizeUrl(api, { prompt: 'login' }))
    url.pathname = page
    const { status, headers } = await fetch(url, { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([302, expect.stringContaining(`${CALLBACK}?code=`)])
  })
})

describe('refresh token rotation', () => {
  const rotating = (seconds: number) => ({
    explicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    refreshTokenRotation: { retryGracePeriodSeconds: seconds },
  })
  const refresh = (local: LocalApi, token: string | undefined) =>
    tokens(local, { grant_type: 'refresh_token', refresh_token: token ?? '' })

  it('gives a new refresh token; the previous one works for the grace period', async () => {
    const local = await started({}, rotating(10))
    const first = (await signedIn(local)).body.refresh_token
    const { body } = await refresh(local, first)
    expect(body.refresh_token).toBeTruthy()
    expect(body.refresh_token).not.toBe(first)
    local.clock.advance(9)
    expect((await refresh(local, first)).status).toBe(200)
    local.clock.advance(1)
    expect(await refresh(local, first)).toEqual({ status: 400, body: { error: 'invalid_grant' } })
    expect((await refresh(local, body.refresh_token)).status).toBe(200)
  })

  it('without grace gives each refresh token one use', async () => {
    const local = await started({}, rotating(0))
    const first = (await signedIn(local)).body.refresh_token
    expect((await refresh(local, first)).status).toBe(200)
    expect((await refresh(local, first)).body).toEqual({ error: 'invalid_grant' })
  })

  it('does not make the sign-in last longer', async () => {
    const local = await started(
      {},
      {
        ...rotating(60),
        tokenValidity: { accessTokenMinutes: 5, idTokenMinutes: 5, refreshTokenDays: 1 },
      },
    )
    const first = (await signedIn(local)).body.refresh_token
    local.clock.advance(86_000)
    const second = (await refresh(local, first)).body.refresh_token
    local.clock.advance(400)
    expect((await refresh(local, second)).body).toEqual({ error: 'invalid_grant' })
  })

  it('is off unless the client has it', async () => {
    const local = await started({})
    const first = (await signedIn(local)).body.refresh_token
    expect((await refresh(local, first)).body.refresh_token).toBeUndefined()
    expect((await refresh(local, first)).status).toBe(200)
  })
})

describe('user name attributes', () => {
  it('are what users sign in with, and tokens name the sub', async () => {
    const local = await started({ usernameAttributes: ['email', 'phone_number'] })
    for (const name of ['ada@example.com', '+15555550100']) {
      const { body } = await signedIn(local, name)
      const access = claimsOf(body.access_token ?? '')
      expect(access.username).toBe(access.sub)
      expect(claimsOf(body.id_token ?? '')['cognito:username']).toBe(access.sub)
      const info = await fetch(`${new URL(local.issuer).origin}/oauth2/userInfo`, {
        headers: { authorization: `Bearer ${body.access_token}` },
      })
      expect(await info.json()).toMatchObject({ username: access.sub, sub: access.sub })
    }
    expect(await signIn(authorizeUrl(local), 'ada')).toBe('')
    // The user has none of them.
    expect(await signIn(authorizeUrl(local), 'bob')).toMatch(/code=/)
  })

  it('have their name on the login page', async () => {
    const local = await started({ usernameAttributes: ['email'] })
    const login = await fetch(authorizeUrl(local))
    const page = await login.text()
    expect(page).toContain('<label>Email address ')
    expect(page).toContain('value="ada@example.com"')
  })
})

describe('pre token generation trigger', () => {
  const trigger = (version: string) => ({
    tier: 'ESSENTIALS',
    preTokenGeneration: { handler: 'src/claims.handler', version },
  })

  it('gets the event of Cognito, and changes claims, groups and scopes', async () => {
    const events: Json[] = []
    const handler: Handler = event => {
      events.push(event)
      return {
        ...event,
        response: {
          claimsAndScopeOverrideDetails: {
            accessTokenGeneration: {
              claimsToAddOrOverride: { tenant: '7', iss: 'https://evil.example' },
              claimsToSuppress: ['event_id', 'exp'],
              scopesToAdd: ['com.example.api/admin'],
              scopesToSuppress: ['openid'],
            },
            idTokenGeneration: { claimsToAddOrOverride: { plan: 'gold' }, claimsToSuppress: ['email'] },
            groupOverrideDetails: { groupsToOverride: ['writers'] },
          },
        },
      }
    }
    const local = await started(trigger('V2_0'), {}, { 'src/claims.handler': handler })
    const { body } = await signedIn(local)
    const access = claimsOf(body.access_token ?? '')
    expect(access).toMatchObject({ tenant: '7', iss: local.issuer, 'cognito:groups': ['writers'] })
    expect(access).not.toHaveProperty('event_id')
    expect(access).toHaveProperty('exp')
    expect(String(access.scope).split(' ')).toContain('com.example.api/admin')
    expect(String(access.scope).split(' ')).not.toContain('openid')
    expect(access.scope).not.toContain('from-the-users-file')
    const id = claimsOf(body.id_token ?? '')
    expect(id).toMatchObject({ plan: 'gold', 'cognito:groups': ['writers'] })
    expect(id).not.toHaveProperty('email')
    expect(events).toEqual([
      {
        version: '2',
        triggerSource: 'TokenGeneration_HostedAuth',
        region: 'us-east-1',
        userPoolId: local.userPoolId,
        userName: 'ada',
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: local.client('spa').id },
        request: {
          userAttributes: {
            sub: access.sub,
            'cognito:user_status': 'CONFIRMED',
            email: 'ada@example.com',
            email_verified: 'true',
            phone_number: '+15555550100',
          },
          groupConfiguration: {
            groupsToOverride: ['editors'],
            iamRolesToOverride: [],
            preferredRole: null,
          },
          scopes: expect.arrayContaining(['openid']),
        },
        response: { claimsAndScopeOverrideDetails: null },
      },
    ])
    await tokens(local, { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' })
    expect(events[1]?.triggerSource).toBe('TokenGeneration_RefreshTokens')
    expect(claimsOf(await local.token({ client: 'spa', user: 'ada' }))).toMatchObject({ tenant: '7' })
  })

  it.each([
    ['V2_0', undefined],
    ['V3_0', { version: '3', triggerSource: 'TokenGeneration_ClientCredentials' }],
  ])('of version %s is called for a machine: %o', async (version, expected) => {
    let seen: Json | undefined
    const handler: Handler = event => {
      seen = event
      return event
    }
    const local = await started(trigger(version), {}, { 'src/claims.handler': handler })
    const machine = base.clients.find(({ grants }) => String(grants) === 'client_credentials')
    const { status } = await tokens(local, { grant_type: 'client_credentials' }, String(machine?.name))
    expect(status).toBe(200)
    if (expected) expect(seen).toMatchObject(expected)
    else expect(seen).toBeUndefined()
  })

  it.each<[string, Handler, RegExp]>([
    [
      'that fails',
      () => {
        throw new Error('no database')
      },
      /^PreTokenGeneration failed with error no database\.$/,
    ],
    ['that returns no event', () => 'done', /must return its event/],
    [
      'that returns a list of changes',
      event => ({ ...event, response: { claimsAndScopeOverrideDetails: ['x'] } }),
      /must return its event/,
    ],
  ])('%s stops the sign-in', async (_, handler, reason) => {
    const local = await started(trigger('V2_0'), {}, { 'src/claims.handler': handler })
    const { status, body } = await signedIn(local)
    expect(status).toBe(400)
    expect(body.error_description).toMatch(reason)
    await expect(local.token({ client: 'spa', user: 'ada' })).rejects.toThrow(reason)
  })

  it('without a handler here leaves the users file in its place', async () => {
    const local = await started(trigger('V2_0'))
    expect(claimsOf((await signedIn(local)).body.access_token ?? '').scope).toContain('from-the-users-file')
  })
})

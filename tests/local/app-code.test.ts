import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform } from 'esbuild'
import { Window } from 'happy-dom'
import type { ComponentType } from 'react'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { appCode, type SnippetId } from '@/lib/app-code/app-code'
import { compile } from '@/lib/compile'
import type { LocalApi } from '@/local'
import { eventually } from '../eventually'
import { CALLBACK, claimsOf, KEYS, orders, signIn, specs } from './orders'

// Below the root, so that packages resolve as they do in a project.
const parent = path.resolve('node_modules/.cache')
mkdirSync(parent, { recursive: true })
const folder = mkdtempSync(path.join(parent, 'app-code-'))

let local: LocalApi
const page = new Window({ url: 'http://localhost:5173/' })

beforeAll(async () => {
  local = await orders('rest', { keys: KEYS, issuer: 'aws' })
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', page.document)
  vi.stubGlobal('navigator', page.navigator)
  // The address of the issuer is that of AWS; here its requests go to the local one.
  const direct = fetch
  vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) =>
    direct(String(input).replace(local.issuer, local.issuerUrl), init),
  )
})
afterAll(async () => {
  vi.unstubAllGlobals()
  rmSync(folder, { recursive: true })
  await page.happyDOM.close()
  await local.close()
})

/** Loads the generated code with the outputs of the local API in place of the placeholders. */
async function load<Exports>(client: string, id: SnippetId): Promise<Exports> {
  const compiled = compile(specs.rest)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  const made = appCode(compiled.model).find(one => one.client === client)?.snippets
  const snippet = made?.find(one => one.id === id)
  if (!snippet || !('text' in snippet)) throw new Error(`no ${id} for ${client}`)
  const outputs: Readonly<Record<string, string>> = {
    Issuer: local.issuer,
    UserPoolId: local.userPoolId,
    ApiUrl: local.url,
    TokenUrl: `${new URL(local.issuerUrl).origin}/oauth2/token`,
    SpaClientId: local.client('spa').id,
    BackendClientId: local.client('backend').id,
  }
  const text = snippet.text.replace(/(?<=')<(\w+)>(?=')/g, (_, name: string) => outputs[name] ?? `no ${name}`)
  const { code } = await transform(text, { loader: 'tsx', jsx: 'automatic', format: 'esm' })
  const file = path.join(folder, `${client}-${id}.mjs`)
  writeFileSync(file, code)
  return import(/* @vite-ignore */ pathToFileURL(file).href)
}

interface SignInCode {
  readonly SignIn: ComponentType<{ readonly children?: string }>
  readonly callApi: (path: string) => Promise<Response>
  readonly userManager: { getUser(): Promise<{ readonly access_token: string } | null> }
}

interface VerifierCode {
  readonly verifier: { cacheJwks(jwks: unknown): void }
  readonly verifyAccessToken: (authorization: string | undefined, scope: string) => Promise<object>
}

async function loadVerifier(client: string): Promise<VerifierCode> {
  const loaded = await load<VerifierCode>(client, 'verifier')
  // It would fetch them from AWS.
  loaded.verifier.cacheJwks(await (await fetch(local.jwksUri)).json())
  return loaded
}

const SCOPES = (specs.rest as { clients: { name: string; scopes: string[] }[] }).clients.find(
  ({ name }) => name === 'spa',
)?.scopes

/** Shows the component, and waits until it shows `text`. */
async function show(SignIn: SignInCode['SignIn'], text: string): Promise<HTMLElement> {
  const [{ createElement }, { createRoot }] = await Promise.all([import('react'), import('react-dom/client')])
  const element = page.document.createElement('div')
  page.document.body.replaceChildren(element)
  createRoot(element as unknown as HTMLElement).render(createElement(SignIn, {}, 'signed in'))
  await eventually(() => expect(element.textContent).toContain(text))
  return element as unknown as HTMLElement
}

describe('generated code, run against the local issuer', () => {
  let accessToken = ''

  it('signs a user in with oidc-client-ts: code and PKCE, all scopes, an accepted request', async () => {
    const { SignIn, callApi, userManager } = await load<SignInCode>('spa', 'react-oidc')
    expect((await callApi('/orders')).status).toBe(401)

    const assigned = vi.spyOn(page.location, 'assign').mockImplementation(() => undefined)
    const signedOut = await show(SignIn, 'Sign in')
    signedOut.querySelector('button')?.click()
    await eventually(() => expect(assigned).toHaveBeenCalledOnce())
    const address = String(assigned.mock.calls[0]?.[0])
    const parameters = new URL(address).searchParams
    expect(Object.fromEntries(parameters)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: CALLBACK,
      scope: SCOPES?.join(' '),
    })

    page.happyDOM.setURL(await signIn(address))
    await show(SignIn, 'signed in')
    expect(page.location.href).toBe(CALLBACK)
    accessToken = (await userManager.getUser())?.access_token ?? ''
    const claims = claimsOf(accessToken)
    expect(claims.token_use).toBe('access')
    expect(String(claims.scope).split(' ').sort()).toEqual([...(SCOPES ?? [])].sort())
    expect((await callApi('/orders')).status).toBe(200)
  })

  it('verifies that access token, and rejects others', async () => {
    const { verifyAccessToken } = await loadVerifier('spa')
    const scope = SCOPES?.find(one => one.includes('/')) ?? ''
    expect(await verifyAccessToken(`Bearer ${accessToken}`, scope)).toMatchObject({ token_use: 'access' })
    const others = {
      without: await local.token({ client: 'spa', user: 'ada', scopes: ['openid'] }),
      id: await local.token({ client: 'spa', user: 'ada', use: 'id' }),
      expired: await local.token({ client: 'spa', user: 'ada', expiresIn: -60 }),
      forged: await local.token({ client: 'spa', user: 'ada', tamper: 'signature' }),
      another: await local.token({ client: 'backend' }),
    }
    const messages = {
      without: /scope/i,
      // An ID token has no scopes.
      id: /scope/i,
      expired: /expired/i,
      forged: /signature/i,
      another: /client/i,
    }
    for (const [name, token] of Object.entries(others))
      await expect(verifyAccessToken(`Bearer ${token}`, scope), name).rejects.toThrow(
        messages[name as keyof typeof messages],
      )
    await expect(verifyAccessToken(undefined, scope)).rejects.toThrow()
  })

  it('gets a token for a machine once, and calls the API with it', async () => {
    const { accessToken: get, callApi } = await load<{
      readonly accessToken: () => Promise<string>
      readonly callApi: (path: string) => Promise<Response>
    }>('backend', 'client-credentials')
    await expect(get()).rejects.toThrow('CLIENT_SECRET')
    vi.stubEnv('CLIENT_SECRET', local.client('backend').secret ?? '')
    const token = await get()
    expect(await get()).toBe(token)
    expect((await callApi('/orders')).status).toBe(200)
    const { verifyAccessToken } = await loadVerifier('backend')
    const [scope = ''] = String(claimsOf(token).scope).split(' ')
    expect(await verifyAccessToken(`Bearer ${token}`, scope)).toMatchObject({
      client_id: local.client('backend').id,
    })
    vi.unstubAllEnvs()
  })
})

import { createContext, runInContext } from 'node:vm'
import { parseSync } from '@swc/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appCode, type SnippetId } from '@/lib/app-code/app-code'
import { compile } from '@/lib/compile'
import { presets } from '@/lib/document/presets'
import { arbitrarySpec } from '../../conformance/arbitrary-spec'
import { cases } from '../../conformance/cases'

function compiledFrom(document: unknown) {
  const compiled = compile(document)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors))
  return compiled
}

/** Evaluates literals, which change nothing in it. */
const context = createContext()

/** Values of all string literals, as JavaScript reads them. */
function literalsOf(source: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && node.type === 'StringLiteral' && 'raw' in node)
      found.add(String(runInContext(String(node.raw), context)))
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseSync(source, { syntax: 'typescript', tsx: true, target: 'es2022' }))
  return found
}

const codeOf = (document: unknown, client: string, id: SnippetId) =>
  appCode(compiledFrom(document).model)
    .find(one => one.client === client)
    ?.snippets.find(snippet => snippet.id === id)

const textOf = (document: unknown, client: string, id: SnippetId): string => {
  const snippet = codeOf(document, client, id)
  return snippet && 'text' in snippet ? snippet.text : ''
}

/** Every scope and address of every client is in its code, and every client has code or a reason. */
function expectNothingLost(document: unknown) {
  const { spec, model } = compiledFrom(document)
  const made = appCode(model)
  expect(made.map(({ client }) => client)).toEqual(spec.clients.map(({ name }) => name))
  for (const [i, client] of spec.clients.entries()) {
    const isMachine = client.grants.includes('client_credentials')
    const { snippets = [] } = made[i] ?? {}
    expect(snippets.map(({ id }) => id)).toEqual(
      isMachine ? ['client-credentials', 'verifier'] : ['react-oidc', 'react-amplify', 'verifier'],
    )
    for (const snippet of snippets) {
      if (!('text' in snippet)) {
        expect(snippet.reason).toMatch(/^[A-Z].*\.$/)
        expect(snippet.instead).toMatch(/^[A-Z].*\.$/)
        continue
      }
      if (client.generateSecret) expect(['client-credentials', 'verifier']).toContain(snippet.id)
      const literals = literalsOf(snippet.text)
      expect([...literals]).toEqual(expect.arrayContaining([...client.scopes]))
      const uris = [...client.callbackUrls, ...client.logoutUrls]
      if (snippet.id === 'react-amplify') expect([...literals]).toEqual(expect.arrayContaining(uris))
      if (snippet.id === 'react-oidc')
        expect([...literals]).toEqual(expect.arrayContaining(uris.filter(uri => /^https?:/i.test(uri))))
    }
  }
}

describe('app code', () => {
  it.each([
    ...presets.map(({ id, values }) => [id, values] as const),
    ...cases.map(({ name, spec }) => [name, spec] as const),
  ])('of %s loses no scope and no address', (_, spec) => expectNothingLost(spec))

  it('of random specs loses no scope and no address', () => {
    fc.assert(fc.property(arbitrarySpec, expectNothingLost), { seed: 20_261_126, numRuns: 100 })
  })
})

const spa = presets.find(({ id }) => id === 'single-page-app')!.values
const APP_ONLY = { callbackUrls: ['app://x'], defaultRedirectUri: 'app://x' }
const withClient = (changes: object) => ({ ...spa, clients: [{ ...spa.clients[0]!, ...changes }] })

describe('a client that users sign in to', () => {
  it.each([
    ['a secret', { generateSecret: true }, 'react-oidc', /has a secret/, /server/],
    ['a secret', { generateSecret: true }, 'react-amplify', /has a secret/, /server/],
    [
      'the implicit grant only',
      { grants: ['implicit'] },
      'react-oidc',
      /implicit grant/,
      /authorization code/,
    ],
    ['app addresses only', APP_ONLY, 'react-oidc', /cannot return/, /React Native/],
  ] as const)('with %s gets a reason in place of %s', (_, changes, id, reason, instead) => {
    const snippet = codeOf(withClient(changes), 'web', id)
    expect(snippet).toMatchObject({
      reason: expect.stringMatching(reason),
      instead: expect.stringMatching(instead),
    })
    expect(snippet).not.toHaveProperty('text')
  })

  it.each([
    [['authorization_code'], 'code'],
    [['implicit', 'authorization_code'], 'code'],
    [['implicit'], 'token'],
  ])('with the grants %j has the response type %s in Amplify', (grants, type) => {
    expect(textOf(withClient({ grants }), 'web', 'react-amplify')).toContain(`responseType: '${type}',`)
  })

  it('signs out in Amplify only where it has a logout URL', () => {
    expect(textOf(spa, 'web', 'react-amplify')).toMatch(/import .*\bsignOut\b/)
    expect(textOf(withClient({ logoutUrls: [] }), 'web', 'react-amplify')).not.toContain('signOut')
  })

  it('with addresses of an app gets code for React Native', () => {
    const text = textOf(withClient(APP_ONLY), 'web', 'react-amplify')
    expect(text).toContain('@aws-amplify/rtn-web-browser')
    expect(text).not.toContain('<button')
  })

  it('sends the ID token only where endpoints require it and openid is among the scopes', () => {
    const idToken = { method: 'GET', path: '/me', auth: 'id_token', handler: 'bin/me.handler' } as const
    const mixed = { ...spa, endpoints: [...spa.endpoints, idToken] }
    const only = { ...spa, endpoints: [idToken] }
    for (const id of ['react-oidc', 'react-amplify'] as const) {
      expect(textOf(spa, 'web', id)).not.toMatch(/id_?token/i)
      expect(textOf(mixed, 'web', id)).toMatch(/token: 'access_?token' \| 'id_?token'/i)
      expect(textOf(only, 'web', id)).not.toMatch(/access_?token/i)
      const without = { ...mixed, clients: [{ ...spa.clients[0]!, scopes: ['notes/read'] }] }
      expect(textOf(without, 'web', id)).not.toMatch(/id_?token/i)
    }
  })
})

describe('values of the deployed stack', () => {
  it('are placeholders with the names of the template outputs', () => {
    const { Outputs } = JSON.parse(compiledFrom(spa).output('cloudformation-json').text)
    const texts = ['react-oidc', 'react-amplify', 'verifier'].map(id => textOf(spa, 'web', id as SnippetId))
    const names = texts.flatMap(text =>
      [...literalsOf(text)].flatMap(one => one.match(/^<(.+)>$/)?.[1] ?? []),
    )
    expect([...new Set(names)].sort()).toEqual(
      ['ApiUrl', 'Issuer', 'UserPoolId', 'WebClientId', 'host of AuthorizeUrl'].sort(),
    )
    for (const name of names) expect(Object.keys(Outputs)).toContain(name.replace('host of ', ''))
  })

  it('of a machine name the output with the address of its token endpoint', () => {
    const { spec } = cases.find(({ name }) => name === 'machine-to-machine')!
    const { Outputs } = JSON.parse(compiledFrom(spec).output('cloudformation-json').text)
    const [machine] = appCode(compiledFrom(spec).model)
    expect(Object.keys(Outputs)).toContain('TokenUrl')
    expect(textOf(spec, machine?.client ?? '', 'client-credentials')).toContain("'<TokenUrl>'")
  })

  it('say where to find the domain of an existing pool that the document does not have', () => {
    const existing = (domain: object) => ({
      ...spa,
      region: 'eu-central-1',
      userPool: { source: 'existing', userPoolId: 'eu-central-1_AbCdEf123', ...domain },
    })
    const hint = 'see Domain in the console of Amazon'
    expect(textOf(existing({}), 'web', 'react-amplify')).toContain(hint)
    expect(textOf(existing({ domain: 'auth.example.com' }), 'web', 'react-amplify')).not.toContain(hint)
    expect(textOf(spa, 'web', 'react-amplify')).not.toContain(hint)
  })

  it('of an existing pool are filled in where the document has them', () => {
    const existing = {
      ...spa,
      region: 'eu-central-1',
      userPool: { source: 'existing', userPoolId: 'eu-central-1_AbCdEf123', domain: 'auth.example.com' },
    }
    expect(textOf(existing, 'web', 'verifier')).toContain("USER_POOL_ID = 'eu-central-1_AbCdEf123'")
    expect(textOf(existing, 'web', 'react-amplify')).toContain("domain: 'auth.example.com'")
    expect(textOf(existing, 'web', 'react-oidc')).toContain(
      "ISSUER = 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEf123'",
    )
  })
})

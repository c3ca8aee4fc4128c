import { gzipSync } from 'node:zlib'
import type { Request } from '@playwright/test'
import { codePane, expect, type Page, settled, test } from './fixture'

const KB = 1000

interface Loaded {
  readonly path: string
  readonly bytes: number
}

/** Compressed size of every script or style sheet that the page as built names. */
async function named(page: Page, path: string, pattern: RegExp): Promise<readonly Loaded[]> {
  const html = await (await page.request.get(path)).text()
  const addresses = [...html.matchAll(pattern)]
    .filter(([tag]) => !/nomodule/i.test(tag))
    .map(([, url]) => url!)
  return Promise.all(
    [...new Set(addresses)].map(async address => ({
      path: address,
      bytes: gzipSync(await (await page.request.get(address)).body()).length,
    })),
  )
}

const sum = (all: readonly Loaded[]) => all.reduce((total, { bytes }) => total + bytes, 0)
const SCRIPT = /<script\b[^>]*\ssrc="([^"]+)"[^>]*>/g
const STYLE = /<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g

// These read the files of the page, and load none.
test.describe('in any context', () => {
  test.use({ sharesPage: true })

  for (const [path, budget] of [
    ['/', 195],
    ['/inspector/', 203],
    ['/doctor/', 189],
    ['/guide/', 5],
  ] as const)
    test(`first load of ${path}`, async ({ page }) => {
      const scripts = await named(page, path, SCRIPT)
      expect(scripts.length).toBeGreaterThan(0)
      expect(sum(scripts)).toBeLessThanOrEqual(budget * KB)
      expect(sum(await named(page, path, STYLE))).toBeLessThanOrEqual(20 * KB)
    })

  test('packages without the parts that nothing uses', async ({ page }) => {
    const worker = await (await page.request.get('/sw.js')).text()
    const paths = [...new Set(worker.match(/\/_next\/static\/chunks\/[\w.~-]+\.js/g))]
    const scripts = await Promise.all(paths.map(async path => (await page.request.get(path)).text()))
    const having = (text: string) => scripts.filter(script => script.includes(text))
    expect(having('ZodMiniObject')).toHaveLength(1)
    expect(having('base64urlToUint8Array')).toEqual([])
    const readers = having('bad indentation of a mapping entry')
    expect(readers).toHaveLength(1)
    expect(readers[0]).not.toContain('tag:yaml.org,2002:omap')
  })
})

test('Monaco arrives after the form, within its budget, with one font and nothing else', async ({ page }) => {
  const later: { path: string; type: string; body: Promise<Buffer> }[] = []
  const first = new Set((await named(page, '/', SCRIPT)).map(({ path }) => path))
  page.on('response', response => {
    const { pathname } = new URL(response.url())
    const type = response.request().resourceType()
    if (!first.has(pathname) && (type === 'script' || type === 'font'))
      later.push({ path: pathname, type, body: response.body().catch(() => Buffer.alloc(0)) })
  })
  await page.goto('/')
  await codePane(page)
  const arrived = [...later]
  const fonts = arrived.filter(({ type }) => type === 'font')
  expect(fonts.length).toBeLessThanOrEqual(1)
  const scripts = await Promise.all(arrived.filter(({ type }) => type === 'script').map(({ body }) => body))
  // The compiler, the sample token and the other steps come in the same breath.
  const monaco = scripts.filter(body => body.includes('monaco-editor')).map(body => gzipSync(body).length)
  const total = monaco.reduce((sum, bytes) => sum + bytes, 0)
  expect(total).toBeGreaterThan(500 * KB)
  expect(total).toBeLessThanOrEqual(800 * KB)
})

/** Address of every script that a page loads until `isThere`, and what it prefetches. */
async function loadedBy(
  page: Page,
  path: string,
  isThere: () => Promise<unknown> = async () => undefined,
): Promise<ReadonlySet<string>> {
  const addresses = new Set<string>()
  const note = (request: Request) => {
    if (request.resourceType() === 'script') addresses.add(new URL(request.url()).pathname)
  }
  page.on('request', note)
  await page.goto(path)
  await isThere()
  await settled(page)
  page.off('request', note)
  return addresses
}

const CLOUDFORMATION = `Resources:
  Users: { Type: AWS::Cognito::UserPool }
  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: notes } }
  Authorizer:
    Type: AWS::ApiGateway::Authorizer
    Properties:
      RestApiId: !Ref Api
      Name: users
      Type: COGNITO_USER_POOLS
      IdentitySource: method.request.header.Authorization
      ProviderARNs: [!GetAtt Users.Arn]
  ListNotes:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: GET
      AuthorizationType: COGNITO_USER_POOLS
      AuthorizerId: !Ref Authorizer
`

/** The same with a client, a deployment, an HTTP API, and a check that a parameter decides. */
const MIXED = `Parameters: { Scope: { Type: String } }
${CLOUDFORMATION}  Live: { Type: AWS::ApiGateway::Deployment, DependsOn: ListNotes, Properties: { RestApiId: !Ref Api } }
  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, AllowedOAuthFlows: [code] } }
  HttpApi:
    Type: AWS::ApiGatewayV2::Api
    Properties: { Name: notes, ProtocolType: HTTP, CorsConfiguration: { AllowOrigins: ['*'] } }
  Tokens:
    Type: AWS::ApiGatewayV2::Authorizer
    Properties:
      ApiId: !Ref HttpApi
      Name: tokens
      AuthorizerType: JWT
      IdentitySource: [$request.header.Authorization]
      JwtConfiguration: { Issuer: !GetAtt Users.ProviderURL, Audience: [!Ref Web] }
  Route:
    Type: AWS::ApiGatewayV2::Route
    Properties:
      ApiId: !Ref HttpApi
      RouteKey: GET /notes
      AuthorizationType: JWT
      AuthorizerId: !Ref Tokens
      AuthorizationScopes: [!Ref Scope]
`

test('the doctor arrives after its page, within its budget', async ({ page }) => {
  const elsewhere = [await loadedBy(page, '/', () => codePane(page)), await loadedBy(page, '/inspector/')]
  const first = new Set((await named(page, '/doctor/', SCRIPT)).map(({ path }) => path))
  const ownBytes = async (openFile: () => Promise<unknown>) => {
    const loaded = await loadedBy(page, '/doctor/', async () => {
      await openFile()
      await codePane(page)
      // The details of a finding come with the pointer, which may be there by chance.
      await page
        .getByText(/accepts ID tokens only/)
        .first()
        .hover()
    })
    const addresses = [...loaded].filter(
      address => !first.has(address) && !elsewhere.some(other => other.has(address)),
    )
    const texts = await Promise.all(addresses.map(async path => (await page.request.get(path)).text()))
    const own = texts.filter(text => !text.includes('monaco-editor')).map(text => gzipSync(text).length)
    return own.reduce((sum, bytes) => sum + bytes, 0)
  }
  // What the findings of a template need after the first load: views, the readers of its format, all rules with their
  // sentences, the proof of repairs, and the details of a finding.
  // Not counted: Monaco, and what the wizard or the inspector has loaded too, such as the YAML parser (8.3 KB). Other formats, the
  // import, verdicts on a token and the map come when they are asked for.
  const paste = (text: string) => () => page.getByRole('textbox', { name: 'Paste a template' }).fill(text)
  const usual = await ownBytes(paste(CLOUDFORMATION))
  expect(usual).toBeGreaterThan(30 * KB)
  expect(usual).toBeLessThanOrEqual(60.4 * KB)
  const sam = await ownBytes(() => page.getByRole('button', { name: /SAM template/ }).click())
  expect(sam).toBeLessThanOrEqual(68.4 * KB)
  const mixed = await ownBytes(paste(MIXED))
  expect(mixed).toBeLessThanOrEqual(64.7 * KB)
})

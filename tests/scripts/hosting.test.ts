import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readYaml } from '../conformance/toolchains/read-yaml'
import { validate } from '../conformance/toolchains/validate'

const root = path.resolve(import.meta.dirname, '../..')
const script = (name: string, ...args: readonly string[]) =>
  execFileSync(process.execPath, [path.join(root, 'scripts', name), ...args], { encoding: 'utf8' })

const HTML = (body: string) =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body>${body}<script>self.a="${body}"</script></body></html>`
const PAGES = ['index.html', 'guide/index.html', '404.html']

let folder = ''
let site = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hosting-'))
  site = path.join(folder, 'site')
  // nginx reads as another user than root.
  chmodSync(folder, 0o755)
  for (const page of PAGES) {
    mkdirSync(path.dirname(path.join(site, page)), { recursive: true })
    writeFileSync(path.join(site, page), HTML(page))
  }
  mkdirSync(path.join(site, '_next/static'), { recursive: true })
  writeFileSync(path.join(site, '_next/static/a.js'), `self.b=${JSON.stringify('b'.repeat(5000))}`)
  writeFileSync(path.join(site, 'manifest.json'), '{}')
  script('csp.mjs', site)
  script('service-worker.mjs', site)
  script('compress.mjs', site)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The headers that the file lists for a path, read line by line. */
function expectedFor(url: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  let applies = false
  for (const line of readFileSync(path.join(site, '_headers'), 'utf8').split('\n')) {
    if (/^\S/.test(line)) applies = line === url || (line.endsWith('*') && url.startsWith(line.slice(0, -1)))
    else if (applies && line.trim()) {
      const at = line.indexOf(':')
      found[line.slice(0, at).trim().toLowerCase()] = line.slice(at + 1).trim()
    }
  }
  return found
}

const freePort = () =>
  new Promise<number>(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function untilAnswers(url: string, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded()) {
    if (await fetch(url).catch(() => undefined)) return
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  throw new Error('the server has ended')
}

const SERVERS = {
  nginx: {
    file: 'nginx.conf',
    /** The printed file is for conf.d, which the main file includes. */
    wrap: (text: string) =>
      `daemon off; pid ${folder}/nginx.pid; error_log stderr; events {} http { include /etc/nginx/mime.types; access_log off; client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;\n${text}\n}`,
    command: (file: string) => ['nginx', '-c', file],
  },
  caddy: {
    file: 'Caddyfile',
    wrap: (text: string) => `{\n  admin off\n  auto_https off\n}\n${text}`,
    command: (file: string) => ['caddy', 'run', '--adapter', 'caddyfile', '--config', file],
  },
} as const

const isInstalled = (name: string) => spawnSync('which', [name]).status === 0

describe.each(['nginx', 'caddy'] as const)('the configuration for %s', name => {
  it('has every header of the site', () => {
    const text = script('hosting.mjs', name, '--out', site)
    for (const url of ['/index.html', '/guide/index.html', '/404.html', '/_next/static/a.js', '/sw.js'])
      for (const value of Object.values(expectedFor(url))) expect(text).toContain(value)
  })

  it('makes the server send them', async () => {
    if (!isInstalled(name))
      return console.info(`${name} is not on this machine: only its configuration was checked`)
    const port = await freePort()
    const { file, wrap, command } = SERVERS[name]
    const config = path.join(folder, file)
    writeFileSync(
      config,
      wrap(script('hosting.mjs', name, '--out', site, '--root', site, '--port', String(port))),
    )
    const [program = '', ...args] = command(config)
    const server = spawn(program, args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    })
    let errors = ''
    server.stderr.setEncoding('utf8').on('data', text => {
      errors += text
    })
    const ended = new Promise(resolve => server.once('close', resolve))
    try {
      const origin = `http://127.0.0.1:${port}`
      await untilAnswers(origin, () => server.exitCode !== null).catch(error => {
        throw new Error(`${error.message}\n${errors}`)
      })
      for (const [url, status, of] of [
        ['/', 200, '/index.html'],
        ['/index.html', 200, '/index.html'],
        ['/guide/', 200, '/guide/index.html'],
        ['/_next/static/a.js', 200, '/_next/static/a.js'],
        ['/sw.js', 200, '/sw.js'],
        ['/manifest.json', 200, '/manifest.json'],
        ['/no-such-page', 404, '/404.html'],
        ['/_headers', 404, '/404.html'],
      ] as const) {
        const response = await fetch(origin + url)
        const expected = { 'cache-control': 'no-cache', ...expectedFor(of) }
        const sent = Object.fromEntries(Object.keys(expected).map(key => [key, response.headers.get(key)]))
        expect([url, response.status, sent]).toEqual([url, status, expected])
      }
      // A browser refuses a service worker of another type.
      expect((await fetch(`${origin}/sw.js`)).headers.get('content-type')).toMatch(
        /^(text|application)\/javascript\b/,
      )
      const folderWithoutSlash = await fetch(`${origin}/guide`, { redirect: 'manual' })
      expect([301, 307, 308]).toContain(folderWithoutSlash.status)
      expect(folderWithoutSlash.headers.get('location')).toBe('/guide/')
      const compressed = await fetch(`${origin}/_next/static/a.js`, {
        headers: { 'accept-encoding': 'gzip' },
      })
      expect(compressed.headers.get('content-encoding')).toBe('gzip')
      if (name === 'caddy') {
        const brotli = await fetch(`${origin}/_next/static/a.js`, { headers: { 'accept-encoding': 'br' } })
        expect(brotli.headers.get('content-encoding')).toBe('br')
        expect(await brotli.text()).toBe(readFileSync(path.join(site, '_next/static/a.js'), 'utf8'))
      }
    } finally {
      server.kill()
      await ended
    }
  })
})

interface Behavior {
  readonly ResponseHeadersPolicyId: { readonly Ref: string }
}

interface Behaviors {
  readonly DefaultCacheBehavior: Behavior
  readonly CacheBehaviors: readonly (Behavior & { readonly PathPattern: string })[]
}

interface HeadersPolicy {
  readonly SecurityHeadersConfig: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly CustomHeadersConfig: {
    readonly Items: readonly { readonly Header: string; readonly Value: string }[]
  }
}

/** What a distribution adds to the file of a path: by the first behavior whose pattern matches, and the default one else. */
function headersByCloudFront(template: string, url: string): Readonly<Record<string, unknown>> {
  const { Resources } = readYaml(template)
  const distribution = Resources.Distribution?.Properties?.DistributionConfig as Behaviors
  const matches = (pattern: string) =>
    pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : url === pattern
  const own = distribution.CacheBehaviors.find(({ PathPattern }) => matches(PathPattern))
  const behavior = own ?? distribution.DefaultCacheBehavior
  const policy = Resources[behavior.ResponseHeadersPolicyId.Ref]?.Properties?.ResponseHeadersPolicyConfig
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = policy as HeadersPolicy
  return {
    'content-security-policy': security.ContentSecurityPolicy?.ContentSecurityPolicy,
    'x-content-type-options': security.ContentTypeOptions && 'nosniff',
    'x-frame-options': security.FrameOptions?.FrameOption,
    'referrer-policy': security.ReferrerPolicy?.ReferrerPolicy,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
  }
}

describe('the template for S3 and CloudFront', () => {
  const template = readFileSync(path.join(root, 'docs/hosting/cloudfront.yaml'), 'utf8')

  it("passes AWS's validator", () => {
    expect(validate(template).map(({ ruleId, message }) => `${ruleId} ${message}`)).toEqual([])
  })

  it('has the headers of every path', () => {
    const urls = ['/index.html', '/guide/index.html', '/404.html', '/_next/static/a.js', '/manifest.json']
    for (const url of urls)
      expect(headersByCloudFront(template, url), url).toEqual({
        'cache-control': 'no-cache',
        ...expectedFor(url),
        // The policy of a page changes with every build: its <meta> element has all of it but this.
        'content-security-policy': "frame-ancestors 'none'",
      })
    expect(headersByCloudFront(template, '/sw.js')).toEqual(expectedFor('/sw.js'))
  })

  it('rewrites folders to their index files', () => {
    const [, code = ''] = /FunctionCode: \|\n([\s\S]*?)\n\n/.exec(template) ?? []
    const handler = new Function(`${code}\nreturn handler`)()
    const call = (uri: string) => handler({ request: { uri } })
    expect(call('/')).toEqual({ uri: '/index.html' })
    expect(call('/guide/')).toEqual({ uri: '/guide/index.html' })
    expect(call('/_next/static/a.js')).toEqual({ uri: '/_next/static/a.js' })
    expect(call('/guide')).toMatchObject({ statusCode: 308, headers: { location: { value: '/guide/' } } })
  })
})

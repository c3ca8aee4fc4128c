import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const script = path.join(import.meta.dirname, '../../scripts/service-worker.mjs')
const folder = mkdtempSync(path.join(tmpdir(), 'service-worker-'))
afterAll(() => rmSync(folder, { recursive: true }))

const page = (text: string) =>
  `<html><head><meta charSet="utf-8"/></head><body>${text}<script src="/_next/static/old.js" noModule=""></script><script src="/_next/static/a.js"></script></body></html>`
const SITE = {
  'index.html': page('start'),
  'guide/index.html': page('guide'),
  'guide/index.txt': 'payload',
  '404.html': page('not found'),
  '_next/static/a.js': 'self.a=1',
  '_next/static/a.js.br': 'brotli',
  '_next/static/old.js': 'self.old=1',
  'icon-192.png': 'png',
  'manifest.json': '{}',
  _headers: '/*\n  X-Frame-Options: DENY\n',
} as const

/** Writes a site, and returns what the script made of it. */
function build(name: string, site: Readonly<Record<string, string>>) {
  const out = path.join(folder, name)
  for (const [file, text] of Object.entries(site)) {
    mkdirSync(path.dirname(path.join(out, file)), { recursive: true })
    writeFileSync(path.join(out, file), text)
  }
  execFileSync(process.execPath, [script, out])
  const [first = '', second = ''] = readFileSync(path.join(out, 'sw.js'), 'utf8').split('\n')
  const files: Readonly<Record<string, string>> = JSON.parse(second.replace('const FILES = ', ''))
  return {
    build: /'(\w+)'/.exec(first)?.[1],
    files,
    read: (file: string) => readFileSync(path.join(out, file)),
  }
}

describe('the list of the service worker', () => {
  const site = build('site', SITE)

  it('has every file that a page can ask for, by its address', () => {
    expect(Object.keys(site.files).sort()).toEqual([
      '/',
      '/_next/static/a.js',
      '/guide/',
      '/guide/index.txt',
      '/manifest.json',
    ])
  })

  it('has the hash of what the server sends', () => {
    for (const [url, integrity] of Object.entries(site.files)) {
      const bytes = site.read(url.endsWith('/') ? `${url}index.html` : url)
      expect([url, integrity]).toEqual([url, `sha256-${createHash('sha256').update(bytes).digest('base64')}`])
    }
  })

  it('is of the build that each page names', () => {
    for (const name of ['index.html', 'guide/index.html', '404.html'])
      expect(site.read(name).toString()).toContain(
        `<meta charSet="utf-8"/><meta name="build" content="${site.build}"/>`,
      )
  })

  it('is of another build after any change, and of the same one after none', () => {
    expect(build('same', SITE).build).toBe(site.build)
    for (const file of Object.keys(SITE).filter(name => !/\.html$/.test(name)))
      expect(build(`changed ${file.replaceAll('/', ' ')}`, { ...SITE, [file]: 'changed' }).build).not.toBe(
        site.build,
      )
  })
})

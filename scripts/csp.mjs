// Gives every page of the static export a strict Content-Security-Policy: as <meta>, for hosts that set no headers, and
// in out/_headers (Netlify, Cloudflare Pages and scripts/serve.mjs read it), which can also forbid framing.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const out = path.resolve(process.argv[2] ?? 'out')

/** Trusted Types: script addresses may come from this origin only, and text never becomes script. */
const TRUSTED_TYPES = [
  "require-trusted-types-for 'script'",
  // `default` is ours, below; the others are Monaco's.
  'trusted-types default editorViewLayer domLineBreaksComputer defaultWorkerFactory standaloneColorizer tokenizeToString diffEditorWidget diffReview richScreenReaderContent dompurify',
]
const DEFAULT_POLICY =
  'window.trustedTypes&&trustedTypes.createPolicy("default",{createScriptURL:function(u){if(new URL(u,location.href).origin===location.origin)return u;throw new TypeError("script from another origin: "+u)}})'

const hashOf = text => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

const policy = (scripts, { header }) =>
  [
    "default-src 'none'",
    ['script-src', "'self'", ...scripts].join(' '),
    // Monaco writes <style> elements for themes and style attributes on lines.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    // Client navigation fetches the payload of the next page.
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    ...TRUSTED_TYPES,
    // In a <meta> it only causes a console error.
    ...(header ? ["frame-ancestors 'none'"] : []),
  ].join('; ')

const pages = readdirSync(out, { recursive: true })
  .filter(name => name.endsWith('.html'))
  .sort()

const rules = pages.flatMap(name => {
  const file = path.join(out, name)
  const html = readFileSync(file, 'utf8')
  const scripts = new Set([hashOf(DEFAULT_POLICY)])
  // Next escapes "<" inside its payloads, so no inline script contains "</script>".
  for (const [, attributes, body] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g))
    if (body && !/\ssrc=/.test(attributes)) scripts.add(hashOf(body))
  const [charset] = /<meta charset="utf-8"\/?>/i.exec(html) ?? []
  if (!charset) throw new Error(`no <meta charset> to insert the policy after in ${name}`)
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(scripts, { header: false })}"/>`
  writeFileSync(
    file,
    html.replace(charset, () => `${charset}${meta}<script>${DEFAULT_POLICY}</script>`),
  )

  const address = `/${name.split(path.sep).join('/')}`
  const folder = address.replace(/index\.html$/, '')
  // Trusted Types on a worker's own script would forbid its importScripts: these headers are for pages alone.
  return [...new Set([folder, address])].map(
    url => `${url}\n  Content-Security-Policy: ${policy(scripts, { header: true })}`,
  )
})

const everywhere = `/*
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: no-referrer
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()`
const hashedFiles = '/_next/static/*\n  Cache-Control: public, max-age=31536000, immutable'
// Browsers must see a new version at once. What the worker fetches is the site alone.
const worker =
  "/sw.js\n  Cache-Control: no-cache\n  Content-Security-Policy: default-src 'none'; connect-src 'self'"
writeFileSync(path.join(out, '_headers'), `${[everywhere, hashedFiles, worker, ...rules].join('\n')}\n`)
console.log(`Content-Security-Policy on ${pages.length} pages`)

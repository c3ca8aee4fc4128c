// Makes the site work without a connection: writes out/sw.js, the worker with the address and the hash of every file of
// the site, and into each page which build it is from. Runs after csp.mjs, which changes the pages.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { at } from './run.mjs'

const out = path.resolve(process.argv[2] ?? 'out')

/** Files that no page asks for, or that browsers keep themselves: the icons of an installed site. */
const LEFT_OUT = /^(?:_headers|sw\.js|404\.html|(?:404|_not-found)\/.*|.*\.br|icon-.*\.png)$/

const names = readdirSync(out, { recursive: true })
  .filter(name => statSync(path.join(out, name)).isFile())
  .map(name => name.split(path.sep).join('/'))
  .sort()
const read = name => readFileSync(path.join(out, name))
const digest = (bytes, encoding) => createHash('sha256').update(bytes).digest(encoding)
const build = digest(names.map(name => `${name}\0${digest(read(name), 'hex')}\n`).join(''), 'hex').slice(
  0,
  20,
)

for (const name of names.filter(name => name.endsWith('.html'))) {
  const html = read(name).toString()
  const [charset] = /<meta charset="utf-8"\/?>/i.exec(html) ?? []
  if (!charset) throw new Error(`no <meta charset> to insert the build after in ${name}`)
  writeFileSync(
    path.join(out, name),
    html.replace(charset, () => `${charset}<meta name="build" content="${build}"/>`),
  )
}

// Scripts with nomodule are for browsers that have no service workers.
const unused = new Set(
  [
    ...read('index.html')
      .toString()
      .matchAll(/<script\b[^>]*>/g),
  ]
    .filter(([tag]) => /\snomodule/i.test(tag))
    .map(([tag]) => /\ssrc="\/([^"]+)"/.exec(tag)?.[1]),
)
const kept = names.filter(name => !LEFT_OUT.test(name) && !unused.has(name))
const files = kept.map(name => [
  `/${name.replace(/(^|\/)index\.html$/, '$1')}`,
  `sha256-${digest(read(name), 'base64')}`,
])
const worker = readFileSync(at('scripts/service-worker/worker.js'), 'utf8')
writeFileSync(
  path.join(out, 'sw.js'),
  `const BUILD = '${build}'\nconst FILES = ${JSON.stringify(Object.fromEntries(files))}\n${worker}`,
)
const kilobytes = Math.round(kept.reduce((sum, name) => sum + read(name).length, 0) / 1000)
console.log(`Service worker: ${kept.length} files with ${kilobytes} KB, build ${build}`)

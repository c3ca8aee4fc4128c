// Pages of text need no framework: takes its scripts out of them, and adds one small script for the two menus of the
// bar. Visitors who come from another page of the site get the same page by client navigation.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { at } from './run.mjs'

const out = path.resolve(process.argv[2] ?? 'out')
const PAGES = ['guide/index.html', '404.html', '404/index.html', '_not-found/index.html']

const { outputFiles } = await build({
  entryPoints: [at('components/shell/static-page/main.ts')],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  // The icons are in a file with a component, which this script leaves out: so it needs no runtime for JSX.
  jsx: 'transform',
  write: false,
})
const [script] = outputFiles
const hash = createHash('sha256').update(script.contents).digest('hex').slice(0, 16)
const address = `/_next/static/page-${hash}.js`
mkdirSync(path.join(out, '_next/static'), { recursive: true })
writeFileSync(path.join(out, address), script.contents)

/** Removes every script but the one in the head that sets the theme before the first paint. */
function withoutFramework(html) {
  const [head, body] = html.split('</head>')
  const plain = part =>
    part
      .replaceAll(/<script\b[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, '')
      .replaceAll(/<link\b[^>]*\bas="script"[^>]*>/g, '')
  return `${plain(head)}<script src="${address}" defer=""></script></head>${plain(body).replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')}`
}

for (const page of PAGES.map(name => path.join(out, name)).filter(existsSync)) {
  const html = withoutFramework(readFileSync(page, 'utf8'))
  if (/__next_f|TURBOPACK/.test(html)) throw new Error(`${page} still has a script of the framework`)
  writeFileSync(page, html)
}
console.log(`One script of ${script.contents.length} bytes on ${PAGES.length} pages of text`)

// Moves the framework's scripts of every page behind its content. In the head, where Next puts them, a browser asks for
// them before it has the text, and on a slow line a dozen downloads then share the line with the rest of the document.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const out = path.resolve(process.argv[2] ?? 'out')
const EXTERNAL =
  /<script\b[^>]*\ssrc="\/_next\/[^"]*"[^>]*\sasync=""[^>]*><\/script>|<link\b[^>]*\bas="script"[^>]*>/g
/** The first of the inline scripts that follow the content. */
const AFTER_CONTENT = '<script id="_R_">'

const pages = readdirSync(out, { recursive: true }).filter(name => name.endsWith('.html'))
let moved = 0
for (const page of pages.map(name => path.join(out, name))) {
  const html = readFileSync(page, 'utf8')
  const at = html.indexOf('</head>')
  const [head, body] = [html.slice(0, at), html.slice(at)]
  const scripts = [...head.matchAll(EXTERNAL)].map(([tag]) => tag)
  if (scripts.length === 0) continue
  if (!body.includes(AFTER_CONTENT)) throw new Error(`${page} has no ${AFTER_CONTENT}`)
  const late = scripts.filter(tag => tag.startsWith('<script')).join('')
  writeFileSync(page, head.replaceAll(EXTERNAL, '') + body.replace(AFTER_CONTENT, () => late + AFTER_CONTENT))
  moved += 1
}
console.log(`Scripts behind the content on ${moved} of ${pages.length} pages`)

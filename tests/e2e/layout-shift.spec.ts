import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from '@playwright/test'

const out = path.resolve(import.meta.dirname, '../..', process.env.E2E_OUT || 'out')
const TYPES: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript' }

/** Bytes of a piece of the document: less than an element of the bar or a row of buttons. */
const PIECE = 500
/** Longer than a frame: every piece may be drawn on its own. */
const PAUSE_MS = 20

async function sendSlowly(response: ServerResponse, document: Buffer) {
  // What is in the head is not drawn, and what follows the last script neither.
  const [start, end] = [document.indexOf('<body'), document.lastIndexOf('__next_f')]
  response.write(document.subarray(0, start))
  for (let at = start; at < Math.max(start, end); at += PIECE) {
    response.write(document.subarray(at, Math.min(at + PIECE, end)))
    await new Promise(next => setTimeout(next, PAUSE_MS))
  }
  response.end(document.subarray(Math.max(start, end)))
}

/** The built site, from a line that delivers documents piece by piece. */
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const file = path.join(out, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  const type = TYPES[path.extname(file)] ?? 'text/html; charset=utf-8'
  response.setHeader('content-type', type)
  const body = readFileSync(file)
  if (file.endsWith('.html')) void sendSlowly(response, body)
  else response.end(body)
})

test.beforeAll(() => new Promise<void>(ready => server.listen(0, '127.0.0.1', ready)))
test.afterAll(() => server.close())

for (const address of ['/', '/inspector/', '/doctor/', '/guide/'])
  test(`nothing moves while ${address} arrives`, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: string[] = []
      Object.assign(window, { shifts })
      new PerformanceObserver(list => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as PerformanceEntry & {
            readonly value: number
            readonly sources: readonly { readonly node?: Element }[]
          }
          shifts.push(`${value}: ${sources.map(({ node }) => node?.outerHTML?.slice(0, 120)).join(' | ')}`)
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const { port } = server.address() as AddressInfo
    await page.goto(`http://127.0.0.1:${port}${address}`)
    if (address === '/') await expect(page.locator('.code-pane[data-ready="true"]')).toBeVisible()
    // Entries arrive after the frame that they are about.
    await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn, 100))))
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([])
  })

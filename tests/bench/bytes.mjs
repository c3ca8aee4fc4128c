import { gzipSync } from 'node:zlib'

const kb = bytes => `${(bytes / 1000).toFixed(1)} KB`

/** What each page loads, compressed: named in its HTML, and what follows until the editor is there. */
export async function bytes(browser, origin) {
  const rows = []
  for (const path of ['/', '/inspector/', '/doctor/', '/guide/']) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const html = await (await page.request.get(origin + path)).text()
    const named = new Set(
      [...html.matchAll(/<script\b[^>]*\ssrc="([^"]+)"[^>]*>/g)]
        .filter(([tag]) => !/nomodule/i.test(tag))
        .map(([, url]) => url),
    )
    const sizes = { first: 0, later: 0, css: 0, font: 0 }
    const reads = []
    page.on('response', response => {
      const type = response.request().resourceType()
      const { pathname } = new URL(response.url())
      const kind =
        type === 'script' ? (named.has(pathname) ? 'first' : 'later') : type === 'stylesheet' ? 'css' : type
      if (!(kind in sizes)) return
      reads.push(
        response.body().then(body => {
          sizes[kind] += gzipSync(body).length
        }),
      )
    })
    await page.goto(origin + path)
    if (path === '/') await page.locator('.code-pane[data-ready="true"] .view-line').first().waitFor()
    // The lazy parts come about a second after the load: closed before, the page would take them along.
    await page.waitForTimeout(2000)
    await page.waitForLoadState('networkidle')
    await Promise.all(reads)
    const { first, later, css, font } = sizes
    rows.push(`${path.padEnd(13)} JS ${kb(first)}, then ${kb(later)}; CSS ${kb(css)}; fonts ${kb(font)}`)
    await page.close()
  }
  return rows
}

/** Largest contentful paint, layout shift and the time until the editor is there, near and far. */
export async function load(browser, origin) {
  const rows = []
  for (const far of [false, true]) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    if (far) {
      const session = await context.newCDPSession(page)
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 150,
        downloadThroughput: 1_600_000 / 8,
        uploadThroughput: 750_000 / 8,
      })
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    }
    await page.addInitScript(() => {
      window.seen = { lcp: 0, cls: 0 }
      new PerformanceObserver(list => {
        for (const { startTime } of list.getEntries()) window.seen.lcp = startTime
      }).observe({ type: 'largest-contentful-paint', buffered: true })
      new PerformanceObserver(list => {
        for (const { value } of list.getEntries()) window.seen.cls += value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(`${origin}/`)
    await page.locator('.code-pane[data-ready="true"] .view-line').first().waitFor({ timeout: 60_000 })
    const { lcp, cls, editor } = await page.evaluate(() => ({ ...window.seen, editor: performance.now() }))
    rows.push(
      `${far ? '1.6 Mbit/s, 150 ms, CPU ÷4' : 'local                     '}  LCP ${lcp.toFixed(0)} ms, editor ${editor.toFixed(0)} ms, CLS ${cls}`,
    )
    await context.close()
  }
  return rows
}

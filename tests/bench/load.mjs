const PAGES = ['/', '/inspector/', '/doctor/', '/guide/']
const LOADS = 5
const FAR = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }

/**
 * First and largest contentful paint of each page, what the largest one paints, layout shift, and the time until the editor
 * is there: near and far, medians of several loads without a cache.
 */
export async function load(browser, origin) {
  const rows = []
  for (const far of [false, true]) {
    rows.push(far ? '1.6 Mbit/s, 150 ms, CPU ÷4' : 'local')
    for (const address of PAGES) {
      const loads = []
      for (let count = 0; count < LOADS; count++) loads.push(await loadOnce(browser, origin + address, far))
      rows.push(rowOf(address, loads))
    }
  }
  return rows
}

async function loadOnce(browser, url, far) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  if (far) {
    const session = await context.newCDPSession(page)
    await session.send('Network.emulateNetworkConditions', FAR)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  }
  await page.addInitScript(observePaints)
  await page.goto(url)
  // Only the wizard has an editor at once.
  const editor = new URL(url).pathname === '/' ? await editorTime(page) : undefined
  // Nothing is fetched any more that could be painted, and entries arrive after the frame that they are about.
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => window.seen.lcp > 0)
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn, 300))))
  const seen = await page.evaluate(() => window.seen)
  await context.close()
  return { ...seen, editor }
}

async function editorTime(page) {
  await page.locator('.code-pane[data-ready="true"] .view-line').first().waitFor({ timeout: 60_000 })
  return page.evaluate(() => performance.now())
}

/** Runs in the page. */
function observePaints() {
  const nameOf = element => {
    const text = element?.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 30)
    return element ? `<${element.localName}> ${text}` : 'an element that is gone'
  }
  const observe = (type, note) =>
    new PerformanceObserver(list => list.getEntries().forEach(note)).observe({ type, buffered: true })
  window.seen = { fcp: 0, lcp: 0, largest: '', cls: 0, moved: [] }
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') window.seen.fcp = startTime
  })
  observe('largest-contentful-paint', ({ startTime, element }) => {
    Object.assign(window.seen, { lcp: startTime, largest: nameOf(element) })
  })
  observe('layout-shift', ({ value, sources }) => {
    window.seen.cls += value
    window.seen.moved.push(...sources.map(({ node }) => nameOf(node)))
  })
}

const middle = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]

function rowOf(address, loads) {
  const median = key => middle(loads.map(one => one[key])).toFixed(0)
  const largest = [...new Set(loads.map(one => one.largest))].join(' or ')
  const moved = [...new Set(loads.flatMap(one => one.moved))].join(', ')
  return [
    `  ${address.padEnd(13)} first paint ${median('fcp')} ms`,
    `largest ${median('lcp')} ms: ${largest}`,
    ...(loads[0].editor === undefined ? [] : [`editor ${median('editor')} ms`]),
    `CLS ${Math.max(...loads.map(({ cls }) => cls))}${moved && ` (${moved})`}`,
  ].join(', ')
}

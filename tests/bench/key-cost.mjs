/** Between two keys: short enough for somebody who types, long enough that a key's frames do not fall into the next. */
const PAUSE_MS = 95
const KEYS = 48

/** Eight letters, which are then deleted: the name in the field stays one that somebody would type. */
export const keyAt = i => (i % 16 < 8 ? 'abcdefgh'[i % 16] : 'Backspace')

/** What a key in the focused field costs the main thread, each as `median (minimum)`; frames are a mean. */
export async function costOfKeys(browser, page) {
  const session = await page.context().newCDPSession(page)
  // CPU of the thread: wall time would count what other processes do.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }
  const press = async i => {
    await page.keyboard.press(keyAt(i), { delay: 5 })
    await page.waitForTimeout(PAUSE_MS)
  }
  for (let i = 0; i < 16; i++) await press(i)
  const keys = []
  for (let i = 0; i < KEYS; i++) {
    const before = await read()
    await press(i)
    const after = await read()
    keys.push(name => after[name] - before[name])
  }
  const frames = await countFrames(browser, async () => {
    for (let i = 0; i < KEYS; i++) await press(i)
  })
  const of = (name, factor, digits) =>
    middle(
      keys.map(key => key(name) * factor),
      digits,
    )
  return {
    cpu: `${of('TaskDuration', 1000, 1)} ms`,
    script: `${of('ScriptDuration', 1000, 1)} ms`,
    styles: of('RecalcStyleCount', 1, 0),
    layouts: of('LayoutCount', 1, 0),
    frames: `${(frames.drawn / KEYS).toFixed(2)} frames drawn (${(frames.all / KEYS).toFixed(2)} in all)`,
  }
}

/**
 * Main-thread frames of the page that gets input while `work` runs, and those of them that draw: the compositor asks for
 * some in which nothing has changed. Tracing costs CPU, so nothing else is measured here.
 */
async function countFrames(browser, work) {
  const session = await browser.newBrowserCDPSession()
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline.frame'] },
  })
  await work()
  await session.send('Tracing.end')
  await complete
  const input = events.find(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'input')
  let all = 0
  let drawn = 0
  let isDrawn = true
  for (const { name } of events
    .filter(({ pid, tid }) => pid === input?.pid && tid === input.tid)
    .sort((a, b) => a.ts - b.ts)) {
    if (name === 'BeginMainThreadFrame') {
      all++
      isDrawn = false
    } else if (name === 'Paint' && !isDrawn) {
      drawn++
      isDrawn = true
    }
  }
  return { all, drawn }
}

function middle(values, digits) {
  const sorted = [...values].sort((a, b) => a - b)
  return `${sorted[sorted.length >> 1].toFixed(digits)} (${sorted[0].toFixed(digits)})`
}

import { costOfKeys, keyAt } from './key-cost.mjs'
import { openWith, specWith, spread } from './spec.mjs'

const KEYS = 48
const THREE = ['CloudFormation', 'Serverless', 'CDK']
const ALL = ['CloudFormation', 'CloudFormation JSON', 'SAM', 'Serverless', 'CDK', 'Terraform', 'OpenAPI']

/**
 * From the input event to the edited text, and to the next frame after it; real key events in one field. Then, without
 * our listeners, what a key costs the main thread: CPU time, script, style recalculations, layouts and frames.
 */
export async function keystroke(browser, origin) {
  const rows = []; const RF = new RegExp(process.env.ROWS ?? ''), FF = new RegExp(process.env.FORMATS ?? '')
  for (const [name, spec, step, field, formats = THREE] of [
    ['example, service name', undefined, 'service', 'service'],
    ['example, handler', undefined, 'endpoints', 'endpoints.0.handler', ALL],
    ['50 endpoints, handler', specWith(50), 'endpoints', 'endpoints.0.handler'],
    ['300 endpoints, handler', specWith(300), 'endpoints', 'endpoints.0.handler', ALL],
    ['300 endpoints, path', specWith(300), 'endpoints', 'endpoints.0.path'],
    ['300 endpoints, service name', specWith(300), 'service', 'service', ALL],
  ]) {
    for (const format of formats) { if (!RF.test(name) || !FF.test(format)) continue
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await openWith(page, `${origin}/#${step}`, spec)
      const [tab = '', notation] = format.split(' ')
      await page.getByRole('tab', { name: tab, exact: true }).click()
      if (notation) await page.getByText(notation, { exact: true }).click()
      if (step === 'endpoints')
        await page
          .getByRole('button', { name: /^Open (GET|POST)/ })
          .first()
          .click()
      const input = page.locator(`input[data-field="${field}"]`)
      await input.press('End')
      await page.waitForTimeout(500)
      await page.evaluate(() => {
        window.times = { text: [], painted: [] }
        window.listening = new AbortController()
        const { signal } = window.listening
        let start = 0
        addEventListener(
          'input',
          () => {
            start = performance.now()
            const from = start
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel()
              port1.onmessage = () => window.times.painted.push(performance.now() - from)
              port2.postMessage(0)
            })
          },
          { capture: true, signal },
        )
        addEventListener('edited', () => window.times.text.push(performance.now() - start), { signal })
      })
      for (let i = 0; i < KEYS; i++) {
        await page.keyboard.press(keyAt(i), { delay: 5 })
        await page.waitForTimeout(45)
      }
      const { text, painted } = await page.evaluate(() => {
        window.listening.abort()
        return window.times
      })
      const { cpu, script, styles, layouts, frames } = await costOfKeys(browser, page)
      rows.push(
        `${name.padEnd(28)} ${format.padEnd(19)} text ${spread(text).padEnd(22)} painted ${spread(painted)}  (${text.length} keys)`,
        `${''.padEnd(48)} a key: CPU ${cpu}, script ${script}, ${styles} style recalculations, ${layouts} layouts, ${frames}`,
      )
      await page.close()
    }
  }
  return rows
}

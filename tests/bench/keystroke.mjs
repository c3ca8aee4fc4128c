import { openWith, specWith, spread } from './spec.mjs'

const KEYS = 40

/** From the input event to the edited text, and to the next frame after it; real key events in one field. */
export async function keystroke(browser, origin) {
  const rows = []
  for (const [name, spec, step, field] of [
    ['example, service name', undefined, 'service', 'service'],
    ['example, handler', undefined, 'endpoints', 'endpoints.0.handler'],
    ['50 endpoints, handler', specWith(50), 'endpoints', 'endpoints.0.handler'],
    ['300 endpoints, handler', specWith(300), 'endpoints', 'endpoints.0.handler'],
    ['300 endpoints, path', specWith(300), 'endpoints', 'endpoints.0.path'],
    ['300 endpoints, service name', specWith(300), 'service', 'service'],
  ]) {
    for (const format of ['CloudFormation', 'Serverless', 'CDK']) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      await openWith(page, `${origin}/#${step}`, spec)
      await page.getByRole('tab', { name: format, exact: true }).click()
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
          true,
        )
        addEventListener('edited', () => window.times.text.push(performance.now() - start))
      })
      for (let i = 0; i < KEYS; i++) {
        await page.keyboard.press('abcdefgh'[i % 8], { delay: 5 })
        await page.waitForTimeout(45)
      }
      const { text, painted } = await page.evaluate(() => window.times)
      rows.push(
        `${name.padEnd(28)} ${format.padEnd(15)} text ${spread(text).padEnd(16)} painted ${spread(painted)}  (${text.length} keys)`,
      )
      await page.close()
    }
  }
  return rows
}

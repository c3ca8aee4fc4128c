import { codePane, expect, type Page, test } from './fixture'

test.use({ sharesPage: true })

const openShortcuts = async (page: Page) => {
  await page.getByRole('button', { name: /^Shortcuts/ }).press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
}

test('behind a dialog nothing scrolls, and a press there closes it', async ({ page }) => {
  await page.setViewportSize({ width: 800, height: 400 })
  await page.goto('/')
  const scrolled = () => page.evaluate(() => document.documentElement.scrollTop)
  await page.mouse.move(5, 395)
  await page.mouse.wheel(0, 20)
  await expect.poll(scrolled).toBe(20)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.mouse.wheel(0, 20)
  await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  expect(await scrolled()).toBe(20)
  await page.mouse.click(5, 395)
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.mouse.wheel(0, 20)
  await expect.poll(scrolled).toBe(40)
})

test('a dialog leaves the style of the page behind it alone', async ({ page, browser }) => {
  await page.goto('/')
  await codePane(page)
  const elements = await page.locator('.app *').count()
  await openShortcuts(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  // Its code and its styles are there now.
  await browser.startTracing(page, { categories: ['devtools.timeline'] })
  await openShortcuts(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; args: { elementCount?: number } }[]
  }
  const counts = trace.traceEvents.flatMap(({ name, args: { elementCount } }) =>
    name === 'UpdateLayoutTree' && elementCount !== undefined ? [elementCount] : [],
  )
  expect(counts.length).toBeGreaterThan(0)
  expect(Math.max(...counts)).toBeLessThan(elements / 2)
})

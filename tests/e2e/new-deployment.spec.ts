import { expect, type Page, test } from '@playwright/test'

// Without the fixture of the other tests: a chunk that is gone is an error on the console, and meant here.

const service = (page: Page) => page.locator('[data-field="service"]')
const CHUNKS = '**/_next/static/chunks/**'

/** Answers 404 for every chunk that the page has not fetched yet, as a server does after a new deployment. */
async function removeOtherChunks(page: Page, answer: 'not found' | 'no connection') {
  const fetched = new Set<string>(
    await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
  )
  await page.route(CHUNKS, route =>
    fetched.has(route.request().url())
      ? route.continue()
      : answer === 'not found'
        ? route.fulfill({ status: 404, body: 'not found' })
        : route.abort('internetdisconnected'),
  )
}

test('a step whose code is gone comes from the new version, with the document kept', async ({ page }) => {
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  await removeOtherChunks(page, 'not found')
  await service(page).fill('kept-api')
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('cognito-scope-wizard.spec')))
    .toContain('kept-api')
  // The new version is there once the page asks for itself again.
  const reloaded = page.waitForRequest(request => request.isNavigationRequest())
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /App clients/ })
    .click()
  await reloaded
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await expect(page.getByRole('heading', { level: 1, name: /App clients/ })).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /Service/ })
    .click()
  await expect(service(page)).toHaveValue('kept-api')
})

test('without a connection the page stays, says so, and nothing is lost', async ({ page }) => {
  const unhandled: string[] = []
  page.on('pageerror', error => unhandled.push(error.message))
  await page.goto('/', { waitUntil: 'domcontentloaded' })
  await removeOtherChunks(page, 'no connection')
  await page.route('**/', route => (route.request().method() === 'HEAD' ? route.abort() : route.continue()))
  await service(page).fill('kept-api')
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /App clients/ })
    .click()
  await expect(page.getByText('This part of the page could not be fetched')).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /Service/ })
    .click()
  await expect(service(page)).toHaveValue('kept-api')
  expect(unhandled).toEqual([])
})

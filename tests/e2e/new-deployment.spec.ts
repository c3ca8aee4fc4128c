import { expect, type Page, test } from '@playwright/test'

// Without the fixture of the other tests: a chunk that is gone is an error on the console, and meant here.

const service = (page: Page) => page.locator('[data-field="service"]')
const CHUNKS = '**/_next/static/chunks/**'
/** A text that only the code of the step "App clients" contains. */
const IN_CLIENTS_STEP = 'Add client'

/** Answers every request for the code of that step with 404, as a server does after a new deployment, or cuts it off. */
async function removeClientsStep(page: Page, answer: 'not found' | 'no connection') {
  await page.route(CHUNKS, async route => {
    const response = await route.fetch()
    if (!(await response.text()).includes(IN_CLIENTS_STEP)) await route.fulfill({ response })
    else if (answer === 'not found') await route.fulfill({ status: 404, body: 'not found' })
    else await route.abort('internetdisconnected')
  })
}

const openClients = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /App clients/ })
    .click()

test('a step whose code is gone comes from the new version, with the document kept', async ({ page }) => {
  await removeClientsStep(page, 'not found')
  await page.goto('/')
  await service(page).fill('kept-api')
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('cognito-scope-wizard.spec')))
    .toContain('kept-api')
  // The new version is there once the page asks for itself again.
  const reloaded = page.waitForRequest(request => request.isNavigationRequest())
  await openClients(page)
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
  await removeClientsStep(page, 'no connection')
  await page.goto('/')
  await page.route('**/', route => (route.request().method() === 'HEAD' ? route.abort() : route.continue()))
  await service(page).fill('kept-api')
  await openClients(page)
  await expect(page.getByText('This part of the page could not be fetched')).toBeVisible()
  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /Service/ })
    .click()
  await expect(service(page)).toHaveValue('kept-api')
  expect(unhandled).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page, test } from '@playwright/test'

// Without the fixture of the other tests: a chunk that is gone is an error on the console, and meant here.

const service = (page: Page) => page.locator('[data-field="service"]')
/** Texts that only one part of the page contains: the step "App clients", what makes keys, the details of a finding. */
const IN_CLIENTS_STEP = 'Add client'
const IN_KEY_MAKER = 'generateKey'
const IN_FINDING_DETAILS = 'Show the change'

const chunks = path.join(import.meta.dirname, '../..', process.env.E2E_OUT || 'out', '_next/static/chunks')
const chunksWith = (text: string) =>
  readdirSync(chunks, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.js') && readFileSync(path.join(chunks, name), 'utf8').includes(text),
  )

/** Answers every request for the code with that text with 404, as a server does after a new deployment, or cuts it off. */
async function removeCode(page: Page, text: string, answer: 'not found' | 'no connection') {
  const found = chunksWith(text)
  expect(found).toHaveLength(1)
  await page.route(`**/_next/static/chunks/${found[0]}`, route =>
    answer === 'not found'
      ? route.fulfill({ status: 404, body: 'not found' })
      : route.abort('internetdisconnected'),
  )
}

const openClients = (page: Page) =>
  page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /App clients/ })
    .click()

test('a step whose code is gone comes from the new version, with the document kept', async ({ page }) => {
  await removeCode(page, IN_CLIENTS_STEP, 'not found')
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
  await removeCode(page, IN_CLIENTS_STEP, 'no connection')
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

test('an action whose code could not be fetched says so, and works when the connection is back', async ({
  page,
}) => {
  await removeCode(page, IN_KEY_MAKER, 'no connection')
  await page.goto('/')
  const copy = page.getByRole('button', { name: 'Copy the sample token' })
  await copy.click()
  await expect(page.getByText('Part of the page is missing')).toBeVisible()
  await expect(copy).toHaveText('Copy')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await copy.click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^ey[\w-]+\.[\w-]+\.[\w-]+$/)
})

test('the details of a finding that are gone are said to be missing, and the findings stay', async ({
  page,
}) => {
  await removeCode(page, IN_FINDING_DETAILS, 'not found')
  await page.goto('/doctor/')
  const finding = page.getByRole('button', { name: /accepts ID tokens only/ })
  await expect(async () => {
    await page.getByRole('button', { name: /SAM template/ }).click({ timeout: 1000 })
    await expect(finding).toBeVisible({ timeout: 10_000 })
  }).toPass()
  await finding.click()
  await expect(page.getByText('Part of the page is missing')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
  await expect(finding).toHaveAttribute('aria-expanded', 'false')
})

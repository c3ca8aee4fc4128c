import { type LocalApi, startLocal } from '@/local'
import { expectAccessible } from './accessibility'
import { test as base, expect } from './fixture'

/** The gateway is the only host that the page may use. */
const test = base.extend<{ readonly api: LocalApi }>({
  api: async ({ browserName: _ }, use) => {
    const api = await startLocal({ spec: 'single-page-app', stub: true })
    await use(api)
    await api.close()
  },
  baseURL: async ({ api }, use) => use(new URL(api.url).origin),
})

test('the live page of the gateway shows why a request was refused, and what a function received', async ({
  api,
  page,
}) => {
  const verdict = page.getByRole('region', { name: 'Verdict' })
  const data = page.getByRole('region', { name: 'Token and event' })
  const rows = page.getByRole('list', { name: 'Requests' }).getByRole('button')
  await page.goto('/_')
  await expect(page.getByText('Requests to the API appear here as they come.')).toBeVisible()
  await fetch(`${api.url}/notes`, { headers: { authorization: await api.token({ client: 'web' }) } })
  await expect(verdict).toContainText('200 ALLOWED')
  await expect(data).toContainText('"token_use": "access"')
  await expect(data).toContainText('"routeKey": "GET /notes"')

  // A request that comes while one is being read does not take its place.
  await rows.first().click()
  await fetch(`${api.url}/notes`)
  await expect(page.getByRole('status')).toHaveText('2 requests')
  await expect(rows.last()).toHaveAttribute('aria-current', 'true')
  await expect(rows.first()).not.toHaveAttribute('aria-current', 'true')
  await expect(verdict).toContainText('200 ALLOWED')

  await page.getByText('Errors 1').click()
  await expect(rows.filter({ visible: true })).toHaveCount(1)
  await rows.first().click()
  await expect(verdict).toContainText('401 TOKEN_MISSING')
  await expect(verdict).toContainText('✗Token present')
  await expect(verdict).toContainText('Fix: ')
  await expect(data).toContainText('No function was called.')
  await page.getByRole('button', { name: 'Copy as curl' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${api.url}/notes`)
  await expectAccessible(page)

  await page.getByText('All 2').click()
  await rows.first().press('ArrowDown')
  await expect(rows.last()).toBeFocused()
})

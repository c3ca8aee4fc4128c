import { expectAccessible } from './accessibility'
import { expect, test } from './fixture'

test.use({ sharesPage: true })

test('the guide works without the framework: theme by keys, menu, links', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', request => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
  })
  await page.goto('/guide/#tokens')
  const theme = page.getByRole('button', { name: 'Theme: follow the system' })
  await theme.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'Follow the system' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('d')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeFocused()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible()
  expect(new Set(scripts).size).toBe(1)

  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Doctor' }).click()
  await expect(page).toHaveURL(/\/doctor\/$/)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('the guide from another page keeps the open document', async ({ page }) => {
  await page.goto('/')
  await page.evaluate(() => Object.assign(window, { isSamePage: true }))
  await page.getByRole('link', { name: 'Guide' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cognito tokens and API Gateway' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true)
  await page.getByRole('link', { name: 'Wizard', exact: true }).click()
  await expect(page.locator('[data-field="service"]')).toBeVisible()
})

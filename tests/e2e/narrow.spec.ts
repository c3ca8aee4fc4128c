import { codePane, expect, expectAccessible, expectNoSidewaysScroll, test } from './fixture'

test('form, output and sample token are tabs', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('[data-field="service"]')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('tab', { name: 'Output' }).click()
  await codePane(page)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('tab', { name: 'Sample token' }).click()
  await expect(page.getByText('Opens 1 of 1 endpoint')).toBeVisible()
  await expect(page.locator('.code-pane')).toBeHidden()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('a tapped line leads back to the form', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('tab', { name: 'Output' }).click()
  await codePane(page)
  await page.locator('.view-line').filter({ hasText: 'UserPoolTier' }).tap()
  await expect(page.locator('[data-field="userPool.tier"]')).toBeFocused()
})

test('the inspector', async ({ page }) => {
  await page.goto('/inspector/')
  await page.getByRole('button', { name: 'Sample' }).click()
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Claims' }).click()
  await expect(page.getByText('token_use', { exact: true })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('tab', { name: 'Endpoints' }).click()
  await page.getByRole('button', { name: /GET.*\/myevent/ }).click()
  await expect(page.getByText('Token present')).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

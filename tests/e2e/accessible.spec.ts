import { codePane, expect, expectAccessible, expectNoSidewaysScroll, test } from './fixture'

const steps = ['service', 'scopes', 'clients', 'endpoints', 'review']

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })
    for (const step of steps)
      test(`step ${step}`, async ({ page }) => {
        await page.goto(`/#${step}`)
        if (step === 'review') await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        else await codePane(page)
        await page
          .locator('.pane.form [data-field]')
          .first()
          .focus({ timeout: 2000 })
          .catch(() => undefined)
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      })

    test('with problems', async ({ page }) => {
      await page.goto('/')
      await codePane(page)
      await page.locator('[data-field="service"]').fill('')
      await page.locator('[data-field="stage"]').fill('UPPER')
      await page.locator('[data-field="stage"]').blur()
      await expect(page.getByText('Showing the last valid template.')).toBeVisible()
      await expectAccessible(page)
    })

    test('inspector with a token', async ({ page }) => {
      await page.goto('/inspector/')
      await page.getByRole('button', { name: 'Sample' }).click()
      await expect(page.getByText('Valid', { exact: true })).toBeVisible()
      await page.getByRole('button', { name: /GET.*\/myevent/ }).click()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })

    test('guide', async ({ page }) => {
      await page.goto('/guide/')
      await expectAccessible(page)
    })

    test('no such page', async ({ page }) => {
      const answer = await page.request.get('/nowhere/')
      expect(answer.status()).toBe(404)
      await page.goto('/404.html')
      await expectAccessible(page)
    })
  })
}

import { expectAccessible } from './accessibility'
import { codePane, expect, test } from './fixture'

test.use({ sharesPage: true })

test('a command is found by its name, on every page and in the editor', async ({ page }) => {
  const search = page.getByRole('combobox', { name: 'Commands', exact: true })
  await page.goto('/')
  const pane = await codePane(page)
  await pane.locator('.view-line').first().click()
  await page.keyboard.press('ControlOrMeta+k')
  await expect(search).toBeFocused()
  await expectAccessible(page, { withoutCode: true })
  await search.fill('callback urls')
  await expect(page.getByRole('option').first()).toHaveText('Callback URLs of user-pool-client')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'App clients & callback URLs' })).toBeVisible()
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
    )
    .toMatch(/^clients\.0\.callbackUrls/)

  await page.goto('/doctor/')
  await page.getByRole('button', { name: 'Commands', exact: true }).click()
  await search.fill('review')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Review & download' })).toBeVisible()
  await page
    .getByRole('group', { name: 'Access map' })
    .getByRole('button', { name: /^GET\s*\/myevent/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Endpoints' })).toBeVisible()
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
    )
    .toMatch(/^endpoints\.0/)
})

import { codePane, expect, openWith, type Page, test } from './fixture'
import { manyEndpoints } from './specs'

const service = (page: Page) => page.locator('[data-field="service"]')
const saved = (page: Page) => page.evaluate(() => localStorage.getItem('cognito-scope-wizard.spec'))

test('undo survives a reload, and what was typed a moment before it', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  await service(page).fill('first-api')
  await page.locator('[data-field="stage"]').fill('prod')
  await page.reload()
  await expect(page.locator('[data-field="stage"]')).toHaveValue('prod')
  await page.getByRole('button', { name: 'Undo: Stage' }).click()
  await expect(page.locator('[data-field="stage"]')).toHaveValue('dev')
  await page.getByRole('button', { name: 'Undo: Service name' }).click()
  await expect(service(page)).toHaveValue('example-api')
  await page.getByRole('button', { name: 'Redo: Service name' }).click()
  await expect(service(page)).toHaveValue('first-api')
})

test('a document that an example takes the place of is kept, with its name, and restored', async ({
  page,
}) => {
  await page.goto('/')
  await codePane(page)
  await service(page).fill('my-own-api')
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: 'Machine to machine' }).click()
  await expect(service(page)).not.toHaveValue('my-own-api')
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: 'Recent documents' }).click()
  await expect(page.getByRole('dialog').getByText('my-own-api').first()).toBeVisible()
  await page.getByRole('button', { name: 'Restore my-own-api' }).click()
  await expect(service(page)).toHaveValue('my-own-api')
})

test('two tabs: the other one is told at once, and nothing is overwritten unseen', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await codePane(page)
  const other = await context.newPage()
  await other.goto('/')
  await codePane(other)
  await service(other).fill('their-api')
  await expect(page.getByText('Changed in another tab.')).toBeVisible()
  await service(page).fill('my-api')
  await expect.poll(() => saved(page)).toContain('my-api')
  await expect(other.getByText('Changed in another tab.')).toBeVisible()
  await other.getByRole('button', { name: 'Load those changes' }).click()
  await expect(service(other)).toHaveValue('my-api')
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: 'Recent documents' }).click()
  await expect(page.getByRole('dialog').getByText('their-api').first()).toBeVisible()
})

test('with a filter, select all selects what is shown, and deleting hidden rows asks', async ({ page }) => {
  await openWith(page, manyEndpoints(30), '/#endpoints')
  const filter = page.getByRole('searchbox', { name: 'Filter endpoints' })
  await filter.fill('POST')
  await page.getByRole('checkbox', { name: 'Select all endpoints' }).click()
  await expect(page.getByText('15 of 30 selected')).toBeVisible()
  await filter.fill('things1')
  await page.getByRole('button', { name: 'Delete', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Delete 15 endpoints?')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await filter.fill('')
  await page.getByRole('button', { name: 'Delete', exact: true }).first().click()
  await expect(page.getByText('Deleted 15 endpoints.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('30 of 300')).toBeVisible()
})

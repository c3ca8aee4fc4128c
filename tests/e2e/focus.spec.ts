import { codePane, expect, type Page, test } from './fixture'

test.use({ sharesPage: true })

test.describe.configure({ timeout: 300_000 })

/**
 * Focus is on a control that can be seen and used, or on a heading that was made focusable: never on the body, where a
 * keyboard user would start at the top of the page again.
 */
async function expectFocus(page: Page, after: string) {
  const focused = () =>
    page.evaluate(async () => {
      const frame = () => new Promise(requestAnimationFrame)
      for (let frames = 0; frames < 3; frames++) await frame()
      const { activeElement: active, body } = document
      if (active === null || active === body) return 'the body'
      return active.matches(':disabled') || !active.checkVisibility()
        ? `hidden: ${active.outerHTML}`
        : 'a control'
    })
  await expect.poll(focused, { message: `focus after: ${after}` }).toBe('a control')
}

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const field = (page: Page, path: string) => page.locator(`[data-field="${path}"]`).first()
const press = (page: Page, name: string | RegExp) => button(page, name).first().press('Enter')
const rail = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name })

test.beforeEach(async ({ page }) => {
  await page.goto('/')
  await codePane(page)
})

test('steps: footer, keys and links', async ({ page }) => {
  for (const [name, title] of [
    ['Scopes', 'Resource server & scopes'],
    ['App clients', 'App clients & callback URLs'],
    ['Endpoints', 'Endpoints'],
    ['Review & download', 'Review & download'],
  ] as const) {
    await press(page, name)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused()
  }
  await button(page, 'Show template').focus()
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('heading', { level: 1, name: 'Service & user pool' })).toBeFocused()
  await field(page, 'service').focus()
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('heading', { level: 1, name: 'App clients & callback URLs' })).toBeFocused()
  await rail(page, /Endpoints/).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Endpoints' })).toBeVisible()
  await expectFocus(page, 'a link of the rail')
})

test('clients and their lists', async ({ page }) => {
  await rail(page, /App clients/).press('Enter')
  await press(page, /^Remove implicit/)
  await expect(page.getByText('allows the implicit grant')).toBeHidden()
  await expectFocus(page, 'a quick fix')

  await press(page, 'Remove email')
  await expect(button(page, 'Remove email')).toBeHidden()
  await expectFocus(page, 'removing a scope')
  await press(page, 'Remove exampleapp://auth/logout')
  await expect(button(page, 'Remove exampleapp://auth/logout')).toBeHidden()
  await expectFocus(page, 'removing a URL')
  await press(page, 'Use Cognito defaults')
  await expect(button(page, 'Set lifetimes')).toBeVisible()
  await expectFocus(page, 'going back to the defaults')
  await press(page, 'Set lifetimes')
  await expect(button(page, 'Use Cognito defaults')).toBeVisible()
  await expectFocus(page, 'setting lifetimes')

  await press(page, 'Add client')
  await page.getByRole('menuitem', { name: /Web app/ }).press('Enter')
  await expect(field(page, 'clients.1.name')).toBeFocused()
  await press(page, 'Delete this client')
  await expect(page.getByRole('tab', { name: 'user-pool-client' })).toBeFocused()
  await press(page, 'Undo')
  await expect(page.getByRole('tab', { name: 'web' })).toBeVisible()
  await expectFocus(page, 'undo in a toast')
  for (const _ of [1, 2]) {
    await press(page, 'Delete this client')
    await expectFocus(page, 'deleting a client')
  }
  await expect(page.getByRole('tablist', { name: 'Clients' }).getByRole('tab')).toHaveCount(0)
  await expect(button(page, 'Add client')).toBeFocused()
})

test('servers and scopes, with and without a question', async ({ page }) => {
  await rail(page, /Resource server/).press('Enter')
  await press(page, 'Add scope')
  await expect(field(page, 'resourceServers.0.scopes.2.name')).toBeFocused()
  await press(page, 'Delete scope 3')
  await expect(field(page, 'resourceServers.0.scopes.2.name')).toBeHidden()
  await expectFocus(page, 'deleting an unused scope')
  await press(page, 'Delete scope 1')
  await press(page, 'Cancel')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button(page, 'Delete scope 1')).toBeFocused()
  await press(page, 'Delete scope 2')
  await press(page, 'Delete scope')
  await expect(button(page, 'Delete scope 2')).toBeHidden()
  await expectFocus(page, 'deleting a used scope')
  await press(page, 'Add server')
  await expect(field(page, 'resourceServers.1.identifier')).toBeFocused()
  await press(page, 'Delete this resource server')
  await expect(page.getByRole('tab', { name: 'com.example.api' })).toBeFocused()
  await press(page, 'Delete this resource server')
  await press(page, 'Delete resource server')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button(page, 'Add server')).toBeFocused()
})

test('endpoints: pasted, deleted, selected, filtered', async ({ page }) => {
  await rail(page, /Endpoints/).press('Enter')
  const lines = page.getByRole('textbox', { name: 'Endpoints to paste' })
  await press(page, 'Paste endpoints')
  await lines.fill('GET /a none\nGET /b read\nnonsense')
  await press(page, 'Add 2 endpoints')
  await expect(lines).toBeFocused()
  await lines.fill('GET /c read')
  await press(page, 'Add 1 endpoint')
  await expect(field(page, 'endpoints.3.path')).toBeFocused()
  await press(page, 'Paste endpoints')
  await press(page, 'Close without adding')
  await expect(button(page, 'Paste endpoints')).toBeFocused()
  await press(page, 'Add endpoint')
  await expect(field(page, 'endpoints.4.path')).toBeFocused()
  await press(page, 'Delete')
  await expect(field(page, 'endpoints.4.path')).toBeHidden()
  await expectFocus(page, 'deleting an endpoint')
  await page.keyboard.press('Control+z')
  await expect(button(page, /^Open GET$/)).toBeVisible()
  await expectFocus(page, 'undo by the keyboard')

  await page.getByRole('checkbox', { name: 'Select GET /a' }).check()
  await page.getByRole('searchbox', { name: 'Filter endpoints' }).fill('/b')
  await press(page, 'Delete')
  await press(page, 'Delete 1')
  await expect(page.getByText('Deleted 1 endpoint.')).toBeVisible()
  await expectFocus(page, 'deleting a hidden endpoint')
  await page.getByRole('searchbox', { name: 'Filter endpoints' }).fill('')
  await page.getByRole('checkbox', { name: 'Select GET /b' }).check()
  await press(page, 'Clear the selection')
  await expect(button(page, 'Clear the selection')).toBeHidden()
  await expectFocus(page, 'clearing the selection')
})

test('menus, dialogs and the whole document', async ({ page }) => {
  await press(page, /^Shortcuts/)
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button(page, /^Shortcuts/)).toBeFocused()
  await press(page, 'Examples')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button(page, 'Examples')).toBeFocused()
  await press(page, 'Examples')
  await page.getByRole('menuitem', { name: /^Recent documents/ }).press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectFocus(page, 'a dialog that a menu opened')
  await press(page, 'Examples')
  await page.getByRole('menuitem', { name: /^Machine to machine/ }).press('Enter')
  await expect(field(page, 'service')).toHaveValue('billing')
  await expectFocus(page, 'opening an example')
  await page.getByRole('status').getByRole('button', { name: 'Close' }).press('Enter')
  await expectFocus(page, 'closing a toast')
  await press(page, /^Undo:/)
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo' })).toBeDisabled()
  await expectFocus(page, 'undo, after which there is nothing to undo')
  await press(page, /^Redo:/)
  await expect(page.getByRole('banner').getByRole('button', { name: 'Redo' })).toBeDisabled()
  await expectFocus(page, 'redo, after which there is nothing to redo')

  await rail(page, /App clients/).press('Enter')
  await field(page, 'clients.1.name').waitFor({ state: 'detached' })
  await field(page, 'clients.0.name').focus()
  await page.keyboard.press('Control+z')
  await expect(field(page, 'clients.0.name')).toHaveValue('user-pool-client')
  await expectFocus(page, 'undo of a whole document')
})

test('the review: fixes and links to fields', async ({ page }) => {
  await rail(page, /Review/).press('Enter')
  await press(page, /^Remove implicit/)
  await expect(page.getByText('IMPLICIT_GRANT')).toBeHidden()
  await expectFocus(page, 'a fix in the review')
  await press(page, 'Show template')
  await expectFocus(page, 'showing the template')
  await rail(page, /Service/).press('Enter')
  await field(page, 'stage').fill('UPPER')
  await rail(page, /Review/).press('Enter')
  await press(page, 'Show the field')
  await expect(field(page, 'stage')).toBeFocused()
})

test('the inspector', async ({ page }) => {
  await page.goto('/inspector/')
  await press(page, 'Sample')
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()
  await expectFocus(page, 'Sample')
  await press(page, /Set the deployed pool/)
  await expectFocus(page, 'asking for the deployed pool')
  await press(page, 'Use this token’s')
  await expect(button(page, 'Use this token’s')).toBeHidden()
  await expectFocus(page, 'using the pool of the token')
  await page.getByRole('textbox', { name: 'Response' }).fill('{"message":"Unauthorized"}')
  await page.getByRole('combobox', { name: 'Endpoint that was called' }).selectOption({ index: 1 })
  await page.getByRole('combobox', { name: 'Status' }).selectOption('401')
  await press(page, 'Show the checks')
  await expectFocus(page, 'showing the checks')
  await press(page, 'Clear')
  await expect(page.getByText('Valid', { exact: true })).toBeHidden()
  await expectFocus(page, 'Clear')
})

test('on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  for (const [name, count] of [
    ['Next', 4],
    ['Back', 4],
  ] as const)
    for (let i = 0; i < count; i++) {
      await press(page, name)
      await expectFocus(page, `${name} ${i + 1}`)
    }
  await page.goto('/inspector/')
  await press(page, 'Sample')
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()
  await page.getByRole('textbox', { name: 'Response' }).fill('{"message":"Unauthorized"}')
  await page.getByRole('combobox', { name: 'Endpoint that was called' }).selectOption({ index: 1 })
  await page.getByRole('combobox', { name: 'Status' }).selectOption('401')
  await press(page, 'Show the checks')
  await expect(page.getByRole('tab', { name: /Endpoints/ })).toHaveAttribute('aria-selected', 'true')
  await expectFocus(page, 'showing the checks in another tab')
})

test('single keys can be switched off, and stay off', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Shortcuts' })
  await dialog.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  await codePane(page)
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('?')
  await press(page, /^Shortcuts/)
  await expect(dialog.getByRole('switch')).not.toBeChecked()
})

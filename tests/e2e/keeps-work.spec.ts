import { codePane, expect, openWith, type Page, test } from './fixture'
import { manyEndpoints } from './specs'

test.use({ sharesPage: true })

const service = (page: Page) => page.locator('[data-field="service"]')
const saved = (page: Page) => page.evaluate(() => localStorage.getItem('cognito-scope-wizard.spec'))

/** Sends no script until the function that it returns is called. */
async function holdScripts(page: Page) {
  let send = () => {}
  const sent = new Promise<void>(resolve => {
    send = resolve
  })
  await page.route('**/*.js', async route => {
    await sent
    await route.fallback()
  })
  return send
}

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

test('text that was typed before the code of the page arrived is in the document', async ({ page }) => {
  const sendScripts = await holdScripts(page)
  await page.goto('/', { waitUntil: 'commit' })
  await service(page).pressSequentially('-of-mine')
  await expect(service(page)).toHaveValue(/-of-mine/)
  const typed = await service(page).inputValue()
  sendScripts()
  await expect.poll(() => saved(page)).toContain(JSON.stringify(typed))
  await expect(service(page)).toHaveValue(typed)
})

test('a token that was pasted before the code of the page arrived is read, and is there after a look at the wizard', async ({
  page,
}) => {
  const sendScripts = await holdScripts(page)
  await page.goto('/inspector/', { waitUntil: 'commit' })
  const token = page.getByRole('textbox', { name: 'Token', exact: true })
  const text = [{ alg: 'RS256' }, { sub: 'early-bird' }].map(part => btoa(JSON.stringify(part))).join('.')
  await token.fill(`${text}.c2ln`)
  sendScripts()
  await expect(page.getByText('early-bird').first()).toBeVisible()
  await page.getByRole('link', { name: 'Wizard', exact: true }).click()
  await expect(service(page)).toBeVisible()
  await page.goBack()
  await expect(token).toHaveValue(`${text}.c2ln`)
})

test('a half-typed scope survives another step, and a reload', async ({ page }) => {
  await page.goto('/#scopes')
  await expect(page.getByRole('heading', { name: 'Resource server & scopes' })).toBeVisible()
  await page.evaluate(() => {
    location.hash = '#clients'
  })
  const scopes = page.locator('input[data-field="clients.0.scopes"]')
  await scopes.fill('phone')
  await page.goBack()
  await expect.poll(() => saved(page)).toContain('"phone"')
  await page.goForward()
  await scopes.fill('profile')
  await page.reload()
  await expect.poll(() => saved(page)).toContain('"profile"')
})

test('a click counts where leaving a field moves what is clicked', async ({ page }) => {
  await page.goto('/#clients')
  const logoutUrls = page.getByRole('textbox', { name: 'Logout URL', exact: true })
  await expect(logoutUrls).toHaveCount(1)
  await page.getByRole('textbox', { name: /^Add a callback URL/ }).fill('https://other.example.com/callback')
  await page
    .getByRole('listitem')
    .filter({ has: logoutUrls })
    .getByRole('button', { name: /^Remove/ })
    .click()
  await expect(logoutUrls).toHaveCount(0)
  await expect(page.locator('[data-field="clients.0.callbackUrls.1"]')).toHaveValue(
    'https://other.example.com/callback',
  )

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/#endpoints')
  await page.getByRole('button', { name: 'Paste endpoints' }).click()
  await page.getByRole('textbox', { name: 'Endpoints to paste' }).fill('GET /orders read\nGET /health public')
  await page.getByRole('button', { name: 'Add 2 endpoints' }).click()
  await expect(page.getByRole('textbox', { name: 'Endpoints to paste' })).toBeHidden()
  await expect(page.getByRole('checkbox', { name: 'Select GET /health' })).toBeVisible()
})

test('a long name makes no page wider than the window', async ({ page }) => {
  const long = (length: number) => 'long-name-'.repeat(length / 10)
  const spec = manyEndpoints(2)
  const scope = long(190)
  await openWith(page, {
    ...spec,
    service: `${long(60)}api`,
    resourceServers: [{ ...spec.resourceServers[0], scopes: [{ name: scope, description: long(250) }] }],
    clients: [{ ...spec.clients[0], scopes: [`com.example.large/${scope}`] }],
    endpoints: spec.endpoints.map(one => ({ ...one, scopes: [`com.example.large/${scope}`] })),
  })
  await codePane(page)
  const share = page.getByRole('button', { name: 'Share' })
  for (const step of ['service', 'scopes', 'clients', 'endpoints', 'review']) {
    await page.goto(`/#${step}`)
    await expect(share).toBeInViewport({ ratio: 1 })
    const width = await page.locator('.app > *').evaluateAll(parts => parts.map(part => part.scrollWidth))
    expect(Math.max(...width)).toBeLessThanOrEqual(1440)
  }
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

test('in two tabs the other one is told at once, and nothing is overwritten unseen', async ({
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

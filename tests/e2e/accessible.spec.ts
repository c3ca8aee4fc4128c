import type { Locator } from '@playwright/test'
import { type AuditOptions, expectAccessible } from './accessibility'
import { codePane, expect, expectNoSidewaysScroll, openWith, type Page, test } from './fixture'
import { manyEndpoints } from './specs'

// One page shows many states, and each is audited in both themes and at both widths: loading is what takes time.
test.use({ reducedMotion: 'reduce', sharesPage: true })
test.describe.configure({ timeout: 600_000 })

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }

/** One audit, with its name in a report. */
const auditIn = (page: Page, state: string, colorScheme: 'dark' | 'light', options: AuditOptions) =>
  test.step(`${state}, ${colorScheme}, ${page.viewportSize()?.width}`, async () => {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page, { withoutCode: true, ...options })
  })

/** Audits the page as it is, at the width it has: in light, and the colours of what is `within` in dark as well. */
async function audit(page: Page, state: string, { within, ...options }: AuditOptions = {}) {
  await auditIn(page, state, 'light', options)
  await auditIn(page, state, 'dark', {
    ...options,
    rules: 'colours',
    ...(within !== undefined && { within }),
  })
  await expectNoSidewaysScroll(page)
}

/** At both widths. Colours are the same at both, and so is what is not `within`: the wide page is audited as a whole. */
async function auditAll(page: Page, state: string, options: AuditOptions = {}) {
  await page.setViewportSize(NARROW)
  await auditIn(page, state, 'light', { ...options, rules: 'other' })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize(WIDE)
  await audit(page, state, options)
}

const MENU = { within: '[role="menu"]' }
const DIALOG = { within: '[role="dialog"]' }

const goTo = (page: Page, step: string) =>
  page.evaluate(id => {
    location.hash = `#${id}`
  }, step)
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const field = (page: Page, path: string) => page.locator(`[data-field="${path}"]`).first()

test('every step', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  await auditAll(page, 'service', { withoutCode: false })
  await goTo(page, 'scopes')
  await expect(heading(page, 'Resource server & scopes')).toBeVisible()
  await auditAll(page, 'scopes')
  await goTo(page, 'clients')
  await field(page, 'clients.0.scopes').click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await auditAll(page, 'clients, with suggestions')
  await goTo(page, 'endpoints')
  await page.getByRole('button', { name: 'Open GET /myevent' }).click()
  await page.getByRole('button', { name: 'Paste endpoints' }).click()
  await page.getByRole('textbox', { name: 'Endpoints to paste' }).fill('GET /a read\nnonsense')
  await page.getByRole('checkbox', { name: 'Select GET /myevent' }).check()
  await auditAll(page, 'endpoints, one open and selected, with lines to paste')
  await goTo(page, 'review')
  await expect(page.getByRole('heading', { level: 2, name: 'Download' })).toBeVisible()
  await auditAll(page, 'review')
  await page.setViewportSize(NARROW)
  for (const name of ['Output', 'Sample token']) {
    await page.getByRole('tab', { name }).click()
    await audit(page, name)
  }
})

test('a blank form, and one with problems', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: /^Start blank/ }).click()
  await expect(page.getByText('No template yet.')).toBeVisible()
  await auditAll(page, 'blank')
  await goTo(page, 'review')
  await expect(page.getByRole('heading', { name: 'Still to fill in' })).toBeVisible()
  await auditAll(page, 'review of a blank form')
  await goTo(page, 'service')
  await field(page, 'service').fill('Not A Name')
  await field(page, 'stage').fill('UPPER')
  await field(page, 'stage').blur()
  await expect(page.getByText('2 problems:')).toBeVisible()
  await auditAll(page, 'problems')
  await goTo(page, 'clients')
  await page.getByRole('textbox', { name: 'Add a callback URL, or paste several' }).fill('http://example.com')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Not allowed')).toBeVisible()
  await auditAll(page, 'a refused URL')
  await goTo(page, 'review')
  await expect(page.getByRole('heading', { name: 'Problems' })).toBeVisible()
  await auditAll(page, 'review of problems')
})

test('menus and dialogs', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  for (const name of [/^Examples$/, /^Theme/]) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await audit(page, `menu ${name}`, MENU)
    await page.keyboard.press('Escape')
  }
  await page.getByRole('button', { name: /^Shortcuts/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await auditAll(page, 'shortcuts', DIALOG)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: /^Start blank/ }).click()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await goTo(page, 'scopes')
  await page.getByRole('button', { name: 'Delete scope 1' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await auditAll(page, 'deleting a scope', DIALOG)
  await page.keyboard.press('Escape')
  const file = {
    name: 'wizard.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"version":1,"x":1}'),
  }
  await page.getByLabel('Open a wizard.json').setInputFiles(file)
  await expect(page.getByRole('dialog')).toBeVisible()
  await auditAll(page, 'problems of a file', DIALOG)
  await page.keyboard.press('Escape')
  await page.setViewportSize(NARROW)
  for (const name of ['Menu', /^Step 2/]) {
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await audit(page, `menu ${name}`, MENU)
    await page.keyboard.press('Escape')
  }
})

test('long lists, and what was open before', async ({ page }) => {
  const large = manyEndpoints(40)
  const clients = Array.from({ length: 60 }, (_, i) => ({ ...large.clients[0], name: `client-${i}` }))
  const userPool = { ...large.userPool, managedLogin: false }
  await openWith(page, { ...large, userPool, clients }, '/#clients')
  await codePane(page)
  await page.getByRole('searchbox', { name: 'Filter: clients' }).fill('client-5')
  await expect(page.getByText('12 of 60')).toBeVisible()
  await auditAll(page, 'a list of clients')
  await goTo(page, 'endpoints')
  await page.getByRole('checkbox', { name: 'Select GET /area0/things0' }).check()
  await page.getByRole('searchbox', { name: 'Filter endpoints' }).fill('POST')
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await auditAll(page, 'deleting hidden rows', DIALOG)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add scope' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await audit(page, 'menu of the selected rows', MENU)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: /^Machine/ }).click()
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.getByRole('menuitem', { name: /^Recent documents/ }).click()
  await expect(page.getByRole('button', { name: 'Restore large-api' })).toBeVisible()
  await auditAll(page, 'recent documents', DIALOG)
})

test('the inspector', async ({ page }) => {
  await page.goto('/inspector/')
  const token = page.getByRole('textbox', { name: 'Token', exact: true })
  await expect(page.getByRole('button', { name: /GET.*\/myevent/ })).toBeVisible()
  await auditAll(page, 'empty')
  await page.getByRole('button', { name: 'Sample', exact: true }).click()
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: /GET.*\/myevent/ }).click()
  await page.getByText('What your Lambda receives').click()
  await page.getByRole('button', { name: /Set the deployed pool/ }).click()
  await page.getByLabel('Deployed user pool ID').fill('not an ID')
  await auditAll(page, 'an allowed token')
  await page.getByRole('textbox', { name: 'Response' }).fill('{"message":"Unauthorized"}')
  await page.getByRole('combobox', { name: 'Endpoint that was called' }).selectOption({ index: 1 })
  await page.getByRole('combobox', { name: 'Status' }).selectOption('401')
  await expect(page.getByRole('button', { name: 'Show the checks' })).toBeVisible()
  await auditAll(page, 'a response')
  await token.fill(`Bearer Bearer ${EXPIRED}`)
  await expect(page.getByRole('button', { name: /GET.*\/myevent.*401 denied/ })).toBeVisible()
  await auditAll(page, 'a refused token')
  await page.setViewportSize(NARROW)
  for (const name of ['Claims', 'Endpoints', 'Token']) {
    await page.getByRole('tab', { name }).click()
    await audit(page, name)
  }
  await token.fill('not a token')
  await auditAll(page, 'no token')
})

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
/** Issued elsewhere, and expired in 2001. */
const EXPIRED = [
  encoded({ alg: 'RS256', kid: 'k' }),
  encoded({ token_use: 'id', iss: 'https://example.com', exp: 1e9, aud: 'a', sub: '\u202egnp' }),
  Buffer.alloc(256).toString('base64url'),
].join('.')

test('guide, and no such page', async ({ page }) => {
  await page.goto('/guide/')
  await auditAll(page, 'guide')
  const answer = await page.request.get('/nowhere/')
  expect(answer.status()).toBe(404)
  await page.goto('/404.html')
  await auditAll(page, 'no such page')
})

test('forced colours: the output is shown, and so is what is chosen', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  await codePane(page)
  const outline = (name: string) =>
    page
      .locator('label', { has: page.getByRole('radio', { name, exact: true }) })
      .evaluate(label => getComputedStyle(label).outlineStyle)
  expect(await outline('New pool')).toBe('solid')
  expect(await outline('Existing pool')).toBe('none')
  await expectAccessible(page)
})

/** What arrives late above it may move it out of the window again. */
const expectReachable = (locator: Locator) =>
  expect(async () => {
    await locator.scrollIntoViewIfNeeded()
    await expect(locator).toBeInViewport({ ratio: 1, timeout: 500 })
  }).toPass({ timeout: 30_000 })

test('at 400 % zoom everything can be scrolled to, in one direction', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 225 })
  await page.goto('/#clients')
  const last = page.getByRole('button', { name: 'Delete this client' })
  await expectReachable(last)
  await expectNoSidewaysScroll(page)
  await page.goto('/inspector/')
  await page.getByRole('button', { name: 'Sample', exact: true }).click()
  await page.getByRole('tab', { name: /Endpoints/ }).click()
  const row = page.getByRole('button', { name: /GET.*\/myevent/ })
  await expectReachable(row)
  await expectNoSidewaysScroll(page)
})

test('an audit notices a planted fault', async ({ page }) => {
  await page.goto('/guide/')
  await page.evaluate(() => {
    const planted = Object.assign(document.createElement('section'), { id: 'planted' })
    const button = document.createElement('button')
    const pale = Object.assign(document.createElement('p'), { textContent: 'Hard to read' })
    pale.style.cssText = 'color: #bbb; background: #fff'
    planted.append(button, pale)
    document.querySelector('main')?.prepend(planted)
  })
  const faultsOf = (options: AuditOptions) =>
    expectAccessible(page, options).then(
      () => [],
      (error: Error) => ['button-name', 'color-contrast'].filter(rule => error.message.includes(`${rule}: `)),
    )
  expect(await faultsOf({})).toEqual(['button-name', 'color-contrast'])
  expect(await faultsOf({ within: '#planted' })).toEqual(['button-name', 'color-contrast'])
  expect(await faultsOf({ rules: 'colours' })).toEqual(['color-contrast'])
  expect(await faultsOf({ rules: 'other' })).toEqual(['button-name'])
  expect(await faultsOf({ within: 'footer, header' })).toEqual([])
})

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { formats } from '../../lib/formats'
import { runCommand } from '../cli/process'
import { codePane, copiedText, expect, type Page, test } from './fixture'

test.use({ sharesPage: true })

/** What the command line makes of a document. */
async function generate(format: string, specFile: string): Promise<string> {
  const args = ['generate', '--format', format, specFile]
  const { status, stdout, stderr } = await runCommand(args, { folder: path.dirname(specFile) })
  expect(status, stderr).toBe(0)
  return stdout
}

async function download(page: Page, name: RegExp): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).first().click(),
  ])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

const openTab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click()
const openStep = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name }).click()

const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name })

/** Every tab of the output, and its format. */
const TABS = formats.filter(({ name, label }) => name === label).map(({ name, id }) => [name, id] as const)

test('from the example to the text of every format, which the command line would write too', async ({
  page,
}) => {
  await page.goto('/')
  await codePane(page)
  expect(await copiedText(page)).toContain('com.example.api/read')

  await openStep(page, /Resource server/)
  const identifier = page.getByRole('textbox', { name: 'Identifier' })
  await identifier.fill('com.example.shop')
  await identifier.blur()
  await page.getByRole('button', { name: 'Add scope' }).click()
  await page.locator('[data-field="resourceServers.0.scopes.2.name"]').fill('admin')
  await page.locator('[data-field="resourceServers.0.scopes.2.description"]').fill('Cancel and refund orders')

  await openStep(page, /Endpoints/)
  await page.getByRole('button', { name: 'Paste endpoints' }).click()
  await page
    .getByRole('textbox', { name: 'Endpoints to paste' })
    .fill('DELETE /orders/{orderId} admin bin/orders.cancel')
  await page.getByRole('button', { name: 'Add 1 endpoint' }).click()

  await expect(page.getByRole('tablist', { name: 'Output format' }).getByRole('tab')).toHaveText(
    TABS.map(([tab]) => tab),
  )
  const seen: Record<string, string> = {}
  for (const [tab, format] of TABS) {
    await openTab(page, tab)
    const text = await copiedText(page)
    expect(text).toContain('com.example.shop')
    expect(text).not.toContain('com.example.api')
    // An OpenAPI document of a REST API has no place for what a scope is for.
    if (format !== 'openapi') expect(text).toContain('Cancel and refund orders')
    expect(text).toMatch(/orders\/\{orderId\}|\{orderId\}/)
    seen[format] = text
  }

  const saved = await download(page, /^Save/)
  const specFile = path.join(mkdtempSync(path.join(tmpdir(), 'journey-')), saved.name)
  writeFileSync(specFile, saved.text)
  for (const [tab, format] of TABS) {
    await openTab(page, tab)
    const file = await download(page, /^Download (?!the project)/)
    expect(file.text).toBe(seen[format])
    expect(file.text).toBe(await generate(format, specFile))
  }
})

test('the project of each format downloads as a zip', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  for (const [tab] of TABS) {
    await openTab(page, tab)
    const file = await download(page, /Download the project/)
    expect(file.name).toMatch(/^example-api-\w+\.zip$/)
    expect(file.text.startsWith('PK')).toBe(true)
  }
})

test('Back and Forward show the page and the step of the address', async ({ page }) => {
  await page.goto('/#endpoints')
  await openStep(page, /App clients/)
  await page.getByRole('link', { name: 'Inspector' }).click()
  await expect(page.getByRole('heading', { name: 'Inspector' })).toBeAttached()
  for (const [move, title] of [
    ['goBack', /App clients/],
    ['goBack', /Endpoints/],
    ['goForward', /App clients/],
    ['goForward', /Inspector/],
  ] as const) {
    await page[move]()
    await expect(heading(page, title)).toBeAttached()
  }
})

test('a step is one entry of the history and one navigation; an address that is typed is one more', async ({
  page,
}) => {
  await page.goto('/')
  // The framework replaces the entry of the page by one with its state, on a busy machine only now.
  await page.waitForFunction(() => history.state !== null)
  const navigations = await page.evaluateHandle(() => {
    const types: (string | null)[] = []
    window.navigation.addEventListener('currententrychange', event => types.push(event.navigationType))
    return types
  })
  const made = () => navigations.jsonValue()
  await openStep(page, /App clients/)
  await page.getByRole('button', { name: 'Endpoints', exact: true }).click()
  await expect(heading(page, /Endpoints/)).toBeFocused()
  // The open step again.
  await openStep(page, /Endpoints/)
  await expect(page).toHaveURL('/#endpoints')
  expect(await made()).toEqual(['push', 'push'])

  await page.evaluate(() => {
    location.hash = '#review'
  })
  await expect(heading(page, /Review/)).toBeAttached()
  await expect.poll(made).toEqual(['push', 'push', 'push', 'replace'])
  await page.getByRole('link', { name: 'Wizard', exact: true }).click()
  await expect(heading(page, /Service/)).toBeAttached()
  for (const title of [/Review/, /Endpoints/, /App clients/, /Service/]) {
    await page.goBack()
    await expect(heading(page, title)).toBeAttached()
  }
})

test('focus goes to the title of the step when Back or a typed address takes its control away', async ({
  page,
}) => {
  await page.goto('/')
  await openStep(page, /Endpoints/)
  await page.getByRole('textbox', { name: 'API name' }).focus()
  await page.evaluate(() => {
    location.hash = '#review'
  })
  await expect(heading(page, /Review/)).toBeFocused()
  await page.getByRole('button', { name: 'Download SVG' }).focus()
  await page.goBack()
  await expect(heading(page, /Endpoints/)).toBeFocused()
  await page.getByRole('textbox', { name: 'API name' }).focus()
  await page.goBack()
  await expect(heading(page, /Service/)).toBeFocused()

  // What stays keeps it.
  const link = page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: /Scopes|scopes/ })
  await link.focus()
  await page.goForward()
  await expect(heading(page, /Endpoints/)).toBeAttached()
  await expect(link).toBeFocused()
})

test('focus stays where one is: in a new client, at the button of a menu or a dialog that closes', async ({
  page,
}) => {
  await page.goto('/#clients')
  await page.getByRole('button', { name: 'Add client' }).click()
  await page.getByRole('menuitem', { name: /Mobile app/ }).click()
  await expect(page.getByRole('textbox', { name: 'Client name' })).toBeFocused()
  for (const name of [/^Examples/, /^Shortcuts/]) {
    const button = page.getByRole('button', { name })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole(name.test('Examples') ? 'menu' : 'dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  }
})

import { test as base, codePane, copiedText, drop, expect, type Page, settled } from './fixture'
import { type OwnSite, SLOW, startOwnSite } from './own-site'

/** Chromium treats every name below localhost as safe; the service worker takes only localhost itself for a developer's. */
const test = base.extend<{ site: OwnSite; hostname: string }>({
  hostname: ['wizard.localhost', { option: true }],
  site: async ({ browserName: _ }, use) => {
    const site = await startOwnSite()
    await use(site)
    await site.stop()
  },
  baseURL: async ({ site, hostname }, use) => use(`http://${hostname}:${site.port}`),
  serviceWorkers: 'allow',
  // As people have it: a renderer for each tab and for the service worker. In one that they share, a tab that reloads
  // while another is closed was once left without an answer for ever.
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({ ...launchOptions, args: (launchOptions.args ?? []).filter(arg => arg !== '--process-per-site') }),
    { scope: 'worker' },
  ],
})

/** Waits until the service worker has the whole site and serves the page. */
const served = (page: Page) =>
  page.evaluate(async () => {
    const { serviceWorker } = navigator
    await serviceWorker.ready
    if (!serviceWorker.controller)
      await new Promise(resolve =>
        serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      )
  })

/** A build has a hundred files to store. */
test.slow()

const service = (page: Page) => page.locator('[data-field="service"]')
const buildOf = (page: Page) => page.locator('meta[name="build"]').getAttribute('content')
const openPage = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

test('without a connection every page, step and format works', async ({ page, context, site }) => {
  await page.goto('/')
  await served(page)
  await context.setOffline(true)
  await site.stop()

  await service(page).fill('offline-api')
  for (const step of [/Resource server/, /App clients/, /Endpoints/, /Review/, /Service/]) {
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: step }).click()
    await expect(page.getByRole('heading', { level: 1, name: step })).toBeVisible()
  }
  for (const tab of ['CloudFormation', 'SAM', 'Serverless', 'CDK', 'Terraform', 'OpenAPI']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    expect(await copiedText(page)).toContain('com.example.api')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: /Download the project/ }).click()
    expect((await download).suggestedFilename()).toMatch(/^offline-api-\w+\.zip$/)
  }

  await openPage(page, 'Inspector')
  await page.getByRole('button', { name: 'Sample', exact: true }).click()
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()
  await openPage(page, 'Doctor')
  await page.getByRole('button', { name: /from a post/ }).click()
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('2 findings')
  await page.getByRole('button', { name: /default redirect URI .* is not one of its callback URLs/ }).click()
  await page.getByRole('button', { name: 'Show the change' }).click()
  await expect(page.locator('[data-change] .view-line').first()).toBeVisible()
  // A large file is read in a worker.
  await page.getByRole('button', { name: 'Close these files' }).click()
  const filler = Array.from({ length: 2500 }, (_, i) => `  Topic${i}: { Type: 'AWS::SNS::Topic' }\n`).join('')
  const client = '{ Type: AWS::Cognito::UserPoolClient, Properties: { AllowedOAuthFlows: [code] } }'
  await drop(page, 'large.yaml', `Resources:\n${filler}  App: ${client}\n`)
  await expect(page.getByRole('region', { name: 'Findings' })).toContainText('not enabled')

  // Loaded again, too, with and without the slash, and the document is still there.
  await page.goto('/guide')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('/?from=elsewhere')
  await codePane(page)
  await expect(service(page)).toHaveValue('offline-api')
})

test('a new version is offered, keeps the document, and leaves other tabs on theirs', async ({
  page,
  context,
  site,
}) => {
  await page.goto('/')
  await served(page)
  const other = await context.newPage()
  await other.goto('/inspector/')
  const before = await buildOf(page)
  await other.evaluate(() => Object.assign(window, { sameDocument: true }))
  // A request of another tab keeps the old worker busy: the new one does not become active before it has its answer.
  await other.evaluate(url => void fetch(url), SLOW)

  site.publishNext()
  await page.reload()
  expect(await buildOf(page)).toBe(before)
  await service(page).fill('kept-api')
  await expect(page.getByText('A new version is available.')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.locator('meta[name="build"]')).not.toHaveAttribute('content', before ?? '')
  await expect(service(page)).toHaveValue('kept-api')
  await codePane(page)

  // The other tab goes from page to page without being loaded again, from files of its own version.
  for (const name of ['Doctor', 'Guide', 'Inspector']) {
    await openPage(other, name)
    await expect(other).toHaveURL(new RegExp(`/${name.toLowerCase()}/$`))
  }
  expect(await buildOf(other)).toBe(before)
  expect(await other.evaluate(() => 'sameDocument' in window)).toBe(true)

  const builds = () => page.evaluate(() => caches.keys())
  expect(await builds()).toHaveLength(2)
  site.answerSlow()
  await other.close()
  // A page removes it when it loads. Firefox counts a closed tab for a moment longer. Chromium at times never answers a
  // page that is loaded while one worker takes the place of another: it is loaded once more then.
  await expect(async () => {
    await page.reload({ timeout: 20_000 })
    await served(page)
    await expect.poll(builds, { timeout: 2000 }).toHaveLength(1)
  }).toPass()
  // Firefox reports requests that the end of a page ends.
  await settled(page)
})

test.describe('on localhost', () => {
  test.use({ hostname: 'localhost' })

  test('the server decides, and another program on the port gets its pages', async ({ page, site }) => {
    await page.goto('/')
    await served(page)
    // As above, here and below.
    await settled(page)
    site.publishNext()
    const before = await buildOf(page)
    await page.reload()
    expect(await buildOf(page)).not.toBe(before)
    await settled(page)

    site.replaceBy((_, response) =>
      response
        .setHeader('content-type', 'text/html')
        .end('<link rel="icon" href="data:,"><h1>Another program</h1>'),
    )
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Another program' })).toBeVisible()
    await site.stop()
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await settled(page)
  })
})

import { expectAccessible } from './accessibility'
import { codeLine, codePane, drop, expect, type Page, test } from './fixture'

test.use({ sharesPage: true })

const sample = async (page: Page, name: RegExp) => {
  await page.goto('/doctor/')
  await page.getByRole('button', { name }).click()
  return codePane(page)
}

const headline = (page: Page) =>
  page.getByRole('region', { name: 'Findings' }).getByRole('heading', { level: 2 })
const card = (page: Page, name: RegExp) => page.getByRole('button', { name })
const change = (page: Page) => page.getByRole('figure', { name: /^Change of/ })

/** An access token as Cognito writes it; its signature is not checked here. */
function accessToken(scope: string): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    sub: '7f1c0a8e-0000-4000-8000-000000000000',
    iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEf123',
    client_id: '6o7h8i9jexampleclientid',
    token_use: 'access',
    scope,
    iat: now,
    exp: now + 3600,
  }
  return `${encode({ alg: 'RS256', kid: 'a' })}.${encode(claims)}.${Buffer.alloc(256, 1).toString('base64url')}`
}

test('a template is read and repaired, with undo', async ({ page }) => {
  const pane = await sample(page, /from a post/)
  await expect(headline(page)).toHaveText('2 findings')

  // From the text to the finding, and back.
  await codeLine(page, 'service: notes').click()
  await page.keyboard.press('Control+End')
  await page.getByRole('region', { name: 'Files' }).getByRole('button', { name: 'Find' }).click()
  await expect(page.locator('.find-widget textarea').first()).toBeFocused()
  await page.keyboard.type('DefaultRedirectURI')
  await page.keyboard.press('Escape')
  await codeLine(page, 'DefaultRedirectURI: exampleapp://').click()
  const redirect = card(page, /default redirect URI .* is not one of its callback URLs/)
  await expect(redirect).toHaveAttribute('aria-expanded', 'true')
  const implicit = card(page, /allows the implicit grant/)
  await implicit.click()
  await expect(implicit).toHaveAttribute('aria-expanded', 'true')
  await expect(codeLine(page, '- implicit')).toBeInViewport()

  await redirect.click()
  await expect(redirect).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('button', { name: 'Show the change' }).click()
  await expect(change(page)).toContainText('-        DefaultRedirectURI: exampleapp://auth/login')
  await expect(change(page)).toContainText('+        DefaultRedirectURI: folktells://auth/login')
  await expect(
    page.locator('[data-change] .view-line').filter({ hasText: 'folktells' }).first(),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(redirect).toHaveCount(0)
  await expect(headline(page)).toHaveText('1 finding')
  await expect(pane).toContainText('DefaultRedirectURI: folktells')

  await page.keyboard.press('Control+z')
  await expect(headline(page)).toHaveText('2 findings')
  await page.keyboard.press('Control+Shift+z')
  await expect(headline(page)).toHaveText('1 finding')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the repaired file' }).click()
  expect((await download).suggestedFilename()).toBe('serverless.yml')
})

test('with the keyboard, a sample leads to its findings', async ({ page }) => {
  await page.goto('/doctor/')
  await page.getByRole('button', { name: /from a post/ }).focus()
  await page.keyboard.press('Enter')
  await expect(headline(page)).toBeFocused()
  await expect(headline(page)).toHaveText('2 findings')
  await page.keyboard.press('Tab')
  await expect(card(page, /default redirect URI .* is not one of its callback URLs/)).toBeFocused()
})

test('leaving the site with a changed file is asked about, until it is downloaded', async ({ page }) => {
  await sample(page, /SAM template/)
  const asked: string[] = []
  page.on('dialog', dialog => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await codeLine(page, 'AWSTemplateFormatVersion').click()
  await page.keyboard.type('# mine ')
  const download = page.getByRole('button', { name: 'Download the repaired file' })
  await expect(download).toBeVisible()
  // Pages of the site are opened without a question: the tab keeps the file.
  await page.getByRole('link', { name: 'Guide', exact: true }).click()
  await expect(page).toHaveURL('/guide/')
  await page.goBack()
  await expect(codeLine(page, '# mine')).toBeVisible()
  expect(asked).toEqual([])

  const leave = () => page.evaluate(() => location.assign('/404/'))
  await leave()
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await expect(page).toHaveURL('/doctor/')
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()])
  expect(file.suggestedFilename()).toBe('template.yaml')
  await leave()
  await expect(page).toHaveURL('/404/')
  expect(asked).toEqual(['beforeunload'])
})

test('a token is judged against the files, which are then taken over into the wizard', async ({ page }) => {
  await sample(page, /from a post/)
  await page.getByRole('tab', { name: 'Check a token' }).click()
  await page.getByRole('textbox', { name: 'Token' }).fill(accessToken('openid com.example.api/read'))
  await expect(page.getByRole('button', { name: /GET.*\/myevent.*200 allowed/ })).toBeVisible()
  await page.getByRole('textbox', { name: 'Token' }).fill(accessToken('openid'))
  await page.getByRole('button', { name: /GET.*\/myevent.*401 denied/ }).click()
  await expect(page.getByText('Token present')).toBeVisible()

  await page.getByRole('button', { name: 'Continue in the wizard' }).click()
  const dialog = page.getByRole('dialog')
  const [filledIn, changed] = [/^Filled in/, /^Changed/].map(title =>
    dialog.getByRole('heading', { name: title }),
  )
  await expect(filledIn!).toBeVisible()
  await expect(changed!).toBeVisible()
  await expect(dialog).toContainText('These files show no')
  await expect(dialog).toContainText('Deploying the import creates new resources')
  await dialog.getByRole('button', { name: 'Replace the document' }).click()
  await expect(page).toHaveURL(/\/$/)
  await expect(page.locator('[data-field="service"]')).toHaveValue('notes')
  await page.getByRole('button', { name: /^Undo: Import of/ }).click()
  await expect(page.locator('[data-field="service"]')).toHaveValue('example-api')
})

test('what is not in the file is answered in place; one change follows the other', async ({ page }) => {
  await sample(page, /open parameters/)
  await expect(headline(page)).toHaveText('5 undecided')
  await page.getByRole('textbox', { name: 'Identifier' }).fill('com.example.reports')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Identifier = com.example.reports')).toBeVisible()
  await expect(page.getByRole('row', { name: /GET \/reports/ })).toContainText('yes')
  await page.getByRole('textbox', { name: 'ReportScope' }).fill('write')
  await page.keyboard.press('Enter')
  await expect(headline(page)).toContainText('reason why an access token is refused')
  await page.getByRole('button', { name: 'Take back ReportScope' }).click()
  await expect(headline(page)).toHaveText('3 undecided')

  await page.getByRole('button', { name: 'Close these files' }).click()
  await page.getByRole('button', { name: /SAM template/ }).click()
  await expect(headline(page)).toHaveText(/^3 reasons why an access token gets 401 · \d more findings$/)
  await page.getByRole('button', { name: /^Apply all/ }).click()
  await expect(headline(page)).toHaveText('No findings')
  await expect(page.getByRole('row', { name: /GET \/orders/ })).toContainText('yes')
  await page.getByRole('region', { name: 'Files' }).getByRole('button', { name: /^Undo/ }).click()
  await expect(headline(page)).toContainText('3 reasons')
})

test('a template that is dropped on another page is read by the doctor; a fault in it is marked', async ({
  page,
}) => {
  await page.goto('/')
  // Once the editor is there, the page listens.
  await codePane(page)
  await drop(
    page,
    'template.yaml',
    'Resources:\n  App:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      AllowedOAuthScopes: [openid]\n      AllowedOAuthFlows: [code]\n',
  )
  await expect(page).toHaveURL(/\/doctor\/$/)
  await codePane(page)
  const found = card(page, /client App has OAuth settings that are not enabled/)
  await expect(found).toBeVisible()
  await codeLine(page, 'AllowedOAuthFlows').click()
  await page.keyboard.press('End')
  await page.keyboard.type('[')
  await expect(page.getByText('The findings below are those of the last text')).toBeVisible()
  await expect(page.getByText('is not valid YAML')).toBeVisible()
  await expect(found).toBeVisible()
  await page.keyboard.press('Backspace')
  await expect(page.getByText('is not valid YAML')).toHaveCount(0)
  await expect(found).toBeVisible()
})

test('nothing of a template is stored, sent or put into the address', async ({ page, baseURL }) => {
  const requests: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith('blob:')) requests.push(`${request.url()} ${request.postData() ?? ''}`)
  })
  await page.goto('/doctor/')
  await page
    .getByRole('textbox', { name: 'Paste a template' })
    .fill(
      'Resources:\n  Unheard:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      ClientName: do-not-keep-me\n      AllowedOAuthScopes: [openid]\n      AllowedOAuthFlows: [code]\n',
    )
  await codePane(page)
  await card(page, /client Unheard has OAuth settings/).click()
  await page.getByRole('button', { name: 'Show the change' }).click()
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(card(page, /client Unheard has OAuth settings/)).toHaveCount(0)
  await page.getByRole('link', { name: 'Guide' }).click()
  await expect(page).toHaveURL(/guide/)
  // What is saved, is saved when the page is left.
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  const kept = await page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      location.href,
      document.cookie,
      await indexedDB.databases(),
      await caches.keys(),
    ]),
  )
  for (const text of [kept, ...requests]) expect(text).not.toMatch(/do-not-keep-me|Unheard/)
  expect(requests.every(request => request.startsWith(`${baseURL}/`))).toBe(true)
})

test('a large template is read in a worker', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  const filler = Array.from({ length: 2500 }, (_, i) => `  Topic${i}: { Type: 'AWS::SNS::Topic' }\n`).join('')
  const started = page.waitForEvent('worker', worker => /worker/.test(worker.url()))
  await drop(
    page,
    'large.yaml',
    `Resources:\n${filler}  App:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      AllowedOAuthScopes: [openid]\n      AllowedOAuthFlows: [code]\n`,
  )
  await started
  await card(page, /client App has OAuth settings that are not enabled/).click()
  await page.getByRole('button', { name: 'Show the change' }).click()
  await expect(change(page)).toContainText('AllowedOAuthFlowsUserPoolClient: true')
})

test('findings, a change and verdicts are accessible, and legible in both themes', async ({
  page,
  browserName,
}) => {
  await sample(page, /SAM template/)
  await card(page, /OAuth settings that are not enabled/).click()
  await page.getByRole('button', { name: 'Show the change' }).click()
  await expect(page.locator('[data-change] .view-line').first()).toBeVisible()
  await page.getByRole('tab', { name: 'Check a token' }).click()
  await page.getByRole('textbox', { name: 'Token' }).fill(accessToken('openid'))
  await page.getByRole('button', { name: /GET.*\/orders.*denied/ }).click()
  await expect(page.getByText('Failed: ')).toHaveCount(1)
  await expectAccessible(page)
  // Firefox cannot change the theme here: see firefox/launch.mjs.
  if (browserName !== 'chromium') return
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('.monaco-editor.vs-dark').first()).toBeAttached()
  await expectAccessible(page, { rules: 'colours' })
})

test('the empty page, undecided checks and the import are accessible', async ({ page }) => {
  await page.goto('/doctor/')
  await expectAccessible(page)
  await page.getByRole('button', { name: /open parameters/ }).click()
  await expect(headline(page)).toHaveText('5 undecided')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Continue in the wizard' }).click()
  await expect(page.getByRole('dialog').getByText('Filled in')).toBeVisible()
  await expectAccessible(page)
})

import { codeLine, codePane, copiedText, expect, openAgain, openWith, scrollTo, test } from './fixture'
import { manyEndpoints } from './specs'

test.use({ sharesPage: true })

test('a field that has focus lights its lines, and no others', async ({ page }) => {
  await page.goto('/#clients')
  await codePane(page)
  await page.locator('[data-field="clients.0.name"]').focus()
  await expect(page.locator('.code-focused').first()).toBeVisible()
  await expect(page.locator('.code-focused-label')).toHaveText(/Client name/)
  await expect(codeLine(page, 'user-pool-client').first()).toBeInViewport()

  await page.locator('[data-field="clients.0.callbackUrls.0"]').first().focus()
  await expect(page.locator('.code-focused-label')).toHaveText(/Callback URL/)
  await expect(codeLine(page, 'exampleapp://auth/login').first()).toBeInViewport()
})

test('a line that is clicked focuses its field, on whatever step that is', async ({ page }) => {
  await openAgain(page)
  await codePane(page)
  await codeLine(page, 'UserPoolTier').click()
  await expect(page.locator('[data-field="userPool.tier"]')).toBeFocused()

  await page.getByRole('tab', { name: 'CDK', exact: true }).click()
  const line = codeLine(page, "scopeName: 'read'")
  await scrollTo(page, line)
  await line.click()
  await expect(page).toHaveURL(/#scopes$/)
  await expect(page.locator('[data-field^="resourceServers.0.scopes.0"]:focus')).toBeVisible()
  // The way back: the field just focused lights the line that was clicked.
  await expect(page.locator('.code-focused').first()).toBeVisible()
})

test('Enter on a line does the same without a mouse, and Tab leaves the editor', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  await codeLine(page, 'Deployable as is').click({ button: 'right' })
  await page.keyboard.press('Escape')
  await page.locator('.code-pane [role="textbox"], .code-pane textarea').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-field="service"]')).toBeFocused()
})

test('a line explains itself under the pointer and with Space', async ({ page }) => {
  await openAgain(page)
  await codePane(page)
  const box = page.getByRole('dialog')
  await codeLine(page, 'UserPoolTier').hover()
  await expect(box).toContainText('UserPoolTier: from Feature plan of User pool')
  // The pointer can go to the box, which stays.
  const link = box.getByRole('link', { name: 'AWS documentation' })
  await link.hover()
  // Longer than a box without the pointer stays.
  await page.evaluate(() => new Promise(later => setTimeout(later, 600)))
  await expect(box).toBeVisible()
  await expect(link).toHaveAttribute('href', /^https:\/\/docs\.aws\.amazon\.com\//)
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(link).toHaveAttribute('rel', /noopener/)
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  await page.mouse.move(5, 5)

  await page.locator('.code-pane [role="textbox"], .code-pane textarea').first().focus()
  await page.keyboard.press('Space')
  await expect(box).toBeFocused()
  await expect(box).toHaveAccessibleName(/from|Service name/)
  await page.keyboard.press('Tab')
  await expect(link).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(box).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-field="service"]')).toBeFocused()
})

test('what changes glows and can be seen', async ({ page }) => {
  await page.goto('/#endpoints')
  await codePane(page)
  await page.getByRole('button', { name: 'Open GET /myevent' }).click()
  await page.locator('[data-field="endpoints.0.handler"]').press('End')
  await page.keyboard.type('2')
  await expect(page.locator('.code-changed').first()).toBeVisible()
  await expect(page.locator('.code-sign-changed').first()).toBeVisible()
  expect(await copiedText(page)).toContain('myevent.handler2')
  await expect(page.locator('.code-changed')).toHaveCount(0)
})

test('with errors the last valid template stays, and each problem leads to its field', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  const before = await copiedText(page)
  const service = page.locator('[data-field="service"]')
  await service.fill('Not A Name')
  await service.blur()
  await expect(page.getByText('Showing the last valid template.')).toBeVisible()
  expect(await copiedText(page)).toBe(before)

  await page
    .getByRole('navigation', { name: 'Steps' })
    .getByRole('link', { name: /Endpoints/ })
    .click()
  await page.getByRole('button', { name: 'Service name', exact: true }).click()
  await expect(service).toBeFocused()
  await service.fill('renamed-api')
  await expect(page.getByText('Showing the last valid template.')).toBeHidden()
  expect(await copiedText(page)).toContain('renamed-api')
})

test('a document that was kept with an error opens with the error, and with no template of another', async ({
  page,
}) => {
  await openWith(page, { ...manyEndpoints(2), service: '' })
  await expect(page.locator('.code-pane[data-ready="true"]')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('The template appears here')).toBeVisible()
  await expect(page.locator('.view-line').first()).toBeHidden()
  await page.getByRole('button', { name: 'Service name', exact: true }).click()
  // A person types when the field has the focus, which comes a frame after the click.
  await expect(page.locator('[data-field="service"]')).toBeFocused()
  await page.keyboard.type('now-valid')
  await expect(codeLine(page, 'now-valid').first()).toBeVisible()
})

test('the same document in other notations', async ({ page }) => {
  await page.goto('/')
  await codePane(page)
  await page.getByRole('radio', { name: 'JSON' }).check()
  const json = JSON.parse(await copiedText(page))
  expect(Object.keys(json.Resources).length).toBeGreaterThan(5)
  await expect(page.getByText('template.json').first()).toBeVisible()
})

test('300 endpoints: a keystroke reaches text, tabs and token', async ({ page }) => {
  await openWith(page, manyEndpoints(300))
  await codePane(page)
  await expect(page.getByText('Allowed at 300 of 300 endpoints')).toBeVisible()
  const service = page.locator('[data-field="service"]')
  await service.press('End')
  await page.keyboard.type('x')
  await expect(codeLine(page, 'large-apix').first()).toBeVisible()
  for (const tab of ['Serverless', 'CDK']) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    expect(await copiedText(page)).toContain('large-apix')
  }
})

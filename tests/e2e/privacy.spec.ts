import { codePane, expect, settled, test } from './fixture'

test('once the page is there, nothing is requested, whatever is done', async ({ page }) => {
  await page.addInitScript(() => {
    const { subtle } = crypto
    const { generateKey } = subtle
    const made: unknown[] = []
    const counted = (...args: readonly unknown[]) => {
      made.push(args)
      return Reflect.apply(generateKey, subtle, args)
    }
    Object.assign(subtle, { generateKey: counted })
    Object.assign(window, { made })
  })
  const keysMade = () => page.evaluate(() => (window as unknown as { made: unknown[] }).made.length)
  await page.goto('/')
  await codePane(page)
  await expect(page.getByText('Allowed at 1 of 1 endpoint')).toBeVisible()
  await settled(page)
  // Making the keys of the sample token takes long: it waits until one is signed.
  expect(await keysMade()).toBe(0)
  const shown = await page.getByRole('region', { name: 'Header and claims' }).textContent()
  const requests: string[] = []
  page.on('request', request => {
    // A file that is saved is read from the tab's own memory.
    if (!request.url().startsWith('blob:')) requests.push(request.url())
  })
  await page.locator('[data-field="service"]').fill('other-api')
  await page.getByRole('tab', { name: 'Serverless', exact: true }).click()
  await page.getByRole('button', { name: 'Copy the sample token' }).click()
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(clipboard).toMatch(/^ey[\w-]+\.ey[\w-]+\.[\w-]+$/)
  expect(await keysMade()).toBe(2)
  const [header = ''] = (await clipboard()).split('.')
  expect(shown).toContain(JSON.parse(Buffer.from(header, 'base64url').toString()).kid)
  await page.getByRole('button', { name: /Download the project/ }).click()
  await page.getByRole('button', { name: 'Examples' }).click()
  await page.keyboard.press('Escape')
  for (const step of [/Resource server/, /App clients/, /Endpoints/, /Review/])
    await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: step }).click()
  await expect(page.getByRole('heading', { name: 'Review & download' })).toBeVisible()
  await page.waitForTimeout(500)
  expect(requests).toEqual([])
})

test.describe('whatever was loaded before', () => {
  test.use({ sharesPage: true })

  test('the policy forbids inline script, text as code and other hosts', async ({ page, baseURL }) => {
    const answer = await page.request.get('/')
    const policy = answer.headers()['content-security-policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/)
    expect(await answer.text()).toContain('http-equiv="Content-Security-Policy"')
    expect((await page.request.get('/nowhere/')).status()).toBe(404)
    expect(baseURL).toContain('localhost')
  })

  test('a token goes to the inspector by memory alone', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'Inspect the sample token' }).click()
    await expect(page).toHaveURL(/\/inspector\/$/)
    const box = page.getByRole('textbox', { name: 'Token', exact: true })
    await expect(box).toHaveValue(/^ey/)
    const token = await box.inputValue()
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
    )
    expect(kept).not.toContain(token.slice(0, 40))
    expect(kept).not.toContain(token.split('.')[2])
  })
})

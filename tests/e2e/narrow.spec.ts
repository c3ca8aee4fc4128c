import { devices, type Locator } from '@playwright/test'
import { expectAccessible } from './accessibility'
import { codePane, expect, expectNoSidewaysScroll, openAgain, type Page, test } from './fixture'

// In the browser of the other tests: a project of its own would start two more.
const { defaultBrowserType: _, ...phone } = devices['Pixel 7']
test.use({ ...phone, viewport: { width: 390, height: 844 }, sharesPage: true })

test('form, output and sample token are tabs', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('[data-field="service"]')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('tab', { name: 'Output' }).click()
  await codePane(page)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('tab', { name: 'Sample token' }).click()
  await expect(page.getByText('Allowed at 1 of 1 endpoint')).toBeVisible()
  await expect(page.locator('.code-pane')).toBeHidden()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('a tapped line leads back to the form', async ({ page }) => {
  await openAgain(page)
  await page.getByRole('tab', { name: 'Output' }).click()
  await codePane(page)
  await tap(page, page.locator('.view-line').filter({ hasText: 'UserPoolTier' }))
  await expect(page.locator('[data-field="userPool.tier"]')).toBeFocused()
})

/**
 * A touch of 50 ms by its own time stamps, as a finger's. `Locator.tap` sends the end when the page has handled the start,
 * so on a busy machine its tap is a long press.
 */
async function tap(page: Page, target: Locator) {
  // In one step, and at rest: while Monaco settles, it replaces the elements of its lines, and moves them.
  let box: DOMRect | undefined
  await expect
    .poll(async () => {
      const before = box
      box = await target.evaluateAll(([line]) => line?.getBoundingClientRect().toJSON())
      return box && before ? [box.left, box.top].join() === [before.left, before.top].join() : false
    })
    .toBe(true)
  const { left, top, height } = box!
  const session = await page.context().newCDPSession(page)
  const at = Date.now() / 1000
  const touchPoints = [{ x: left + 150, y: top + height / 2 }]
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints, timestamp: at })
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [], timestamp: at + 0.05 })
  await session.detach()
}

test('a step that is asked for in the list of commands is shown, whatever tab is open', async ({ page }) => {
  await openAgain(page)
  const goTo = async (step: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: 'Commands', exact: true }).fill(step)
    await page.keyboard.press('Enter')
  }
  const heading = page.getByRole('heading', { level: 1, name: 'Endpoints' })
  await page.getByRole('tab', { name: 'Output' }).click()
  await codePane(page)
  await goTo('Step 4')
  await expect(heading).toBeFocused()
  // The open step, too.
  await page.getByRole('tab', { name: 'Sample token' }).click()
  await expect(heading).toBeHidden()
  await goTo('Step 4')
  await expect(heading).toBeVisible()
})

test('the inspector', async ({ page }) => {
  await page.goto('/inspector/')
  await page.getByRole('button', { name: 'Sample', exact: true }).click()
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Claims' }).click()
  await expect(page.getByText('token_use', { exact: true })).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('tab', { name: 'Endpoints' }).click()
  await page.getByRole('button', { name: /GET.*\/myevent/ }).click()
  await expect(page.getByText('Token present')).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('a pasted token leads to the verdict', async ({ page }) => {
  await page.goto('/inspector/')
  await page.getByRole('button', { name: 'Sample', exact: true }).click()
  await expect(page.getByText('Valid', { exact: true })).toBeVisible()
  const box = page.getByRole('textbox', { name: 'Token', exact: true })
  const token = await box.inputValue()
  await box.fill('')
  await box.fill(token)
  await expect(page.getByRole('tab', { name: 'Endpoints' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText(/Access token · user/)).toBeInViewport()
  await expect(page.getByRole('button', { name: /GET.*\/myevent.*200 allowed/ })).toBeInViewport()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

test('the doctor', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'Doctor' }).click()
  await expect(page.getByText('Nothing is sent or stored.')).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: /SAM template/ }).click()
  await page.getByRole('button', { name: /OAuth settings that are not enabled/ }).click()
  await page.getByRole('button', { name: 'Show the change' }).click()
  await expect(page.getByRole('figure', { name: /^Change of/ })).toContainText(
    '+      AllowedOAuthFlowsUserPoolClient: true',
  )
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await page.getByRole('button', { name: /default scopes|accepts ID tokens only/ }).click()
  await page.getByRole('button', { name: /^line \d+/ }).click()
  await codePane(page)
  await expect(page.getByRole('tab', { name: 'Files' })).toHaveAttribute('aria-selected', 'true')
  await expectNoSidewaysScroll(page)
  await page.getByRole('tab', { name: 'Access', exact: true }).click()
  await expect(page.getByRole('row', { name: /GET \/orders/ })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})

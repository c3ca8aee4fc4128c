import { expect, type Page, test } from './fixture'

test.use({ sharesPage: true })

/** How many controls `within` have a focus ring, and the names of those whose ring what is around them cuts off. */
const rings = (page: Page, within: string) =>
  page.evaluate(selector => {
    const RING = 3
    const isCut = (control: Element) => {
      const { left, right, top, bottom } = control.getBoundingClientRect()
      for (let box = control.parentElement; box; box = box.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(box)
        if (overflowX !== 'visible' || overflowY !== 'visible') {
          const edge = box.getBoundingClientRect()
          const [x, y] = [edge.left + box.clientLeft, edge.top + box.clientTop]
          const room = [left - x, x + box.clientWidth - right, top - y, y + box.clientHeight - bottom]
          if (room.some(space => space >= 0 && space < RING)) return true
        }
        if (position === 'fixed') return false
      }
      return false
    }
    const controls = document.querySelectorAll<HTMLElement>(
      `${selector} :is(a, button, input, select, textarea, [tabindex="0"]):not(.monaco-editor *)`,
    )
    const withRing = [...controls].filter(control => {
      control.focus()
      const { boxShadow } = getComputedStyle(control)
      return document.activeElement === control && boxShadow !== 'none' && !boxShadow.includes('inset')
    })
    const cut = withRing.filter(control => {
      control.focus()
      return isCut(control)
    })
    return { count: withRing.length, cut: cut.map(({ ariaLabel, textContent }) => ariaLabel ?? textContent) }
  }, within)

test('the ring of every control in the last step and in a dialog is drawn whole', async ({ page }) => {
  await page.goto('/#review')
  await expect(page.getByRole('heading', { level: 2, name: 'Download' })).toBeVisible()
  const step = await rings(page, '.form')
  expect(step.count).toBeGreaterThan(10)
  expect(step.cut).toEqual([])
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await rings(page, '[role="dialog"]')).toEqual({ count: 2, cut: [] })
})

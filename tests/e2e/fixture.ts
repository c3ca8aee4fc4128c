import { test as base, expect, type Locator, type Page, type Request } from '@playwright/test'
import { createSharedPages, type SharedPages } from './shared-page'

export { expect, type Page }

interface TestFixtures {
  /**
   * True where a test may use the page of the tests before it, which loads faster. Of the options of a context it can then
   * set only the device, and the size and media of the page. In Firefox every test has a context of its own.
   */
  readonly sharesPage: boolean
  readonly clean: undefined
}

/** Fails every test on a console error, a page error, a violation of the policy or a request to another host. */
export const test = base.extend<TestFixtures, { readonly shared: SharedPages }>({
  sharesPage: [false, { option: true }],
  shared: [
    async ({ browser }, use) => {
      const shared = createSharedPages(browser)
      await use(shared)
      await shared.close()
    },
    { scope: 'worker' },
  ],
  // Without Playwright's fixtures of these names, which would make a context and a page for nothing. A new context has the
  // test's options.
  context: async (
    { browser, browserName, shared, sharesPage, userAgent, deviceScaleFactor, isMobile, hasTouch },
    use,
  ) => {
    if (sharesPage && browserName === 'chromium') {
      const kind = JSON.stringify([userAgent, deviceScaleFactor, isMobile, hasTouch])
      const { page, clear } = await shared.of(kind)
      await use(page.context())
      await clear()
      return
    }
    const own = await browser.newContext()
    await use(own)
    await own.close()
  },
  page: async ({ context, viewport, colorScheme, reducedMotion }, use) => {
    const [shared] = context.pages()
    if (shared && viewport) await shared.setViewportSize(viewport)
    await shared?.emulateMedia({ colorScheme, reducedMotion })
    const page = shared ?? (await context.newPage())
    const goto = page.goto.bind(page)
    page.goto = async (url, options) => {
      const response = await goto(url, options)
      if (options?.waitUntil === undefined) await listening(page)
      return response
    }
    await use(page)
    // The method of the class again.
    Reflect.deleteProperty(page, 'goto')
  },
  clean: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = []
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
          console.error(`policy violated: ${effectiveDirective} ${blockedURI} ${sample}`),
        )
      })
      page.on('console', message => {
        if (message.type() === 'error') faults.push(message.text())
      })
      page.on('pageerror', error => faults.push(error.message))
      page.on('request', request => {
        const url = request.url()
        if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url)) faults.push(`another host: ${url}`)
      })
      await use(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

/**
 * Waits until the page's code listens, if it has any: on a busy machine a press right after the load event comes before
 * that, and a browser does not repeat it. React leaves a mark on the elements that it has hydrated.
 */
const listening = (page: Page) =>
  page.waitForFunction(
    () =>
      !('__next_f' in window) ||
      [...document.querySelectorAll('a, button, input')].some(element =>
        Object.keys(element).some(key => key.startsWith('__reactProps')),
      ),
  )

const SAVED = 'cognito-scope-wizard.spec'

/** Opens a page on a document as the browser would have kept it. */
export async function openWith(page: Page, spec: unknown, path = '/') {
  await page.addInitScript(
    ([key, text]) => {
      try {
        localStorage.setItem(key!, text!)
      } catch {
        // Firefox runs the script in the empty page before, too, and refuses its storage.
      }
    },
    [SAVED, JSON.stringify(spec)],
  )
  await page.goto(path)
}

/** Opens a page as someone who was here before, without the doors of the first visit above it. */
export async function openAgain(page: Page, path = '/') {
  await page.addInitScript(() => localStorage.setItem('cognito-scope-wizard.start', 'closed'))
  await page.goto(path)
}

/** Waits for the editor; returns it. */
export async function codePane(page: Page) {
  const pane = page.locator('.code-pane[data-ready="true"]')
  // Not by expect: after each look in vain it would describe the whole page, for a report that nobody reads.
  await pane.locator('.view-line').first().waitFor({ timeout: 30_000 })
  return pane
}

/** Lines of the editor that are on the screen, by a part of their text. Monaco writes blanks as no-break spaces. */
export const codeLine = (page: Page, text: string) =>
  page.locator('.code-pane .view-line').filter({ hasText: new RegExp(escaped(text)) })

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s')

/** The page asks for what it needs later in an idle moment, or 11 s after it has loaded. */
const LONGER_THAN_THE_PAGE_WAITS_MS = 12_000

/** Waits until all that belongs to the page has arrived: it is idle, has every answer, and asked for nothing for two seconds. */
export async function settled(page: Page) {
  let last = Date.now()
  const open = new Set<Request>()
  const asked = (request: Request) => {
    last = Date.now()
    open.add(request)
  }
  const answered = (request: Request) => {
    last = Date.now()
    open.delete(request)
  }
  page.on('request', asked).on('requestfinished', answered).on('requestfailed', answered)
  const quiet = async () => {
    // A busy page has not asked for everything yet. Without a limit a browser that draws nothing may never call back.
    await page.evaluate(
      timeout => new Promise(idle => requestIdleCallback(idle, { timeout })),
      LONGER_THAN_THE_PAGE_WAITS_MS,
    )
    return open.size > 0 ? 0 : Date.now() - last
  }
  // As long as it takes: only the timeout of the test ends what never rests.
  await expect.poll(quiet, { timeout: 0 }).toBeGreaterThan(2000)
  page.off('request', asked).off('requestfinished', answered).off('requestfailed', answered)
}

/** Scrolls the editor until `line` is on the screen, whole and at rest: lines out of sight are not in the page. */
export async function scrollTo(page: Page, line: Locator) {
  const pane = page.locator('.code-pane')
  await pane.hover()
  await expect(async () => {
    await page.mouse.wheel(0, 200)
    await expect(line).toBeInViewport({ timeout: 200 })
  }).toPass({ timeout: 20_000 })
  // A wheel may take effect later, and Monaco scrolls smoothly: a click meanwhile would hit another line.
  const text = await line.textContent()
  const place = () =>
    pane.evaluate(async (box, text) => {
      const top = () =>
        [...box.querySelectorAll('.view-line')].find(one => one.textContent === text)?.getBoundingClientRect()
          .top
      const first = top()
      for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame)
      const { top: from, bottom: to } = box.getBoundingClientRect()
      if (first === undefined || first !== top()) return 'moving'
      return first >= from && first + 32 < to ? 'at rest' : 'cut'
    }, text)
  await expect(async () => {
    const where = await place()
    if (where === 'cut') await page.mouse.wheel(0, 40)
    expect(where).toBe('at rest')
  }).toPass({ timeout: 20_000 })
}

/** Everything of the shown format, as the Copy button gives it. */
export async function copiedText(page: Page): Promise<string> {
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  // Not by the word "Copied", which goes after two seconds: a busy machine may look too late.
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.getByRole('button', { name: /^Copy (?!the)/ }).click()
  await expect.poll(clipboard).not.toBe('')
  return clipboard()
}

/** Drops a file on the page. */
export const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content!], fileName!))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, text] as const,
  )

/** The document grows sideways in no window. */
export const expectNoSidewaysScroll = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)

import type { Page } from '@playwright/test'
import { expect, test } from './fixture'

test.use({ sharesPage: true })
// In this order, and in one worker.
test.describe.configure({ mode: 'serial' })

/** Everything that a page of the site could find of another one. */
const found = (page: Page) =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    caches: await caches.keys(),
    databases: await indexedDB.databases(),
    windowName: window.name,
    hovered: document.querySelectorAll('h1:hover').length,
    history: history.length,
    scrolled: scrollY,
    online: navigator.onLine,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    still: matchMedia('(prefers-reduced-motion: reduce)').matches,
    printed: matchMedia('print').matches,
    forced: matchMedia('(forced-colors: active)').matches,
    width: innerWidth,
    height: innerHeight,
    init: 'fromInitScript' in window,
  }))

const NOTHING = {
  local: {},
  session: {},
  cookies: '',
  caches: [],
  databases: [],
  windowName: '',
  hovered: 0,
  // The page itself, and the one that it was opened from.
  history: 2,
  scrolled: 0,
  online: true,
  dark: false,
  still: false,
  printed: false,
  forced: false,
  width: 1440,
  height: 900,
  init: false,
}

let used: Page | undefined
let heard = 0

test('a test leaves something of every kind', async ({ page, context }) => {
  used = page
  await page.goto('/404.html')
  expect(await found(page)).toEqual(NOTHING)
  await page.addInitScript(() => Object.assign(window, { fromInitScript: true }))
  page.on('request', () => heard++)
  await page.route('**/guide/', route => route.fulfill({ status: 500 }))
  await context.route('**/guide/', route => route.abort())
  await page.reload()
  await page.setViewportSize({ width: 500, height: 100 })
  await page.emulateMedia({
    media: 'print',
    colorScheme: 'dark',
    reducedMotion: 'reduce',
    forcedColors: 'active',
  })
  await page.evaluate(async () => {
    localStorage.setItem('left', 'here')
    sessionStorage.setItem('left', 'here')
    // biome-ignore lint/suspicious/noDocumentCookie: a cookie as any script sets it.
    document.cookie = 'left=here'
    window.name = 'left'
    history.pushState({}, '', '#left')
    await (await caches.open('left')).put('/left', new Response('here'))
    await new Promise(resolve => {
      indexedDB.open('left').onsuccess = resolve
    })
    addEventListener('pagehide', () => {
      localStorage.setItem('left later', 'here')
      sessionStorage.setItem('left later', 'here')
    })
    document.body.style.paddingBottom = '2000px'
    scrollTo(0, 10)
  })
  await page.getByRole('heading', { level: 1 }).hover()
  await context.newPage()
  await context.setOffline(true)
  const all = await found(page)
  for (const key of Object.keys(NOTHING) as (keyof typeof NOTHING)[])
    expect(all[key], key).not.toEqual(NOTHING[key])
  expect(heard).toBeGreaterThan(0)
})

test('the next test finds none of it', async ({ page, context }) => {
  expect(page).toBe(used)
  expect(context.pages()).toEqual([page])
  const before = heard
  expect((await page.goto('/guide/'))?.status()).toBe(200)
  expect((await page.goto('/404.html'))?.status()).toBe(200)
  expect(heard).toBe(before)
  expect(await found(page)).toEqual({ ...NOTHING, history: 3 })
})

test.describe('with options of its own', () => {
  test.use({ colorScheme: 'dark', reducedMotion: 'reduce', viewport: { width: 800, height: 300 } })

  test('a test has a page with these options', async ({ page }) => {
    expect(page).toBe(used)
    await page.goto('/404.html')
    expect(await found(page)).toEqual({ ...NOTHING, dark: true, still: true, width: 800, height: 300 })
  })
})

test.describe('not shared', () => {
  test.use({ sharesPage: false })

  test('a test has a context of its own', async ({ page, context }) => {
    expect(context).not.toBe(used?.context())
    expect(context.pages()).toEqual([page])
  })
})

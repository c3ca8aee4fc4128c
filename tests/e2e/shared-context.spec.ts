import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './fixture'

test.use({ sharesContext: true })
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
    online: navigator.onLine,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    still: matchMedia('(prefers-reduced-motion: reduce)').matches,
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
  online: true,
  dark: false,
  still: false,
  forced: false,
  width: 1440,
  height: 900,
  init: false,
}

let used: BrowserContext | undefined

test('a test leaves something of every kind', async ({ page, context }) => {
  used = context
  await page.goto('/404.html')
  expect(await found(page)).toEqual(NOTHING)
  await page.addInitScript(() => Object.assign(window, { fromInitScript: true }))
  await page.reload()
  await page.setViewportSize({ width: 500, height: 400 })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce', forcedColors: 'active' })
  await page.evaluate(async () => {
    localStorage.setItem('left', 'here')
    sessionStorage.setItem('left', 'here')
    // biome-ignore lint/suspicious/noDocumentCookie: a cookie as any script sets it.
    document.cookie = 'left=here'
    window.name = 'left'
    await (await caches.open('left')).put('/left', new Response('here'))
    await new Promise(resolve => {
      indexedDB.open('left').onsuccess = resolve
    })
    addEventListener('pagehide', () => localStorage.setItem('left later', 'here'))
  })
  await context.newPage()
  await context.route('**/guide/', route => route.abort())
  await context.setOffline(true)
  const all = await found(page)
  for (const key of Object.keys(NOTHING) as (keyof typeof NOTHING)[])
    expect(all[key], key).not.toEqual(NOTHING[key])
})

test('the next test finds none of it', async ({ page, context }) => {
  expect(context).toBe(used)
  // The page that keeps the renderer, and its own.
  expect(context.pages()).toHaveLength(2)
  expect((await page.goto('/guide/'))?.status()).toBe(200)
  expect(await found(page)).toEqual(NOTHING)
})

test.describe('with options of its own', () => {
  test.use({ colorScheme: 'dark', reducedMotion: 'reduce', viewport: { width: 800, height: 300 } })

  test('a test has a page with these options', async ({ page, context }) => {
    expect(context).toBe(used)
    await page.goto('/404.html')
    expect(await found(page)).toEqual({ ...NOTHING, dark: true, still: true, width: 800, height: 300 })
  })
})

test.describe('not shared', () => {
  test.use({ sharesContext: false })

  test('a test has a context of its own', async ({ page, context }) => {
    expect(context).not.toBe(used)
    expect(context.pages()).toEqual([page])
  })
})

import type { Browser, Page } from '@playwright/test'

/** Pages for several tests, one after the other. None finds what another one stored, opened or set. */
export interface SharedPages {
  /** Opens the one for devices of a kind, in a context of its own: its options are those of the first test that asks. */
  readonly of: (kind: string) => Promise<SharedPage>
  readonly close: () => Promise<void>
}

interface SharedPage {
  readonly page: Page
  readonly clear: () => Promise<void>
}

/**
 * An address of the site that runs no script. Between two tests the page is there, which keeps the renderer of the site
 * alive: what it has compiled and fetched serves the next test, and loading takes less than half the processor time.
 */
const QUIET_ADDRESS = '/favicon.svg'

/** What tests listen to. Playwright itself listens to the end of a page. */
const EVENTS = [
  'console',
  'dialog',
  'download',
  'pageerror',
  'popup',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
  'worker',
] as const

export function createSharedPages(browser: Browser): SharedPages {
  const all = new Map<string, Promise<SharedPage>>()
  return {
    of(kind) {
      const known = all.get(kind) ?? start(browser)
      all.set(kind, known)
      return known
    },
    async close() {
      for (const one of all.values()) await (await one).page.context().close()
    },
  }
}

async function start(browser: Browser): Promise<SharedPage> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const scripts = noteInitScripts(page)
  const session = await context.newCDPSession(page)
  const clear = async () => {
    for (const other of context.pages()) if (other !== page) await other.close()
    for (const event of EVENTS) await page.removeAllListeners(event)
    for (const script of scripts.splice(0)) await script.dispose()
    await page.unrouteAll()
    await context.unrouteAll()
    await context.setOffline(false)
    // What the page saves when it is left, it saves now.
    await page.goto(QUIET_ADDRESS)
    await page.emulateMedia({ media: null, forcedColors: null, contrast: null })
    await page.mouse.move(0, 0)
    await page.evaluate(removeStored)
    await context.clearCookies()
    await session.send('Page.resetNavigationHistory')
  }
  await clear()
  return { page, clear }
}

/** Returns the list that every script is added to which runs in the page before its own. */
function noteInitScripts(page: Page): Awaited<ReturnType<Page['addInitScript']>>[] {
  const scripts: Awaited<ReturnType<Page['addInitScript']>>[] = []
  const add: Page['addInitScript'] = page.addInitScript.bind(page)
  page.addInitScript = async (...args: Parameters<typeof add>) => {
    const script = await add(...args)
    scripts.push(script)
    return script
  }
  return scripts
}

async function removeStored() {
  window.name = ''
  localStorage.clear()
  sessionStorage.clear()
  for (const name of await caches.keys()) await caches.delete(name)
  for (const { name } of await indexedDB.databases())
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name ?? '')
      request.onsuccess = resolve
      request.onerror = reject
    })
}

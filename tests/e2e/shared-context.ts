import type { Browser, BrowserContext } from '@playwright/test'

/** Contexts for several tests, one after the other. None finds what another one stored, opened or set. */
export interface SharedContexts {
  /** Opens the one for devices of a kind: its options are those of the first test that asks. */
  readonly of: (kind: string) => Promise<SharedContext>
  readonly close: () => Promise<void>
}

interface SharedContext {
  readonly context: BrowserContext
  readonly clear: () => Promise<void>
}

/**
 * A page of the site that runs no script. With `--process-per-site` it keeps the renderer of the site alive: what the
 * renderer has compiled serves the pages of all tests, and loading one takes half the processor time.
 */
const QUIET_PAGE = '/favicon.svg'

export function createSharedContexts(browser: Browser): SharedContexts {
  const all = new Map<string, Promise<SharedContext>>()
  return {
    of(kind) {
      const known = all.get(kind) ?? start(browser)
      all.set(kind, known)
      return known
    },
    async close() {
      for (const one of all.values()) await (await one).context.close()
    },
  }
}

async function start(browser: Browser): Promise<SharedContext> {
  const context = await browser.newContext()
  const quiet = await context.newPage()
  await quiet.goto(QUIET_PAGE)
  return {
    context,
    async clear() {
      // What a page saves when it is left, it saves before it is closed.
      for (const page of context.pages()) if (page !== quiet) await page.close()
      await context.unrouteAll()
      await context.setOffline(false)
      await context.clearCookies()
      await quiet.evaluate(async () => {
        localStorage.clear()
        for (const name of await caches.keys()) await caches.delete(name)
        for (const { name } of await indexedDB.databases())
          await new Promise((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name ?? '')
            request.onsuccess = resolve
            request.onerror = reject
          })
      })
    },
  }
}

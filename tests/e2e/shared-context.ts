import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test'

/** A context for several tests, one after the other. None finds what another one stored, opened or set. */
export interface SharedContext {
  readonly open: () => Promise<BrowserContext>
  readonly clear: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * A page of the site that runs no script. With `--process-per-site` it keeps the renderer of the site alive: what the
 * renderer has compiled serves the pages of all tests, and loading one takes half the processor time.
 */
const QUIET_PAGE = '/favicon.svg'

export function createSharedContext(browser: Browser, options: BrowserContextOptions): SharedContext {
  const start = async () => {
    const context = await browser.newContext(options)
    const quiet = await context.newPage()
    await quiet.goto(QUIET_PAGE)
    return { context, quiet }
  }
  let started: ReturnType<typeof start> | undefined
  return {
    async open() {
      started ??= start()
      return (await started).context
    },
    async clear() {
      if (!started) return
      const { context, quiet } = await started
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
    async close() {
      await (await started)?.context.close()
    },
  }
}

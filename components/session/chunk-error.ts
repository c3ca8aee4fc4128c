const KEY = 'cognito-scope-wizard.reloaded'
const MIN_BETWEEN_RELOADS_MS = 60_000

/** Whether an error says that a chunk of the page could not be fetched. Bundlers and browsers word it differently. */
export const isChunkError = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ChunkLoadError' ||
    /loading (?:css )?chunk|failed to load chunk|dynamically imported module|importing a module script/i.test(
      error.message,
    ))

/**
 * Reloads the page when the server answers: chunks are missing then because a new version was published. Without a
 * connection nothing is reloaded. At most one reload a minute, so that a broken deployment cannot make a loop.
 */
export async function reloadForNewVersion(): Promise<void> {
  try {
    const last = Number(sessionStorage.getItem(KEY) ?? 0)
    if (Date.now() - last < MIN_BETWEEN_RELOADS_MS) return
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' })
    if (!answer.ok) return
    sessionStorage.setItem(KEY, String(Date.now()))
    location.reload()
  } catch {
    // No connection, or no storage to remember the reload in: the user decides.
  }
}

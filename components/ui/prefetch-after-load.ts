const AFTER_LOAD_MS = 1000
/** A page that is never idle prefetches all the same. */
const MAX_WAIT_MS = 10_000

/** Loads that prefetches wait for. */
const urgent = new Set<Promise<unknown>>()

/** Loads a chunk that is on the screen before anything is prefetched: on a slow line they would share the line. */
export function loadFirst<Chunk>(load: () => Promise<Chunk>): Promise<Chunk> {
  const loading = load()
  urgent.add(loading)
  return loading
}

/**
 * Prefetches a chunk one second after the page has loaded, when it is idle and has what it shows. Returns the function
 * that loads it. No network request then follows a user action (see SECURITY.md).
 */
export function prefetchAfterLoad<Chunk>(load: () => Promise<Chunk>): () => Promise<Chunk> {
  if (typeof window === 'undefined') return load
  const prefetch = () =>
    Promise.allSettled(urgent)
      .then(load)
      .catch(() => undefined)
  const whenIdle = () =>
    // Safari has no idle callbacks.
    'requestIdleCallback' in window ? requestIdleCallback(prefetch, { timeout: MAX_WAIT_MS }) : prefetch()
  const afterLoad = () => setTimeout(whenIdle, AFTER_LOAD_MS)
  if (document.readyState === 'complete') afterLoad()
  else addEventListener('load', afterLoad, { once: true })
  return load
}

const AFTER_LOAD_MS = 1000

/**
 * Prefetches a chunk one second after the page has loaded, and returns the function that loads it. No network request
 * then follows a user action (see SECURITY.md).
 */
export function prefetchAfterLoad<Chunk>(load: () => Promise<Chunk>): () => Promise<Chunk> {
  if (typeof window === 'undefined') return load
  const prefetch = () => setTimeout(() => load().catch(() => undefined), AFTER_LOAD_MS)
  if (document.readyState === 'complete') prefetch()
  else addEventListener('load', prefetch, { once: true })
  return load
}

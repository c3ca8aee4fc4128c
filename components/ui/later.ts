const AFTER_LOAD_MS = 1000

/**
 * Fetches a part of the page soon after the page has loaded, and returns the way to it. Whatever is done later then
 * asks the network for nothing: nobody who watches it need wonder what a token had to do with a request.
 */
export function later<Part>(load: () => Promise<Part>): () => Promise<Part> {
  if (typeof window === 'undefined') return load
  const soon = () => setTimeout(() => load().catch(() => undefined), AFTER_LOAD_MS)
  if (document.readyState === 'complete') soon()
  else addEventListener('load', soon, { once: true })
  return load
}

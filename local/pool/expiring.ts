import type { Clock } from './clock'

/** Entries that end by themselves, at most `limit` of them: the oldest makes room. */
export interface Expiring<T> {
  set(key: string, value: T, seconds: number): void
  get(key: string): T | undefined
  /** Returns the entry and removes it. */
  take(key: string): T | undefined
}

export function makeExpiring<T>(clock: Clock, limit = 10_000): Expiring<T> {
  const entries = new Map<string, { readonly value: T; readonly until: number }>()
  const get = (key: string): T | undefined => {
    const entry = entries.get(key)
    if (!entry) return undefined
    if (entry.until > clock.now()) return entry.value
    entries.delete(key)
    return undefined
  }
  return {
    get,
    set(key, value, seconds) {
      if (entries.size >= limit) {
        const [oldest] = entries.keys()
        if (oldest !== undefined) entries.delete(oldest)
      }
      entries.set(key, { value, until: clock.now() + seconds })
    },
    take(key) {
      const value = get(key)
      entries.delete(key)
      return value
    },
  }
}

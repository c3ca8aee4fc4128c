import { type Line, type Printed, print } from './line'

/**
 * Remembers printed blocks by content, so that a keystroke prints only what it changed. A key must name everything
 * its block is made from: two calls with one key must mean one text. Keys live for two rounds: what a round did not
 * ask for is forgotten at the end of the next.
 */
export interface PrintCache {
  /** The block of `key`, made by `make` when it is not remembered. */
  get(key: string, make: () => readonly Line[]): Printed
}

/** Remembers nothing: for one-off output. */
export const noCache: PrintCache = { get: (_key, make) => print(make()) }

interface Remembered {
  readonly key: string
  readonly block: Printed
}

/**
 * A memory for one live view; call `round` before each output. Most blocks are asked for in the order of the round
 * before, so the next one is tried first: to compare two keys takes a fraction of the time that hashing one does.
 */
export function createPrintCache(): PrintCache & { nextFrame(): void } {
  let old: readonly Remembered[] = []
  let current: Remembered[] = []
  let places: ReadonlyMap<string, number> | undefined
  let next = 0

  function place(key: string): number | undefined {
    if (old[next]?.key === key) return next
    // What was changed in its place is followed by what followed it.
    if (old[next + 1]?.key === key) return next + 1
    places ??= new Map(old.map((known, i) => [known.key, i]))
    return places.get(key)
  }

  return {
    get(key, make) {
      const found = place(key)
      const known = found === undefined ? { key, block: print(make()) } : old[found]!
      if (found !== undefined) next = found + 1
      current.push(known)
      return known.block
    },
    nextFrame() {
      old = current
      current = []
      places = undefined
      next = 0
    },
  }
}

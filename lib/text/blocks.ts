import { type Line, type Printed, print } from './line'

/**
 * Remembers printed blocks by content, so that a keystroke prints only what it changed. A key must name everything
 * its block is made from: two calls with one key must mean one text. Keys live for two rounds: what a round did not
 * ask for is forgotten at the end of the next.
 */
export interface Blocks {
  /** The block of `key`, made by `make` when it is not remembered. */
  get(key: string, make: () => readonly Line[]): Printed
}

/** Remembers nothing: for one-off output. */
export const noBlocks: Blocks = { get: (_key, make) => print(make()) }

/** A memory for one live view; call `round` before each output. */
export function rememberBlocks(): Blocks & { round(): void } {
  let old = new Map<string, Printed>()
  let current = new Map<string, Printed>()
  return {
    get(key, make) {
      const block = current.get(key) ?? old.get(key) ?? print(make())
      current.set(key, block)
      return block
    },
    round() {
      old = current
      current = new Map()
    },
  }
}

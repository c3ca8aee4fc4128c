import { type Inputs, keyOf } from '../template/key'
import type { Resource } from '../template/template'
import { type Line, type Printed, print } from './line'

/** A part of an output that is printed again only when something it is made from has changed. */
export interface Block {
  /** The functions that make the lines. They are compared by identity. */
  readonly render: unknown
  readonly build?: unknown
  /** All inputs of those functions: with the same functions and the same key, the lines are the same. */
  readonly key: string
  readonly lines: () => readonly Line[]
}

/**
 * Makes a block whose lines depend on `inputs` and nothing else. `render` must be a module-level function: it then has
 * no access to anything but its inputs. The result of an inline function is never out of date either, but never reused.
 */
export const block = <Needed extends Inputs>(
  inputs: NoInfer<Needed>,
  render: (inputs: Needed) => readonly Line[],
): Block => ({ render, key: keyOf(inputs), lines: () => render(inputs) })

/** Makes a block from a resource and from what else its lines depend on. `render` must be a module-level function. */
export const resourceBlock = <Needed extends Inputs>(
  resource: Resource,
  inputs: NoInfer<Needed>,
  render: (resource: Resource, inputs: Needed) => readonly Line[],
): Block => ({
  render,
  build: resource.build,
  key: resource.key + keyOf(inputs),
  lines: () => render(resource, inputs),
})

/** Keeps printed blocks, so that an edit prints only the blocks it changes. */
export interface PrintCache {
  readonly print: (block: Block) => Printed
}

/** Keeps nothing: for output that is made once. */
export const noCache: PrintCache = { print: block => print(block.lines()) }

/** A cache for one live view. Call `nextFrame` before each output: blocks not used in one frame are then dropped. */
export interface LivePrintCache extends PrintCache {
  readonly nextFrame: () => void
}

type Kept = Pick<Block, 'render' | 'build' | 'key'> & { readonly printed: Printed }

const matches = (kept: Kept | undefined, { render, build, key }: Block): boolean =>
  kept !== undefined && kept.render === render && kept.build === build && kept.key === key

/**
 * Creates an empty cache. Blocks mostly come in the order of the frame before, so the next one is compared first:
 * comparing two keys takes a fraction of the time of a look-up in a map.
 */
export function createPrintCache(): LivePrintCache {
  let previous: readonly Kept[] = []
  let current: Kept[] = []
  let places: ReadonlyMap<string, number> | undefined
  let next = 0

  function placeOf(block: Block): number | undefined {
    if (matches(previous[next], block)) return next
    // If the block before this one was edited in place, this one is one further on.
    if (matches(previous[next + 1], block)) return next + 1
    places ??= new Map(previous.map(({ key }, place) => [key, place]))
    const place = places.get(block.key)
    return place !== undefined && matches(previous[place], block) ? place : undefined
  }

  function keep({ render, build, key, lines }: Block): Kept {
    return { render, build, key, printed: print(lines()) }
  }

  return {
    print(block) {
      const place = placeOf(block)
      const found = place === undefined ? undefined : previous[place]
      if (place !== undefined) next = place + 1
      const kept = found ?? keep(block)
      current.push(kept)
      return kept.printed
    },
    nextFrame() {
      previous = current
      current = []
      places = undefined
      next = 0
    },
  }
}

import { type Inputs, sameInputs } from '../template/inputs'
import { type Resource, sameResource } from '../template/template'
import { type Line, type Printed, print } from './line'

/** A part of an output that is printed again only when something it is made from has changed. */
export interface Block {
  /** The function that makes the lines; compared by identity. */
  readonly render: unknown
  readonly inputs: Inputs
  readonly resource?: Resource
  readonly lines: () => readonly Line[]
}

/**
 * Makes a block whose lines depend on `inputs` and nothing else. `render` must be a module-level function: it then has
 * no access to anything but its inputs. Lines of an inline function are never out of date either, but never reused.
 */
export const block = <Needed extends Inputs>(
  inputs: NoInfer<Needed>,
  render: (inputs: Needed) => readonly Line[],
): Block => ({ render, inputs, lines: () => render(inputs) })

/** Makes a block from a resource and from what else its lines depend on. `render` must be a module-level function. */
export const resourceBlock = <Needed extends Inputs>(
  resource: Resource,
  inputs: NoInfer<Needed>,
  render: (resource: Resource, inputs: Needed) => readonly Line[],
): Block => ({ render, inputs, resource, lines: () => render(resource, inputs) })

/** Keeps printed blocks, so that an edit prints only the blocks it changes. */
export interface PrintCache {
  readonly print: (block: Block) => Printed
}

/** Keeps nothing: for output that is made once. */
export const noCache: PrintCache = { print: block => print(block.lines()) }

/** Prints blocks to one text. */
export const printText = (blocks: readonly Block[]): string =>
  blocks.map(one => noCache.print(one).text).join('')

/** A cache for one live view. Call `nextFrame` before each output: blocks not used in one frame are then dropped. */
export interface LivePrintCache extends PrintCache {
  readonly nextFrame: () => void
}

/** Creates an empty cache. */
export function createPrintCache(): LivePrintCache {
  let kinds = new Map<unknown, Sequence>()

  function sequenceOf({ render, resource }: Block): Sequence {
    const kind = resource ? resource.build : render
    let sequence = kinds.get(kind)
    if (!sequence) {
      sequence = createSequence()
      kinds.set(kind, sequence)
    }
    return sequence
  }

  return {
    print: block => sequenceOf(block).print(block),
    nextFrame() {
      kinds = new Map(
        [...kinds].flatMap(([kind, { current }]) =>
          current.length > 0 ? [[kind, createSequence(current)]] : [],
        ),
      )
    },
  }
}

/** Blocks of one kind, in order. */
interface Sequence extends PrintCache {
  readonly current: readonly Kept[]
}

interface Kept {
  readonly block: Block
  readonly printed: Printed
}

/** The number of blocks of one kind that an edit may remove in a row without all later ones being printed again. */
const LOOK_AHEAD = 8

/**
 * Blocks of one kind mostly come in the order of the frame before: changed in place, or with a few added or removed.
 * So each is compared with the ones expected next, which takes a fraction of the time of a map of all of them.
 */
function createSequence(previous: readonly Kept[] = []): Sequence {
  const current: Kept[] = []
  /** Where the next block is expected, and how many in a row were not found. */
  let next = 0
  let missed = 0

  function placeOf(block: Block): number | undefined {
    // The blocks not found were changed in place; or they were added; or else blocks were removed.
    if (isSame(previous[next + missed], block)) return next + missed
    for (let place = next; place < next + LOOK_AHEAD; place++)
      if (isSame(previous[place], block)) return place
    return undefined
  }

  return {
    current,
    print(block) {
      const place = placeOf(block)
      const found = place === undefined ? undefined : previous[place]
      if (place === undefined) missed++
      else {
        next = place + 1
        missed = 0
      }
      const kept = found ?? { block, printed: print(block.lines()) }
      current.push(kept)
      return kept.printed
    },
  }
}

function isSame(kept: Kept | undefined, block: Block): boolean {
  if (kept?.block === block) return true
  if (!kept || kept.block.render !== block.render) return false
  const { inputs, resource } = kept.block
  const sameSource =
    resource && block.resource ? sameResource(resource, block.resource) : resource === block.resource
  return sameSource && sameInputs(inputs, block.inputs)
}

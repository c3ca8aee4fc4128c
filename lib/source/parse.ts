import { buildTree, type Tree, TreeLimit } from './build'
import { type Healed, healAt, unhealed } from './heal'
import { MAX_DEPTH, MAX_FILE } from './limits'
import { memoizeByObject } from './memoize-by-object'
import type { Source } from './node'
import { type Event, parseEvents, YAMLException } from './yaml-events'

/** A fault that keeps a file from being read, and the offset where it is. */
export interface SourceProblem {
  readonly offset: number
  readonly message: string
}

export type ParsedSource =
  | { readonly ok: true; readonly tree: Tree }
  | { readonly ok: false; readonly problem: SourceProblem }

/** Flow collections that are re-indented before parsing is given up. */
const MAX_HEALS = 100
/** The most text that is read because of them. */
const MAX_REREAD = 16 * 1024 * 1024

/** A text while its flow collections are re-indented, and what may still be spent on that. */
interface Healing {
  readonly healed: Healed
  readonly heals: number
  readonly budget: number
}

/** Reads YAML or JSON, tagged values and aliases included; a fault is a value with its place. Each source is read once. */
export const parseSource = memoizeByObject(parse)

function parse(source: Source): ParsedSource {
  const { text } = source
  if (text.length > MAX_FILE) return refuse(0, 'The file is larger than 1 MiB.')
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  let healing: Healing = { healed: unhealed(text.slice(bom)), heals: 0, budget: MAX_REREAD }
  for (;;) {
    const { healed } = healing
    const original = (offset: number) => Math.min(text.length, healed.original(offset) + bom)
    const read = eventsOf(healed.text)
    if (read.ok) return treeOf(source, healed.text, read.events, original)
    const next = healFrom(healing, read.fault)
    if (!next) return refuse(original(read.fault.offset), worded(read.fault.reason))
    healing = next
  }
}

interface Fault {
  readonly offset: number
  readonly reason: string
}

type Read =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly fault: Fault }

function eventsOf(text: string): Read {
  try {
    return { ok: true, events: parseEvents(text, { maxDepth: MAX_DEPTH }) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return { ok: false, fault: { offset: error.mark?.position ?? 0, reason: error.reason } }
  }
}

function treeOf(
  source: Source,
  text: string,
  events: readonly Event[],
  original: (offset: number) => number,
): ParsedSource {
  try {
    return { ok: true, tree: buildTree(source, text, events, original) }
  } catch (error) {
    if (!(error instanceof TreeLimit)) throw error
    return refuse(error.offset, error.message)
  }
}

/** Re-indents the collection at a fault, and those after it; undefined if that is not what is wrong there. */
function healFrom(before: Healing, fault: Fault): Healing | undefined {
  let healing = before
  let found: Fault | undefined = fault
  // The parser cannot go on after a fault, and to read the whole file again for each one takes too long. So the next
  // one is looked for from the part of the file with the last one on. What is read there only finds faults.
  while (found?.reason === DEFICIENT && healing.heals < MAX_HEALS && healing.budget > 0) {
    const start = partWith(healing.healed.text, found.offset)
    const healed = healAt(healing.healed, found.offset)
    const read = eventsOf(healed.text.slice(start))
    found = read.ok ? undefined : { ...read.fault, offset: read.fault.offset + start }
    const spent = found ? found.offset - start : healed.text.length
    healing = { healed, heals: healing.heals + 1, budget: healing.budget - spent }
  }
  return healing === before ? undefined : { ...healing, budget: healing.budget - fault.offset }
}

const DEFICIENT = 'deficient indentation'

/** The start of the last line before an offset that begins a block, such as a resource, at most one step inside. */
function partWith(text: string, offset: number): number {
  for (let end = text.lastIndexOf('\n', offset - 1); end > 0; end = text.lastIndexOf('\n', end - 1)) {
    const line = text.slice(end + 1, text.indexOf('\n', end + 1))
    if (/^ {0,2}[\w'"-]+:\s*$/.test(line)) return end + 1
  }
  return 0
}

const refuse = (offset: number, message: string): ParsedSource => ({
  ok: false,
  problem: { offset, message },
})

const worded = (reason: string): string => `The file is not valid YAML or JSON: ${reason}.`

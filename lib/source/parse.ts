import { parseEvents, YAMLException } from 'js-yaml'
import { buildTree, type Tree, TreeLimit } from './build'
import { type Healed, healAt, unhealed } from './heal'
import { MAX_DEPTH, MAX_FILE } from './limits'
import type { Source } from './node'

/** A fault that keeps a file from being read, and the offset where it is. */
export interface SourceProblem {
  readonly offset: number
  readonly message: string
}

export type ParsedSource =
  | { readonly ok: true; readonly tree: Tree }
  | { readonly ok: false; readonly problem: SourceProblem }

/** Flow collections that are re-indented before parsing is given up; each costs one more parse of the file. */
const MAX_HEALS = 100
/** The most text that is read because of them. */
const MAX_REREAD = 16 * 1024 * 1024

/** Reads YAML or JSON, tagged values and aliases included; a fault is a value with its place. */
export function parseSource(source: Source): ParsedSource {
  const { text } = source
  if (text.length > MAX_FILE) return refuse(0, 'The file is larger than 1 MiB.')
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  let healed = unhealed(text.slice(bom))
  let budget = MAX_REREAD
  for (let heals = 0; ; heals++) {
    budget -= healed.text.length
    const original = (offset: number) => Math.min(text.length, healed.original(offset) + bom)
    try {
      const events = parseEvents(healed.text, { filename: source.path, maxDepth: MAX_DEPTH })
      return { ok: true, tree: buildTree(source, healed.text, events, original) }
    } catch (error) {
      if (error instanceof TreeLimit) return refuse(error.offset, error.message)
      if (!(error instanceof YAMLException)) throw error
      const offset = error.mark?.position ?? 0
      const next = canHeal(error.reason) && heals < MAX_HEALS && budget > 0 && healOnce(healed, offset)
      if (!next) return refuse(original(offset), worded(error.reason))
      healed = next
    }
  }
}

const refuse = (offset: number, message: string): ParsedSource => ({
  ok: false,
  problem: { offset, message },
})

const canHeal = (reason: string) => reason === 'deficient indentation'

const healOnce = (healed: Healed, offset: number): Healed => healAt(healed, offset)

const worded = (reason: string): string => `The file is not valid YAML or JSON: ${reason}.`

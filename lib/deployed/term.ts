import type { ListNode, MapNode, ScalarNode, Span } from '../source/node'
import type { Cause } from './cause'

/** A piece of a string: literal text, an attribute of a resource of these files, or something unknown. */
export type Part =
  | { readonly kind: 'literal'; readonly text: string }
  /** Equal to itself only: the value exists after the deployment. */
  | { readonly kind: 'resource'; readonly id: string; readonly attribute: string }
  /** Equal to the same `key` only. */
  | {
      readonly kind: 'unknown'
      readonly key: string
      readonly cause: Cause
      /** What it is called, where something else is to be asked for. */
      readonly name?: string
    }

/** A property's value as far as the files show it, with the place it was read from. */
export type Term = Text | List | Fields | Either | Absent | Unknown

interface Labelled {
  /** The key that the value is written under. It is always there, and so is `node`: all terms of a kind have one shape. */
  readonly label: Span | undefined
}

export interface Text extends Labelled {
  readonly kind: 'text'
  readonly parts: readonly Part[]
  readonly at: Span
  /** Parameter defaults that the text rests on. */
  readonly assumed: readonly string[]
  /** The scalar that says it, where a scalar does. */
  readonly node: ScalarNode | undefined
}

export interface List extends Labelled {
  readonly kind: 'list'
  readonly items: readonly Item[]
  /** Why there may be items that are not listed. */
  readonly open: readonly Cause[]
  readonly at: Span
  readonly assumed: readonly string[]
  readonly node: ListNode | undefined
}

export interface Item {
  readonly term: Term
  /** Under a condition: not surely in the list. */
  readonly under?: Cause
}

export interface Fields extends Labelled {
  readonly kind: 'fields'
  readonly fields: ReadonlyMap<string, Field>
  /** Why there may be keys that are not listed. */
  readonly open: readonly Cause[]
  readonly at: Span
  readonly node: MapNode | undefined
}

export interface Field {
  readonly key: Span
  /** Its label is the key. */
  readonly value: Term
}

/** `Fn::If`: conditions are never evaluated. */
export interface Either extends Labelled {
  readonly kind: 'either'
  readonly cause: Cause
  /** The template whose condition it is: two may have one of the same name. */
  readonly of: string
  readonly options: readonly [Term, Term]
  readonly at: Span
}

/** Not there. `at` is where it would go: the key of the map. */
export interface Absent extends Labelled {
  readonly kind: 'absent'
  readonly at: Span
}

export interface Unknown extends Labelled {
  readonly kind: 'unknown'
  readonly key: string
  readonly cause: Cause
  readonly at: Span
  /** It may not be there at all. */
  readonly maybeAbsent: boolean
}

/** The place to show for a value: the key of a list or map that begins on a later line, and otherwise the value. */
export const placeOf = (term: Term): Span =>
  (term.kind === 'list' || term.kind === 'fields') && term.node && !term.node.flow
    ? (term.label ?? term.at)
    : term.at

/** A text of parts, of which neighbouring literals are joined. */
export const textOfParts = (parts: Iterable<Part>, at: Span, assumed: readonly string[] = []): Text => ({
  kind: 'text',
  parts: joinParts(parts, at),
  at,
  assumed,
  node: undefined,
  label: undefined,
})

/** A text that is known whole. */
export const literal = (
  text: string,
  at: Span,
  assumed: readonly string[] = [],
  node?: ScalarNode,
  label?: Span,
): Text => ({
  kind: 'text',
  parts: text === '' ? [] : [{ kind: 'literal', text }],
  at,
  assumed,
  node,
  label,
})

/** A list; `open` says why it may have more items. */
export const listOf = (
  items: readonly Item[],
  at: Span,
  assumed: readonly string[] = [],
  open: readonly Cause[] = [],
  node?: ListNode,
  label?: Span,
): List => ({ kind: 'list', items, open, at, assumed, node, label })

export const absent = (at: Span, label?: Span): Absent => ({ kind: 'absent', at, label })

export const unknown = (key: string, cause: Cause, at: Span, maybeAbsent = false): Unknown => ({
  kind: 'unknown',
  key,
  cause,
  at,
  maybeAbsent,
  label: undefined,
})

/** What a value becomes, or both branches of a condition. */
export function inBranches(term: Term, change: (branch: Exclude<Term, Either>) => Term): Term {
  if (term.kind !== 'either') return change(term)
  const [left, right] = term.options
  return { ...term, options: [inBranches(left, change), inBranches(right, change)] }
}

const MAX_FIELDS = 20
const MAX_DEPTH = 2

/** A value that rests on more parameter defaults, in every branch, item and field. */
export const assuming = (term: Term, names: readonly string[], depth = MAX_DEPTH): Term =>
  names.length === 0
    ? term
    : inBranches(term, branch => {
        // Larger maps than those of authorizers are not copied for each of many references.
        if (branch.kind === 'fields' && depth > 0 && branch.fields.size <= MAX_FIELDS)
          return {
            ...branch,
            fields: new Map(
              [...branch.fields].map(([name, it]) => [
                name,
                { ...it, value: assuming(it.value, names, depth - 1) },
              ]),
            ),
          }
        if (branch.kind !== 'text' && branch.kind !== 'list') return branch
        const assumed = [...new Set([...branch.assumed, ...names])]
        if (branch.kind === 'text') return { ...branch, assumed }
        return {
          ...branch,
          assumed,
          items: branch.items.map(item => ({ ...item, term: assuming(item.term, names, depth) })),
        }
      })

/** Characters of a text: the longest ones that are read are response templates, which compare the origins of an API. */
const MAX_LENGTH = 16_384

/** Parts with neighbouring literals joined and empty ones dropped; of a text that grows without end, nothing is known. */
export function joinParts(parts: Iterable<Part>, at: Span): readonly Part[] {
  const joined: Part[] = []
  let length = 0
  for (const part of parts) {
    const last = joined.at(-1)
    length += part.kind === 'literal' ? part.text.length : PART_LENGTH
    if (length > MAX_LENGTH) return [tooLong(at)]
    if (part.kind === 'literal' && part.text === '') continue
    if (part.kind === 'literal' && last?.kind === 'literal')
      joined[joined.length - 1] = { kind: 'literal', text: last.text + part.text }
    else joined.push(part)
  }
  return joined
}

/** A part that is no literal stands for at least an id. */
const PART_LENGTH = 16

const tooLong = (at: Span): Part => ({
  kind: 'unknown',
  key: `long text ${at.source.path} ${at.start}`,
  cause: {
    kind: 'outside',
    name: 'long text',
    message: `The text has more than ${MAX_LENGTH} characters. It is not read.`,
    at,
  },
})

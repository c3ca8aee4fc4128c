import { parseSync } from '@swc/core'
import { type Random, rules } from './rules'
import { type Node, SourceText } from './source-text'

/** One small change of a source file that a test should notice. */
export interface Mutant {
  /** `comparison`, `early return` … */
  readonly kind: string
  /** Counted from 1. */
  readonly line: number
  /** Bytes before it. */
  readonly at: number
  /** What is there, and what takes its place; both in one line, cut short where they are long. */
  readonly before: string
  readonly after: string
  /** The whole file with the change. */
  readonly source: string
}

/** Every mutant of a TypeScript source, in the order of the text. `random` picks where one place has several. */
export function mutantsOf(source: string, random: Random): readonly Mutant[] {
  const text = new SourceText(source)
  const found: Mutant[] = []
  const visit = (node: Node): void => {
    for (const { kind, change } of rules)
      for (const { start, end, text: after } of change(node, text, random) ?? []) {
        const mutated = text.replace(start, end, after)
        if (!parses(mutated)) continue
        const before = text.slice(start, end)
        found.push({
          kind,
          line: text.lineAt(start),
          at: text.byteAt(start),
          ...excerpt(before, after),
          source: mutated,
        })
      }
    for (const child of children(node)) visit(child)
  }
  visit(text.program)
  return found
}

function parses(source: string): boolean {
  try {
    parseSync(source, { syntax: 'typescript', target: 'es2022' })
    return true
  } catch {
    return false
  }
}

/** Only what runs: types, and imports, cannot be wrong without the compiler noticing. */
const TYPES = ['typeAnnotation', 'typeParameters', 'typeParams', 'typeArguments', 'typeArgs', 'returnType']
const RUNNING = ['TsAsExpression', 'TsNonNullExpression', 'TsSatisfiesExpression', 'TsConstAssertion']

const children = (node: Node): readonly Node[] =>
  Object.entries(node)
    .filter(([key]) => !TYPES.includes(key))
    .flatMap(([, value]) => nodesIn(value))
    .filter(({ type }) => !/^Ts|^Import|^ExportAll/.test(type) || RUNNING.includes(type))

/** Nodes at the top of a value: swc wraps array items and arguments in objects without a type. */
function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn)
  if (typeof value !== 'object' || value === null) return []
  if ('type' in value && typeof value.type === 'string') return [value as Node]
  return 'expression' in value ? nodesIn(value.expression) : []
}

/** Both texts in one line, without what they have in common at both ends of a long one. */
function excerpt(before: string, after: string): { readonly before: string; readonly after: string } {
  const short = (text: string) => {
    const line = text.replace(/\s+/g, ' ')
    return line.length > 60 ? `${line.slice(0, 40)} … ${line.slice(-16)}` : line
  }
  return { before: short(before), after: short(after) }
}

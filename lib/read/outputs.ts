import type { Cause } from '../deployed/cause'
import { keyOf, sameText, whole } from '../deployed/compare'
import { asText } from '../deployed/questions'
import { show } from '../deployed/show'
import { assuming, type Term, type Text, unknown } from '../deployed/term'
import { type Node, type Span, valueAt } from '../source/node'
import { evaluate } from './template/evaluate'
import type { Stack, StackOptions } from './template/resource'

/** How a template reads the outputs of other stacks; `stacks` are those of all files, as far as they are open. */
export function outputsOf(
  stacks: readonly { readonly stack: Stack }[],
): Pick<StackOptions, 'imported' | 'stackOutput'> {
  const follow = followed(stacks)
  return {
    imported(name, at) {
      const wanted = asText(name)
      const open: Cause[] = []
      for (const { stack } of stacks) {
        const outputs = valueAt(stack.root, 'Outputs')
        for (const { value } of outputs?.kind === 'map' ? outputs.entries : []) {
          const exported = valueAt(value, 'Export', 'Name')
          const exportedValue = valueAt(value, 'Value')
          const exportName = exported && exportedValue && follow(exported, stack)
          if (!exportName || !exportedValue) continue
          const isIt = sameText(asText(exportName), wanted)
          const found = isIt.is && whole(wanted) !== undefined && follow(exportedValue, stack)
          if (found) return assuming(found, isIt.assumed)
          if (isIt.is === undefined) open.push(...isIt.because)
        }
      }
      // With the value of a parameter, the export may be one of these files.
      const cause = open.find(({ kind }) => kind === 'parameter') ?? notGiven(wanted, at)
      return unknown(`import ${keyOf(wanted)}`, cause, at)
    },

    stackOutput(stackName, outputName, at) {
      const names = [asText(stackName), asText(outputName)] as const
      const [name, output] = names.map(whole)
      const found = stacks.flatMap(({ stack }) =>
        name !== undefined && output !== undefined && isTemplateOf(stack, name)
          ? [{ stack, node: valueAt(stack.root, 'Outputs', output, 'Value') }]
          : [],
      )
      const [only] = found
      const value = only?.node && found.length === 1 && follow(only.node, only.stack)
      if (value)
        return assuming(
          value,
          names.flatMap(({ assumed }) => assumed),
        )
      const label = output ?? 'a value'
      const message = why(output ?? 'A value', name, found.length > 0)
      const cause: Cause = { kind: 'import', name: label, message, at }
      return unknown(`output ${keyOf(asText(stackName))} ${keyOf(asText(outputName))}`, cause, at)
    },
  }
}

function notGiven(exported: Text, at: Span): Cause {
  const name = show(exported)
  return {
    kind: 'import',
    name,
    message: `${name} is imported from another stack. Give its template too.`,
    at,
  }
}

/** How many outputs may lead to each other, one through the next. */
const MAX_FOLLOWED = 8

/** Characters and unknown parts of an output that is followed. */
const MAX_SIZE = 4096

/** The value of a part of an output; undefined in a circle of outputs. Each is evaluated once, however many lead to it. */
function followed(stacks: readonly unknown[]): (node: Node, stack: Stack) => Term | undefined {
  const known = new Map<Node, Term | undefined>()
  const open = new Set<Node>()
  let opened = 0
  return (node, { scope }) => {
    // With another template more is known.
    if (opened !== stacks.length) known.clear()
    opened = stacks.length
    if (known.has(node)) return known.get(node)
    if (open.has(node) || open.size === MAX_FOLLOWED) return undefined
    open.add(node)
    const value = evaluate(node, scope)
    open.delete(node)
    known.set(node, sizeOf(value) > MAX_SIZE ? undefined : value)
    return known.get(node)
  }
}

/** Outputs that contain each other several times would grow without end. */
function sizeOf(value: Term): number {
  if (value.kind === 'text')
    return value.parts.reduce((sum, part) => sum + (part.kind === 'literal' ? part.text.length : 1), 0)
  if (value.kind === 'list') return value.items.reduce((sum, { term }) => sum + 1 + sizeOf(term), 0)
  if (value.kind === 'either') return sizeOf(value.options[0]) + sizeOf(value.options[1])
  return value.kind === 'fields' ? Number.POSITIVE_INFINITY : 1
}

function why(output: string, stack: string | undefined, isGiven: boolean): string {
  if (stack === undefined) return `${output} is an output of a stack whose name is not in these files.`
  return isGiven
    ? `No single template of the stack ${stack} in these files has the output ${output}.`
    : `${output} is an output of the stack ${stack}. Give its template, named ${stack}.template.json or ${stack}.yaml.`
}

/** A template does not say what its stack is called, so its file must: CDK names it `<stack>.template.json`. */
const isTemplateOf = ({ root }: Stack, name: string): boolean =>
  root?.source.path
    .split('/')
    .at(-1)
    ?.replace(/(?:\.template)?\.\w+$/, '') === name

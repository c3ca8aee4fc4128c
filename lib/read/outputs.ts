import type { Cause } from '../deployed/cause'
import { whole } from '../deployed/compare'
import { asText } from '../deployed/questions'
import { unknown } from '../deployed/term'
import { valueAt } from '../source/node'
import { evaluate } from './template/evaluate'
import type { Stack, StackOptions } from './template/resource'

/** How a template reads the outputs of other stacks; `stacks` are those of all files, as far as they are open. */
export function outputsOf(
  stacks: readonly { readonly stack: Stack }[],
): Pick<StackOptions, 'imported' | 'stackOutput'> {
  return {
    imported(name, at) {
      const wanted = whole(asText(name))
      for (const { stack } of stacks) {
        const outputs = valueAt(stack.root, 'Outputs')
        for (const { value } of outputs?.kind === 'map' ? outputs.entries : []) {
          const exported = valueAt(value, 'Export', 'Name')
          const exportedValue = valueAt(value, 'Value')
          if (!exported || !exportedValue || wanted === undefined) continue
          if (whole(asText(evaluate(exported, stack.scope))) === wanted)
            return evaluate(exportedValue, stack.scope)
        }
      }
      const label = wanted ?? 'a value'
      const message = `${label} is imported from another stack. Give its template too.`
      return unknown(`import ${wanted ?? at.start}`, { kind: 'import', name: label, message, at }, at)
    },

    stackOutput(stackName, outputName, at) {
      const name = whole(asText(stackName))
      const output = whole(asText(outputName))
      const found = stacks.flatMap(({ stack }) =>
        name !== undefined && output !== undefined && isTemplateOf(stack, name)
          ? [{ stack, node: valueAt(stack.root, 'Outputs', output, 'Value') }]
          : [],
      )
      const [only] = found
      if (only?.node && found.length === 1) return evaluate(only.node, only.stack.scope)
      const label = output ?? 'a value'
      const message = why(label, name, found.length > 0)
      const cause: Cause = { kind: 'import', name: label, message, at }
      return unknown(`output ${name ?? at.start} ${output ?? at.start}`, cause, at)
    },
  }
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

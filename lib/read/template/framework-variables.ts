import { asText } from '../../deployed/questions'
import { joinParts, literal, type Part, type Term, unknown } from '../../deployed/term'
import type { ScalarNode } from '../../source/node'

/** How variables of the Serverless Framework begin. CloudFormation gives `${` no meaning outside `Fn::Sub`, where names have no single colon. */
const BEGINNING = /\$\{(?:self|opt|env|file|sls|aws|param|ssm|cf|s3|strToBool)(?:\([^()]*\))?(?:\.[\w-]+)?:/

/**
 * A text of a template that a serverless.yml includes, where that file was not given: what the framework would fill in is
 * not known. Undefined for text without such a variable.
 */
export function frameworkVariables(node: ScalarNode): Term | undefined {
  const parts: Part[] = []
  let rest = node.value
  for (let start = rest.search(BEGINNING); start >= 0; start = rest.search(BEGINNING)) {
    const end = endOf(rest, start)
    const variable = filledIn(rest.slice(start, end), node)
    if (rest.length === node.value.length && start === 0 && end === rest.length) return variable
    parts.push({ kind: 'literal', text: rest.slice(0, start) }, ...asText(variable).parts)
    rest = rest.slice(end)
  }
  if (parts.length === 0) return undefined
  return { ...literal('', node), parts: joinParts([...parts, { kind: 'literal', text: rest }], node) }
}

/** Where the braces that begin at `start` are closed: variables contain others. */
function endOf(text: string, start: number): number {
  let depth = 0
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '{') depth++
    else if (text[i] === '}' && --depth === 0) return i + 1
  }
  return text.length
}

function filledIn(variable: string, at: ScalarNode): Term {
  const message = `${variable} is a variable of the Serverless Framework. Give the serverless.yml that includes this file too.`
  const name = variable.replace(/^\$\{|\}$/g, '')
  return unknown(`framework ${variable}`, { kind: 'variable', name, message, at }, at)
}

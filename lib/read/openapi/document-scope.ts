import { literal, type Term, unknown } from '../../deployed/term'
import type { Span } from '../../source/node'
import { plainScope, type Scope } from '../template/scope'
import { substitute } from '../template/substitute'

/**
 * The scope of an OpenAPI document in a file of its own. A template may fill in its `${…}`, and each stage its
 * `${stageVariables.…}`: such values are not in the file.
 */
export const documentScope: Scope = {
  ...plainScope,
  ref: placeholder,
  attribute: (id, attribute, at) => placeholder(`${id}.${attribute}`, at),
  variables: node => {
    const text = substitute(literal(node.value, node, [], node), documentScope, new Map())
    const [part] = text.parts
    // Without quotes, anything may take its place: a list, a map, or nothing.
    return node.style === 'plain' && text.parts.length === 1 && part?.kind === 'unknown'
      ? unknown(part.key, part.cause, node)
      : text
  },
}

function placeholder(name: string, at: Span): Term {
  const message = `\${${name}} is filled in when the document is used in a template.`
  return unknown(`placeholder ${at.source.path} ${name}`, { kind: 'outside', name, message, at }, at)
}

import type { Node } from '../../source/node'
import { callOf } from '../template/call'

/** Keys whose values a template fills in. In others, such as descriptions and mapping templates, `${…}` is text. */
const FILLED = new Set([
  'uri',
  'credentials',
  'authorizerUri',
  'authorizerCredentials',
  'providerARNs',
  'issuer',
  'audience',
  'connectionId',
])

/** What is not in the document itself. Each stage fills in its own variables: they are no sign of a template. */
const PLACEHOLDER = /\$\{(?!stageVariables)/

/** Does a template fill in values of the document, by functions of CloudFormation, also beside other keys, or by `${…}`? */
export function isFilledIn(node: Node, key?: string): boolean {
  const call = callOf(node)
  // The only property of a schema may be called Ref too.
  if (call && (call.name !== 'Ref' || call.argument.kind === 'scalar')) return true
  switch (node.kind) {
    case 'scalar':
      return key !== undefined && FILLED.has(key) && PLACEHOLDER.test(node.value)
    case 'list':
      return node.items.some(item => isFilledIn(item, key) || isPlaceholder(item))
    case 'map':
      return node.entries.some(
        ({ key, value }) => key.value.startsWith('Fn::') || isFilledIn(value, key.value),
      )
  }
}

const isPlaceholder = (item: Node): boolean => item.kind === 'scalar' && item.value.search(PLACEHOLDER) === 0

import type { Endpoint, PathNode } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { at, type Chunk, paragraph } from './chunk'
import { variable } from './names'

/** The constant of a path's resource; that of the root comes with the API. */
export const pathVariable = (node: PathNode | undefined): string => (node ? variable(node) : 'api.root')

/** One segment of a path. */
export const pathResource = (node: PathNode): Chunk =>
  paragraph(['Resource', node.id, node.field, node.part, node.parent?.id], () =>
    withField(node.field, isTaken(node.part) ? namedResource(node) : addResource(node)),
  )

const addResource = (node: PathNode): Line[] => code`
  const ${variable(node)} = ${pathVariable(node.parent)}.addResource(${quote(node.part)});
`

const namedResource = (node: PathNode): Line[] => code`
  // addResource would make the path part a construct id, and that one is taken.
  const ${variable(node)} = new apigateway.Resource(this, ${quote(node.id)}, {
    parent: ${pathVariable(node.parent)},
    pathPart: ${quote(node.part)},
  });
`

/**
 * Construct ids that a path part cannot be: those of a resource's own children, the one that CDK leaves out of logical
 * ids, and what every JavaScript object has, because constructs keeps children in one.
 */
const isTaken = (part: string): boolean =>
  /^(Default|Resource|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY)$/.test(part) || part in {}

/** The answer to preflights of the path of `endpoints`. */
export function preflight(endpoints: readonly Endpoint[], explained: boolean): Chunk {
  const { node } = endpoints[0]!
  const methods = [...new Set(endpoints.map(({ method }) => method)), 'OPTIONS']
  const options = methods.includes('ANY')
    ? 'cors'
    : `{ ...cors, allowMethods: [${methods.map(quote).join(', ')}] }`
  return paragraph(['Preflight', node?.id, options, explained], () =>
    withField(
      'api.cors',
      code`
        ${explained ? [{ text: '// Without an authorizer: browsers send no token with a preflight.' }] : undefined}
        ${at('api.cors', `${pathVariable(node)}.addCorsPreflight(${options});`)}
      `,
    ),
  )
}

import type { Endpoint, Method, PathNode } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, traced } from '../../text/line'
import { at, type Chunk, paragraph } from './chunk'
import { variable } from './names'

/** The constant of a path's resource; that of the root comes with the API. */
export const pathVariable = (node: PathNode | undefined): string => (node ? variable(node) : 'api.root')

/** One segment of a path. */
export const pathResource = (node: PathNode): Chunk =>
  paragraph(['Resource', node.id, node.field, node.part, node.parent?.id], () =>
    traced(node.field, TAKEN.has(node.part) ? namedResource(node) : addResource(node)),
  )

const addResource = (node: PathNode): Line[] => code`
  const ${variable(node)} = ${pathVariable(node.parent)}.addResource(${quote(node.part)});
`

const namedResource = (node: PathNode): Line[] => code`
  // addResource would take the path part for a construct id, and CDK needs that one itself.
  const ${variable(node)} = new apigateway.Resource(this, ${quote(node.id)}, {
    parent: ${pathVariable(node.parent)},
    pathPart: ${quote(node.part)},
  });
`

/** Ids of a resource's own children, and the one that CDK leaves out of logical ids. */
const TAKEN: ReadonlySet<string> = new Set<Method | 'Default' | 'Resource'>([
  ...(['Default', 'Resource', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const),
])

/** The answer to preflights of the path of `endpoints`. */
export function preflight(endpoints: readonly Endpoint[], explained: boolean): Chunk {
  const { node } = endpoints[0]!
  const methods = [...new Set(endpoints.map(({ method }) => method)), 'OPTIONS']
  const options = methods.includes('ANY')
    ? 'cors'
    : `{ ...cors, allowMethods: [${methods.map(quote).join(', ')}] }`
  return paragraph(['Preflight', node?.id, options, explained], () =>
    traced(
      'api.cors',
      code`
        ${explained ? [{ text: '// Without an authorizer: browsers send no token with a preflight.' }] : undefined}
        ${at('api.cors', `${pathVariable(node)}.addCorsPreflight(${options});`)}
      `,
    ),
  )
}

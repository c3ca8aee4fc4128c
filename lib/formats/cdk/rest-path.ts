import { memoizeNode } from '../../model/memoize-node'
import type { Endpoint, PathNode } from '../../model/model'
import { code, quote } from '../../text/code'
import { type Line, withField } from '../../text/line'
import { type Block, block } from '../../text/print-cache'
import { at, paragraph } from './lines'
import { variable } from './names'

/** The expression for a path's resource by its id; undefined is the root, which comes with the API. */
export const pathVariable = (id: string | undefined): string => (id === undefined ? 'api.root' : variable(id))

type PathInputs = Pick<PathNode, 'id' | 'field' | 'part'> & {
  readonly parentId: string | undefined
  readonly spaced: boolean
}

/** The resource of one path segment. `spaced`: after an empty line. */
export const pathResource = memoizeNode(
  ({ id, field, part, parent }: PathNode, spaced: boolean): Block =>
    block({ id, field, part, parentId: parent?.id, spaced }, pathLines),
)

const pathLines = (inputs: PathInputs): Line[] =>
  paragraph(
    withField(inputs.field, isTaken(inputs.part) ? namedResource(inputs) : addResource(inputs)),
    inputs.spaced,
  )

const addResource = ({ id, part, parentId }: PathInputs): Line[] => code`
  const ${variable(id)} = ${pathVariable(parentId)}.addResource(${quote(part)});
`

const namedResource = ({ id, part, parentId }: PathInputs): Line[] => code`
  // addResource would use the path part as construct ID, and this one is already in use.
  const ${variable(id)} = new apigateway.Resource(this, ${quote(id)}, {
    parent: ${pathVariable(parentId)},
    pathPart: ${quote(part)},
  });
`

/**
 * Construct ids that a path part cannot use: those of a resource's own children, the one that CDK leaves out of logical
 * IDs, and the properties of every JavaScript object, because constructs keeps children in an object.
 */
const isTaken = (part: string): boolean =>
  /^(Default|Resource|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY)$/.test(part) || part in {}

export interface PreflightContext {
  /** It is the first of the API. */
  readonly explained: boolean
  /** An empty line comes first. */
  readonly spaced: boolean
}

type PreflightInputs = {
  readonly pathId: string | undefined
  readonly methods: readonly string[]
  readonly explained: boolean
  readonly spaced: boolean
}

/** The answer to preflights of one path, which all of `endpoints` have. */
export const preflight = (
  endpoints: readonly [Endpoint, ...Endpoint[]],
  { explained, spaced }: PreflightContext,
): Block =>
  block(
    {
      pathId: endpoints[0].node?.id,
      methods: [...new Set(endpoints.map(({ method }) => method))],
      explained,
      spaced,
    },
    preflightLines,
  )

function preflightLines({ pathId, methods, explained, spaced }: PreflightInputs): Line[] {
  const options = methods.includes('ANY')
    ? 'cors'
    : `{ ...cors, allowMethods: [${[...methods, 'OPTIONS'].map(quote).join(', ')}] }`
  return paragraph(
    withField(
      'api.cors',
      code`
        ${explained ? [{ text: '// Without an authorizer: browsers send preflight requests without a token.' }] : undefined}
        ${at('api.cors', `${pathVariable(pathId)}.addCorsPreflight(${options});`)}
      `,
    ),
    spaced,
  )
}

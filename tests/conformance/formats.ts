import type { SpecInput } from '../../lib/document/spec'
import type { FormatId } from '../../lib/formats'
import type { Graph } from './graph/graph'
import type { DeployTime } from './graph/graph-of-spec'
import { synthStack } from './toolchains/cdk'
import { deployOpenapi } from './toolchains/openapi/openapi'
import { packageStack } from './toolchains/osls'
import { readYaml } from './toolchains/read-yaml'
import { expansionOf } from './toolchains/sam/expansions'
import { readExpansion } from './toolchains/sam/sam'
import { samTranslator } from './toolchains/sam/translator'
import type { CompiledTemplate } from './toolchains/template'
import { lowerTerraform } from './toolchains/terraform/terraform'

/** How one output format becomes a template that AWS would deploy. */
export interface Toolchain {
  readonly format: FormatId
  /** The text is a template that AWS's validator reads. */
  readonly isTemplate: boolean
  readonly compileBack: (text: string, spec: SpecInput, deployTime?: DeployTime) => Promise<CompiledBack>
  /** What the format cannot say as the others do; left out, it promises the graph of the spec. */
  readonly promises?: (graph: Graph) => Graph
  /** False where a tool is missing that other texts than those of the cases need. */
  readonly takesAnyText?: () => Promise<boolean>
}

export interface CompiledBack {
  /** What the graph is read from. */
  readonly template: CompiledTemplate
  /** What CloudFormation gets, where `template` is only a reading of it. */
  readonly deployed?: CompiledTemplate
  /** A template has none: it is given by hand. */
  readonly stackName?: string
}

const handlers = ({ userPool, endpoints }: SpecInput) => [
  ...endpoints.map(({ handler }) => handler),
  ...(userPool.source === 'new' && userPool.preTokenGeneration ? [userPool.preTokenGeneration.handler] : []),
]

export const toolchains: readonly Toolchain[] = [
  {
    format: 'cloudformation',
    isTemplate: true,
    compileBack: async text => ({ template: readYaml(text) }),
  },
  {
    format: 'cloudformation-json',
    isTemplate: true,
    compileBack: async text => ({ template: JSON.parse(text) }),
  },
  {
    format: 'sam',
    isTemplate: true,
    async compileBack(text, { region = 'us-east-1' }, deployTime = {}) {
      const deployed = await expansionOf(text, region, parametersOf(deployTime))
      return { template: readExpansion(deployed), deployed }
    },
    promises: graph => authorizerNamed('Cognito', graph),
    takesAnyText: async () => (await samTranslator()) !== undefined,
  },
  {
    format: 'serverless',
    isTemplate: false,
    compileBack: (text, _, { stage, userPoolId } = {}) =>
      packageStack(text, {
        ...(stage && { stage }),
        ...(userPoolId && { env: { USER_POOL_ID: userPoolId } }),
      }),
  },
  {
    format: 'cdk',
    isTemplate: false,
    compileBack: (text, spec, props) => synthStack(text, { handlers: handlers(spec), props: { ...props } }),
  },
  {
    format: 'terraform',
    isTemplate: false,
    compileBack: async (text, { region = 'us-east-1' }, { stage, userPoolId } = {}) => ({
      template: await lowerTerraform(text, region, {
        ...(stage && { stage }),
        ...(userPoolId && { user_pool_id: userPoolId }),
      }),
    }),
    promises: inFormC,
  },
  {
    format: 'openapi',
    isTemplate: false,
    compileBack: (text, spec, { stage = spec.stage ?? 'dev' } = {}) => deployOpenapi(text, spec, stage),
    promises: graph => authorizerNamed('Cognito', graph),
  },
]

/** HCL changes every string to Unicode normal form C: the finding NOT_NFC names the fields that this changes. */
function inFormC(graph: Graph): Graph {
  return JSON.parse(JSON.stringify(graph).normalize('NFC'))
}

/** In an OpenAPI document the name of an authorizer is a key, where no reference can be: it cannot carry the stage. */
const authorizerNamed = (name: string, graph: Graph): Graph => ({
  ...graph,
  authorizers: graph.authorizers.map(authorizer => ({ ...authorizer, name })),
  endpoints: graph.endpoints.map(endpoint => ({ ...endpoint, authorizer: endpoint.authorizer && name })),
})

/** What a template format takes at deploy time as parameters. */
export const parametersOf = ({ stage, userPoolId }: DeployTime): Readonly<Record<string, string>> => ({
  ...(stage && { Stage: stage }),
  ...(userPoolId && { UserPoolId: userPoolId }),
})

let saidWhatIsMissing = false

/** Toolchains that take any text on this machine. Says once which ones do not, so that nothing is left out silently. */
export async function usable(): Promise<readonly Toolchain[]> {
  const takes = await Promise.all(toolchains.map(async ({ takesAnyText }) => takesAnyText?.() ?? true))
  if (!saidWhatIsMissing)
    for (const { format } of toolchains.filter((_, i) => !takes[i]))
      console.info(
        `${format}: its tool is not on this machine. Only the committed expansions of tests/cases are judged: no other text, no random spec, no injected fault.`,
      )
  saidWhatIsMissing = true
  return toolchains.filter((_, i) => takes[i])
}

import type { FormatId } from '../../lib/emit/emitter'
import type { SpecInput } from '../../lib/spec/spec'
import type { DeployTime } from './graph/graph-of-spec'
import { cdkStackName, synthCdk } from './toolchains/cdk'
import { packageServerless, serverlessStackName } from './toolchains/osls'
import { readYaml } from './toolchains/read-yaml'
import type { CompiledTemplate } from './toolchains/template'

/** How one output format becomes a template that AWS would deploy. */
export interface Toolchain {
  readonly format: FormatId
  /** The text is a template already, with the functions' code in it. */
  readonly isTemplate: boolean
  readonly compileBack: (text: string, spec: SpecInput, deployTime?: DeployTime) => Promise<CompiledTemplate>
  /** Absent where the name of the stack is given by hand. */
  readonly stackName?: (text: string, spec: SpecInput, deployTime?: DeployTime) => Promise<string>
}

const handlers = ({ endpoints }: SpecInput) => endpoints.map(({ handler }) => handler)

const serverlessOptions = ({ stage, userPoolId }: DeployTime) => ({
  ...(stage && { stage }),
  ...(userPoolId && { env: { USER_POOL_ID: userPoolId } }),
})

export const toolchains: readonly Toolchain[] = [
  { format: 'cloudformation', isTemplate: true, compileBack: async text => readYaml(text) },
  { format: 'cloudformation-json', isTemplate: true, compileBack: async text => JSON.parse(text) },
  {
    format: 'serverless',
    isTemplate: false,
    compileBack: (text, _, deployTime = {}) => packageServerless(text, serverlessOptions(deployTime)),
    stackName: (text, _, deployTime = {}) => serverlessStackName(text, serverlessOptions(deployTime)),
  },
  {
    format: 'cdk',
    isTemplate: false,
    compileBack: (text, spec, props) => synthCdk(text, { handlers: handlers(spec), props: { ...props } }),
    stackName: (text, spec, props) => cdkStackName(text, { handlers: handlers(spec), props: { ...props } }),
  },
]

/** What a template format takes at deploy time as parameters. */
export const parametersOf = ({ stage, userPoolId }: DeployTime): Readonly<Record<string, string>> => ({
  ...(stage && { Stage: stage }),
  ...(userPoolId && { UserPoolId: userPoolId }),
})

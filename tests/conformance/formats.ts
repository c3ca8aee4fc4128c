import type { SpecInput } from '../../lib/document/spec'
import type { FormatId } from '../../lib/formats'
import type { DeployTime } from './graph/graph-of-spec'
import { synthStack } from './toolchains/cdk'
import { packageStack } from './toolchains/osls'
import { readYaml } from './toolchains/read-yaml'
import type { CompiledTemplate, Stack } from './toolchains/template'

/** How one output format becomes a template that AWS would deploy. */
export interface Toolchain {
  readonly format: FormatId
  /** The text is a template already, with the functions' code in it. */
  readonly isTemplate: boolean
  /** A template has no stack name: that is given by hand. */
  readonly compileBack: (
    text: string,
    spec: SpecInput,
    deployTime?: DeployTime,
  ) => Promise<Stack | { readonly template: CompiledTemplate }>
}

const handlers = ({ endpoints }: SpecInput) => endpoints.map(({ handler }) => handler)

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
]

/** What a template format takes at deploy time as parameters. */
export const parametersOf = ({ stage, userPoolId }: DeployTime): Readonly<Record<string, string>> => ({
  ...(stage && { Stage: stage }),
  ...(userPoolId && { UserPoolId: userPoolId }),
})

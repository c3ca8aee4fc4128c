import { expect } from 'vitest'
import type { SpecInput } from '../../lib/document/spec'
import { type FormatId, formatOf } from '../../lib/formats'
import { compilationOf, textOf } from './compiled'
import { type CompiledBack, parametersOf, type Toolchain, toolchains } from './formats'
import type { Graph } from './graph/graph'
import { type DeployTime, graphOfSpec, probesOf } from './graph/graph-of-spec'
import { readGraph, readOutputs } from './graph/read-graph'
import { throughCdkFromCfn } from './toolchains/cdk-from-cfn'
import type { CompiledTemplate } from './toolchains/template'
import { type Diagnostic, validate } from './toolchains/validate'

/** Facts about the deployment that a reader of `spec`'s templates needs. */
export function readOptions(spec: SpecInput, deployTime: DeployTime = {}) {
  const stage = deployTime.stage ?? spec.stage ?? 'dev'
  return {
    region: spec.region ?? 'us-east-1',
    stackName: `${spec.service}-${stage}`,
    probes: probesOf(spec),
    parameters: parametersOf(deployTime),
  }
}

export const compiledBy = async (
  { format, compileBack }: Toolchain,
  spec: SpecInput,
  deployTime?: DeployTime,
): Promise<CompiledTemplate> => (await compileBack(textOf(spec, format), spec, deployTime)).template

/** Only what people would act on, in the order in which they would read it. */
export const worded = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(
    ({ severity, ruleId, message, entity, propertyPath }) =>
      `${severity} ${ruleId} ${entity?.id ?? ''} ${propertyPath ?? ''}: ${message}`,
  )

/**
 * Puts a spec through the toolchain of every format: each template passes AWS's validator and authorises exactly what
 * the spec promises, and so the same as every other. Unless something is changed at deploy time, it outputs issuer,
 * keys, endpoints and client ids, too.
 */
export async function expectConformance(
  spec: SpecInput,
  deployTime?: DeployTime,
  through: readonly Toolchain[] = toolchains,
): Promise<void> {
  for (const toolchain of through) {
    const { format } = toolchain
    const text = textOf(spec, format)
    const stack = await toolchain.compileBack(text, spec, deployTime)
    const { template, deployed = template, stackName } = stack
    for (const checked of validatedTexts(toolchain, text, stack))
      expect(worded(validate(checked)), `${format} as AWS's validator sees it`).toEqual([])
    expect(readGraph(template, readOptions(spec, deployTime)), `the graph of ${format}`).toEqual(
      promisedGraph(toolchain, spec, deployTime),
    )
    expect(JSON.stringify(template), 'what Serverless and CDK could not resolve').not.toMatch(
      /\$\{(?:opt|sls|self|param|env|aws):|\[object Object\]|\$\{Token\[/,
    )
    if (deployTime === undefined) expectOutputs(toolchain, spec, template)
    const expected = expectedResourceCount(spec, format)
    if (expected !== undefined)
      expect(Object.keys(deployed.Resources), `resources of ${format}`).toHaveLength(expected)
    if (stackName !== undefined)
      expect(stackName, `the stack of ${format}`).toBe(readOptions(spec, deployTime).stackName)
  }
}

/** The texts that AWS's validator checks: a template as printed, and what a tool compiled it to. */
export const validatedTexts = (
  { isTemplate }: Toolchain,
  text: string,
  { template, deployed }: CompiledBack,
): readonly string[] => [
  ...(isTemplate ? [text] : []),
  ...(isTemplate && !deployed ? [] : [JSON.stringify(deployed ?? template)]),
]

/** The graph that a format promises for a spec. */
export const promisedGraph = ({ promises }: Toolchain, spec: SpecInput, deployTime?: DeployTime): Graph => {
  const graph = graphOfSpec(spec, deployTime)
  return promises ? promises(graph) : graph
}

/** How many resources the findings say a format makes. */
const expectedResourceCount = (spec: SpecInput, format: FormatId): number | undefined =>
  formatOf(format).resourceCount?.(compilationOf(spec).model)

/** The CloudFormation text once more, by AWS labs' own reader of it. */
export async function expectSecondPath(spec: SpecInput, deployTime: DeployTime = {}): Promise<void> {
  const props = { ...(deployTime.stage && { stage: deployTime.stage }), ...deployTime }
  const template = await throughCdkFromCfn(textOf(spec, 'cloudformation'), props)
  const graph = readGraph(template, readOptions(spec, deployTime))
  expect(graph, 'the graph of CloudFormation through cdk-from-cfn').toEqual(
    withLimitsOfCdkFromCfn(graphOfSpec(spec, deployTime)),
  )
}

/** Properties that this cdk-from-cfn does not support, and UpdateReplacePolicy, which it drops, have CloudFormation's default. */
const withLimitsOfCdkFromCfn = (graph: Graph): Graph => ({
  ...graph,
  userPool:
    graph.userPool.source === 'existing'
      ? graph.userPool
      : {
          ...graph.userPool,
          tier: 'ESSENTIALS',
          onReplace: 'Delete',
          trigger: null,
          domain: graph.userPool.domain && { ...graph.userPool.domain, loginVersion: 1 },
        },
  clients: graph.clients.map(client => ({ ...client, branded: false, rotationGraceSeconds: null })),
  functions: graph.functions.map(fn => ({ ...fn, trigger: false })),
})

/** The outputs of every stack. */
function promisedOutputs(spec: SpecInput): readonly string[] {
  const { region } = readOptions(spec)
  const { userPool, clients, api } = graphOfSpec(spec)
  const isNew = userPool.source === 'new'
  const pool = isNew ? `«AWS::Cognito::UserPool ${userPool.key.slice('new:'.length)}»` : userPool.key
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${pool}`
  const existingDomain = spec.userPool.source === 'existing' ? spec.userPool.domain : undefined
  const domain = isNew ? `${userPool.domain?.prefix}.auth.${region}.amazoncognito.com` : existingDomain
  const apiId = `«AWS::ApiGateway${api.type === 'rest' ? '::Rest' : 'V2::'}Api ${api.name}»`
  return [
    issuer,
    `${issuer}/.well-known/jwks.json`,
    ...(domain ? [`https://${domain}/oauth2/authorize`, `https://${domain}/oauth2/token`] : []),
    ...clients.map(({ name }) => `«AWS::Cognito::UserPoolClient ${name}»`),
    `https://${apiId}.execute-api.${region}.amazonaws.com${api.type === 'rest' ? `/${api.stage}` : ''}`,
  ]
}

/** The template says all of it, whatever else its tool has to say. */
function expectOutputs(toolchain: Toolchain, spec: SpecInput, template: CompiledTemplate): void {
  const outputs = readOutputs(template, readOptions(spec)).map(value => String(value).replace(/\/$/, ''))
  for (const output of promisedOutputs(spec))
    expect(outputs, `outputs of ${toolchain.format}`).toContain(output)
}

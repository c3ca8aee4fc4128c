import { describe, expect, it } from 'vitest'
import { cases } from './cases'
import {
  compiledBy,
  expectConformance,
  expectOutputs,
  expectSecondPath,
  readOptions,
  textOf,
} from './conform'
import { toolchains } from './formats'
import { graphOfSpec } from './graph/graph-of-spec'
import { readGraph } from './graph/read-graph'
import { typeCheck } from './toolchains/tsc'

describe.each(cases)('$name', ({ spec }) => {
  it('means the same in every format, and what the spec promises', () => expectConformance(spec))

  it('follows the stage given at deploy time', () => expectConformance(spec, { stage: 'prod-2' }))

  it('is read the same by cdk-from-cfn', () => expectSecondPath(spec))

  it('tells issuer, keys, endpoints and client ids', async () => {
    for (const toolchain of toolchains) expectOutputs(toolchain, spec, await compiledBy(toolchain, spec))
  })
})

describe.each(cases.filter(({ spec }) => spec.userPool.source === 'existing'))('$name', ({ spec }) => {
  it('follows the user pool given at deploy time', () =>
    expectConformance(spec, { userPoolId: `${spec.region}_Another99` }))
})

it('every CDK stack type-checks under strict', async () => {
  expect(await typeCheck(cases.map(({ spec }) => textOf(spec, 'cdk')))).toEqual([])
})

it('a change of what is deployed makes a new deployment', async () => {
  const { spec } = cases.find(({ name }) => name === 'example')!
  const [endpoint] = spec.endpoints
  const changed = { ...spec, endpoints: [{ ...endpoint!, scopes: ['com.example.api/read'] }] }
  const deployments = async (of: typeof spec) =>
    Object.entries((await compiledBy(toolchains[0]!, of)).Resources)
      .filter(([, { Type }]) => Type === 'AWS::ApiGateway::Deployment')
      .map(([id]) => id)
  expect(await deployments(changed)).not.toEqual(await deployments(spec))
})

it('the graph tells two specs apart that differ in one scope of one endpoint', async () => {
  const { spec } = cases.find(({ name }) => name === 'example')!
  const [endpoint] = spec.endpoints
  const changed = { ...spec, endpoints: [{ ...endpoint!, scopes: ['com.example.api/read'] }] }
  for (const toolchain of toolchains) {
    const graph = readGraph(await compiledBy(toolchain, changed), readOptions(changed))
    expect(graph).not.toEqual(graphOfSpec(spec))
    expect(graphOfSpec(changed)).not.toEqual(graphOfSpec(spec))
  }
})

import { describe, expect, it } from 'vitest'
import { anotherPool, cases } from './cases'
import { textOf } from './compiled'
import {
  compiledBy,
  expectConformance,
  expectSecondPath,
  promisedGraph,
  readOptions,
  validatedTexts,
} from './conform'
import { toolchains, usable } from './formats'
import { graphOfSpec } from './graph/graph-of-spec'
import { readGraph } from './graph/read-graph'
import { typeCheck } from './toolchains/tsc'
import { validate } from './toolchains/validate'

describe.each(cases)('$name', ({ spec }) => {
  it('means the same in every format, what the spec promises, and outputs what a client needs', () =>
    expectConformance(spec))

  it('follows the stage given at deploy time', () => expectConformance(spec, { stage: 'prod-2' }))

  it('is read the same by cdk-from-cfn', () => expectSecondPath(spec))
})

const withAnotherPool = cases.flatMap(one => {
  const userPoolId = anotherPool(one)
  return userPoolId === undefined ? [] : [{ ...one, userPoolId }]
})

describe.each(withAnotherPool)('$name', ({ spec, userPoolId }) => {
  it('follows the user pool given at deploy time', () => expectConformance(spec, { userPoolId }))
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

it('the graph distinguishes two specs that differ in one scope of one endpoint', async () => {
  const { spec } = cases.find(({ name }) => name === 'example')!
  const [endpoint] = spec.endpoints
  const changed = { ...spec, endpoints: [{ ...endpoint!, scopes: ['com.example.api/read'] }] }
  for (const toolchain of await usable()) {
    const graph = readGraph(await compiledBy(toolchain, changed), readOptions(changed))
    expect(graph).not.toEqual(promisedGraph(toolchain, spec))
    expect(graphOfSpec(changed)).not.toEqual(graphOfSpec(spec))
  }
})

/** HTTP endpoints that go through the SAM translator. */
const SAM_ENDPOINTS = Number(process.env.SAM_ENDPOINTS ?? 100)

describe('at the edges', () => {
  const { spec: base } = cases.find(({ name }) => name === 'rest-cors-several-origins')!

  it.each(['rest', 'http'] as const)('is true for a %s API near the limit of 500 resources', async type => {
    const endpoints = Array.from({ length: type === 'rest' ? 125 : 300 }, (_, i) => ({
      method: 'GET' as const,
      path: `/${i % 2 ? 'orders' : 'items'}/p${i}/{id}`.replace(/\/\{id\}$/, type === 'rest' ? '' : '/{id}'),
      scopes: ['orders/read'],
      handler: `bin/f${i % 30}.handler`,
    }))
    const spec = { ...base, api: { ...base.api, type }, endpoints }
    for (const toolchain of await usable()) {
      // The SAM translator copies the whole HTTP API for each event: 300 of them take it a minute, 100 a ninth of that.
      // SAM_ENDPOINTS=300 sends all of them through it.
      const isSlow = type === 'http' && toolchain.format === 'sam'
      const through = isSlow ? { ...spec, endpoints: endpoints.slice(0, SAM_ENDPOINTS) } : spec
      await expectConformance(through, undefined, [toolchain])
    }
    const { Resources } = await compiledBy(toolchains.find(({ format }) => format === 'serverless')!, spec)
    expect(Object.keys(Resources).length).toBeGreaterThan(430)
    expect(Object.keys(Resources).length).toBeLessThanOrEqual(500)
  })

  // The validator takes any text that is spelled like a pseudo parameter for a forgotten Ref (W1054). It is none.
  it('a scope may be called AWS::NoValue, though the validator wonders', async () => {
    const scopes = [{ name: 'AWS::NoValue', description: 'Not a reference' }]
    const [server] = base.resourceServers
    const spec = {
      ...base,
      resourceServers: [...base.resourceServers, { ...server!, identifier: 'odd', scopes }],
    }
    for (const toolchain of await usable()) {
      const text = textOf(spec, toolchain.format)
      const made = await toolchain.compileBack(text, spec)
      expect(readGraph(made.template, readOptions(spec))).toEqual(promisedGraph(toolchain, spec))
      for (const checked of validatedTexts(toolchain, text, made))
        expect(validate(checked).map(({ ruleId }) => ruleId)).toEqual(['W1054'])
    }
  })
})

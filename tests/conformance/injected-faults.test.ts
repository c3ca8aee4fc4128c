import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SpecInput } from '../../lib/document/spec'
import type { FormatId } from '../../lib/formats'
import { cases } from './cases'
import { textOf } from './compiled'
import { compiledBy, promisedGraph, readOptions, validatedTexts, worded } from './conform'
import { additions } from './faults/additions'
import { apiFaults } from './faults/api'
import { corsFaults } from './faults/cors'
import { identityFaults } from './faults/identity'
import { copiesOf, type Fault, type MutableTemplate } from './faults/inject-fault'
import { openapiFaults } from './faults/openapi'
import { samFaults } from './faults/sam'
import { signInFaults, signInTextFaults } from './faults/sign-in'
import { terraformFaults } from './faults/terraform'
import { textFaults as commonTextFaults } from './faults/texts'
import { type CompiledBack, type Toolchain, toolchains, usable } from './formats'
import type { Graph } from './graph/graph'
import { graphOfSpec } from './graph/graph-of-spec'
import { readGraph } from './graph/read-graph'
import type { CompiledTemplate } from './toolchains/template'
import { typeCheck } from './toolchains/tsc'
import { validate } from './toolchains/validate'

const faults = [...identityFaults, ...signInFaults, ...apiFaults, ...corsFaults, ...additions]
const textFaults = [
  ...commonTextFaults,
  ...signInTextFaults,
  ...samFaults,
  ...terraformFaults,
  ...openapiFaults,
]

/** Formats with a table of faults of their own. */
const WITH_OWN_FAULTS: readonly FormatId[] = ['sam', 'terraform', 'openapi']

/** Formats whose tools make the templates that faults are injected into. */
const FAULT_FORMATS: readonly FormatId[] = ['cloudformation', 'serverless', 'cdk']

const baselineCases = cases.filter(({ name }) =>
  [
    'example',
    'rest-cors-several-origins',
    'rest-cors-one-origin',
    'http-cors',
    'existing-pool',
    'several-servers',
    'machine-to-machine',
    'iam-rest-cors',
    'iam-http-audiences',
    'sign-in-fields',
    'sign-in-fields-http',
  ].includes(name),
)

interface Baseline {
  readonly name: string
  readonly spec: SpecInput
  readonly graph: Graph
  readonly template: CompiledTemplate
  readonly copy: () => MutableTemplate
}

/** How a wrong template is found out: by the graph, by its reader, by AWS's validator, or not at all. */
function noticed({ spec, graph: right }: Baseline, template: CompiledTemplate): string | undefined {
  let graph: Graph
  try {
    graph = readGraph(template, readOptions(spec))
  } catch (error) {
    return `reader: ${(error as Error).message}`
  }
  if (!isDeepStrictEqual(graph, right)) return 'graph'
  return worded(validate(JSON.stringify(template)))[0]
}

/** The proof's own proof: whatever goes wrong, something says so. */
describe(`${faults.length + textFaults.length} kinds of fault`, () => {
  const baselines: Baseline[] = []
  let wrongTemplates = 0

  beforeAll(async () => {
    for (const { name, spec } of baselineCases)
      for (const toolchain of toolchains.filter(({ format }) => FAULT_FORMATS.includes(format))) {
        const template = await compiledBy(toolchain, spec)
        const graph = graphOfSpec(spec)
        baselines.push({
          name: `${name} in ${toolchain.format}`,
          spec,
          graph,
          template,
          copy: copiesOf(template),
        })
      }
  })

  it('are more than 350, as docs/proof.md says, each named once', () => {
    const names = [
      ...faults.map(({ name }) => name),
      ...textFaults.map(({ name, format }) => `${format} ${name}`),
    ]
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(350)
  })

  it('none is seen where there is none', () => {
    for (const baseline of baselines) {
      expect(baseline.copy()).toEqual(baseline.template)
      expect(noticed(baseline, baseline.template), baseline.name).toBeUndefined()
    }
  })

  it.each(faults)('$name', ({ inject }: Fault) => {
    let tried = 0
    for (const baseline of baselines) {
      const template = baseline.copy()
      if (!inject(template)) continue
      tried++
      wrongTemplates++
      expect(noticed(baseline, template), baseline.name).toBeDefined()
    }
    expect(tried, 'templates that could have it').toBeGreaterThan(0)
  })

  it('make the more than 2,300 wrong templates that docs/proof.md mentions', () => {
    expect(wrongTemplates).toBeGreaterThan(2300)
  })

  it.each(textFaults)('in the text of $format: $name', async ({ format, change, case: name }) => {
    const { spec } = cases.find(one => one.name === name)!
    const toolchain = toolchains.find(one => one.format === format)!
    const right = textOf(spec, format)
    const wrong = await change(right)
    expect(wrong, 'the fault is in the text').not.toBe(right)
    // Without its translator no machine can tell what a wrong SAM text would become.
    if (!(await usable()).includes(toolchain)) return
    expect(await noticedInText(toolchain, spec, wrong)).toBeDefined()
  })

  it.each(WITH_OWN_FAULTS)('of %s are at least 35', format => {
    expect(textFaults.filter(fault => fault.format === format).length).toBeGreaterThanOrEqual(35)
  })
})

/** How a wrong text is found out: by its tool, by the graph, by AWS's validator, by the compiler, or not at all. */
async function noticedInText(
  toolchain: Toolchain,
  spec: SpecInput,
  text: string,
): Promise<string | undefined> {
  let made: CompiledBack
  let graph: Graph
  try {
    made = await toolchain.compileBack(text, spec)
    graph = readGraph(made.template, readOptions(spec))
  } catch (error) {
    return `refused: ${(error as Error).message}`
  }
  if (!isDeepStrictEqual(graph, promisedGraph(toolchain, spec))) return 'graph'
  const found = validatedTexts(toolchain, text, made).flatMap(checked => worded(validate(checked)))
  return found[0] ?? (toolchain.format === 'cdk' ? (await typeCheck([text]))[0] : undefined)
}

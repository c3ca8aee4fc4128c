import { isDeepStrictEqual } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { cases } from './cases'
import { compiledBy, readOptions, textOf, worded } from './conform'
import { additions } from './faults/additions'
import { apiFaults } from './faults/api'
import { corsFaults } from './faults/cors'
import { identityFaults } from './faults/identity'
import { type Fault, groundOf } from './faults/plant'
import { textFaults } from './faults/texts'
import { type Toolchain, toolchains } from './formats'
import type { Graph } from './graph/graph'
import { graphOfSpec } from './graph/graph-of-spec'
import { readGraph } from './graph/read-graph'
import type { CompiledTemplate } from './toolchains/template'
import { typeCheck } from './toolchains/tsc'
import { validate } from './toolchains/validate'

const faults = [...identityFaults, ...apiFaults, ...corsFaults, ...additions]

const planted = cases.filter(({ name }) =>
  [
    'example',
    'rest-cors-several-origins',
    'rest-cors-one-origin',
    'http-cors',
    'existing-pool',
    'several-servers',
    'machine-to-machine',
  ].includes(name),
)

interface Soil {
  readonly name: string
  readonly spec: (typeof cases)[number]['spec']
  readonly template: CompiledTemplate
}

/** How a wrong template is found out: by the graph, by its reader, by AWS's validator, or not at all. */
function noticed({ spec }: Pick<Soil, 'spec'>, template: CompiledTemplate): string | undefined {
  let graph: Graph
  try {
    graph = readGraph(template, readOptions(spec))
  } catch (error) {
    return `reader: ${(error as Error).message}`
  }
  if (!isDeepStrictEqual(graph, graphOfSpec(spec))) return 'graph'
  return worded(validate(JSON.stringify(template)))[0]
}

/** The proof's own proof: whatever goes wrong, something says so. */
describe(`${faults.length + textFaults.length} kinds of fault`, () => {
  const soils: Soil[] = []
  let wrongTemplates = 0

  beforeAll(async () => {
    for (const { name, spec } of planted)
      for (const toolchain of toolchains.filter(({ format }) => format !== 'cloudformation-json')) {
        const template = await compiledBy(toolchain, spec)
        soils.push({ name: `${name} in ${toolchain.format}`, spec, template })
      }
  }, 60_000)

  it('are at least thirty, each named once', () => {
    const names = [
      ...faults.map(({ name }) => name),
      ...textFaults.map(({ name, format }) => `${format} ${name}`),
    ]
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(30)
  })

  it('none is seen where there is none', () => {
    for (const soil of soils) expect(noticed(soil, soil.template), soil.name).toBeUndefined()
  })

  it.each(faults)('$name', ({ plant }: Fault) => {
    let tried = 0
    for (const soil of soils) {
      const ground = groundOf(soil.template)
      if (!plant(ground)) continue
      tried++
      wrongTemplates++
      expect(noticed(soil, ground), soil.name).toBeDefined()
    }
    expect(tried, 'templates that could have it').toBeGreaterThan(0)
  })

  it('make the more than 2,300 wrong templates that docs/proof.md speaks of', () => {
    expect(wrongTemplates).toBeGreaterThan(2300)
  })

  it.each(textFaults)('in the text of $format: $name', async ({ format, change, case: name }) => {
    const { spec } = cases.find(one => one.name === name)!
    const toolchain = toolchains.find(one => one.format === format)!
    const right = textOf(spec, format)
    const wrong = change(right)
    expect(wrong, 'the fault is in the text').not.toBe(right)
    const found =
      (await toolchain.compileBack(wrong, spec).then(
        ({ template }) => noticed({ spec }, template),
        error => `${format} refuses: ${error.message}`,
      )) ?? (await noticedInText(toolchain, wrong))
    expect(found).toBeDefined()
  })
})

/** What the tools say that read the text itself, and not what was compiled from it. */
async function noticedInText({ format, isTemplate }: Toolchain, text: string): Promise<string | undefined> {
  if (isTemplate) return worded(validate(text))[0]
  return format === 'cdk' ? (await typeCheck([text]))[0] : undefined
}

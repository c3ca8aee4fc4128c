import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SpecInput } from '../../lib/document/spec'
import { arbitrarySpec } from './arbitrary-spec'
import { textOf } from './compiled'
import { expectConformance, expectSecondPath } from './conform'
import { type Toolchain, toolchains, usable } from './formats'
import { typeCheck } from './toolchains/tsc'

/** Fixed, so that a run of the tests does not depend on the clock; SEED and RUNS try other specs. */
const seed = Number(process.env.SEED ?? 20_261_126)
const { RUNS } = process.env
const numRuns = Number(RUNS ?? 60)

const isQuick = ({ format }: Toolchain) =>
  ['cloudformation', 'cloudformation-json', 'serverless', 'cdk'].includes(format)
/** Three times as many as are needed, as docs/proof.md shows; or as many as `npm run fuzz` asks for. */
const quickRuns = RUNS === undefined ? 36 : numRuns
/** Terraform takes as long as the four quick formats together: 18 of the usual 60. */
const runsOf = ({ format }: Toolchain) => (format === 'terraform' ? Math.ceil(numRuns * 0.3) : numRuns)

/** Every other spec is deployed as the stage of another day. */
const deployTimes = fc.constantFrom({}, { stage: 'prod' })

/** `npm run fuzz -- --target outputs` runs more. A failure prints the seed, the spec, and a smaller one that fails too. */
describe(`${numRuns} random specs, SEED=${seed}`, () => {
  const stacks: string[] = []

  it('authorise the same in every format, as the spec promises, and pass the validator', async () => {
    const held = async (spec: SpecInput, deployTime: { readonly stage?: string }) => {
      await expectConformance(spec, deployTime, toolchains.filter(isQuick))
      await expectSecondPath(spec, deployTime)
      stacks.push(textOf(spec, 'cdk'))
    }
    await fc.assert(fc.asyncProperty(arbitrarySpec, deployTimes, held), { seed, numRuns: quickRuns })
    expect(stacks).toHaveLength(quickRuns)
  })

  it.each(toolchains.filter(toolchain => !isQuick(toolchain)))('the same in $format', async toolchain => {
    if (!(await usable()).includes(toolchain)) return
    const held = (spec: SpecInput, deployTime: { readonly stage?: string }) =>
      expectConformance(spec, deployTime, [toolchain])
    await fc.assert(fc.asyncProperty(arbitrarySpec, deployTimes, held), { seed, numRuns: runsOf(toolchain) })
  })

  it('type-check as CDK stacks, all in one strict program', async () => {
    expect(await typeCheck(stacks)).toEqual([])
  })
})

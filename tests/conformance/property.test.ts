import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SpecInput } from '../../lib/document/spec'
import { arbitrarySpec } from './arbitrary-spec'
import { expectConformance, expectSecondPath, textOf } from './conform'
import { typeCheck } from './toolchains/tsc'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)
const numRuns = Number(process.env.RUNS ?? 200)

/** Every other spec is deployed as the stage of another day. */
const deployTimes = fc.constantFrom({}, { stage: 'prod' })

/** `SEED=… RUNS=…` repeats a run; a failure prints both, the spec, and a smaller one that fails too. */
describe(`${numRuns} random specs, SEED=${seed}`, () => {
  const stacks: string[] = []

  it('authorise the same in every format, as the spec promises, and pass the validator', async () => {
    const held = async (spec: SpecInput, deployTime: { readonly stage?: string }) => {
      await expectConformance(spec, deployTime)
      await expectSecondPath(spec, deployTime)
      stacks.push(textOf(spec, 'cdk'))
    }
    await fc.assert(fc.asyncProperty(arbitrarySpec, deployTimes, held), { seed, numRuns })
    expect(stacks).toHaveLength(numRuns)
  })

  it('type-check as CDK stacks, all in one strict program', async () => {
    expect(await typeCheck(stacks)).toEqual([])
  })
})

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Input, type Inputs, sameInputs } from '@/lib/template/inputs'
import { type Body, resource, sameResource } from '@/lib/template/template'

const text = fc.constantFrom('', 'a', 'b', '1', 'true', 'undefined', '\n')
const { inputs } = fc.letrec<{ inputs: Inputs; input: Input }>(tie => ({
  input: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom<Input>(0, 1, true, false, undefined),
    fc.array(tie('input'), { maxLength: 2 }),
    tie('inputs'),
  ),
  // Pairs, so that the order of properties varies.
  inputs: fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'length'), tie('input')), {
      maxLength: 2,
      selector: ([name]) => name,
    })
    .map(pairs => Object.fromEntries(pairs)),
}))

/** Every difference shows in it, the order of properties too. */
const spelled = (inputs: Inputs) =>
  JSON.stringify(inputs, (_, value) => (value === undefined ? { undefined: true } : value))

it('finds the same inputs equal, and inputs that differ in anything unequal', () => {
  let equal = 0
  fc.assert(
    fc.property(inputs, inputs, (one, other) => {
      const expected = spelled(one) === spelled(other)
      if (expected) equal++
      expect(sameInputs(one, other)).toBe(expected)
      expect(sameInputs(one, structuredClone(one))).toBe(true)
    }),
    { seed: 5, numRuns: 5000 },
  )
  expect(equal).toBeGreaterThan(20)
})

it('compares the order of properties, in which a value tree is printed', () => {
  expect(sameInputs({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(false)
})

it('distinguishes an absent property from an undefined one, and a list from an object', () => {
  expect(sameInputs({}, { a: undefined })).toBe(false)
  expect(sameInputs({ a: undefined }, {})).toBe(false)
  expect(sameInputs({ a: [] }, { a: {} })).toBe(false)
})

it('finds resources equal that are made again from equal parts, and none of which one part differs', () => {
  const build = (): Body => ({ properties: {} })
  const make = (parts: { id?: string; type?: 'AWS::A::C'; inputs?: Inputs; build?: () => Body } = {}) =>
    resource(parts.id ?? 'Users', parts.type ?? 'AWS::A::B', parts.inputs ?? { a: 1 }, parts.build ?? build)
  expect(sameResource(make(), make())).toBe(true)
  for (const part of [
    { id: 'Others' },
    { type: 'AWS::A::C' },
    { inputs: { a: 2 } },
    { build: () => build() },
  ] as const)
    expect(sameResource(make(), make(part)), Object.keys(part).join()).toBe(false)
})

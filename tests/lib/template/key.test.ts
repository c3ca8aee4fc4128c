import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOf } from '../../../lib/template/key'

/** Inputs that a careless spelling takes for one another. */
test.each([
  [{ a: 'x;b=y' }, { a: 'x', b: 'y' }],
  [{ a: '1' }, { a: 1 }],
  [{ a: 'true' }, { a: true }],
  [{ a: 'undefined' }, { a: undefined }],
  [{ a: '' }, {}],
  [{ a: ['x', 'y'] }, { a: ['x'], y: 'y' }],
  [{ a: ['x', 'y'] }, { a: ['y', 'x'] }],
  [{ a: [] }, { a: [''] }],
  [{ a: [['x'], 'y'] }, { a: [['x', 'y']] }],
  [{ a: { b: 'x' }, c: 'y' }, { a: { b: 'x', c: 'y' } }],
  [
    { a: 'x', b: 'y' },
    { a: 'y', b: 'x' },
  ],
  [{ a: 'x' }, { b: 'x' }],
  [{ a: '1:x' }, { a: 'x' }],
])('%j and %j have different keys', (one, other) => {
  expect(keyOf(one)).not.toBe(keyOf(other))
  expect(keyOf(structuredClone(one))).toBe(keyOf(one))
})

/** A few names and values made of the key's own signs, so that clashes are likely where they are possible. */
const text = fc.string({ unit: fc.constantFrom('a', '1', ':', ';', '=', '"', '[', '{', '}'), maxLength: 4 })
const { inputs } = fc.letrec(tie => ({
  inputs: fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'ab'), tie('input')), {
    selector: ([name]) => name,
    maxLength: 3,
  }),
  input: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(0, 1, true, undefined),
    fc.array(tie('input'), { maxLength: 3 }),
    tie('inputs').map(pairs => Object.fromEntries(pairs as [string, never][])),
  ),
}))

const spelled = (value: unknown) =>
  JSON.stringify(value, (_, inner) => (inner === undefined ? { undefined: true } : inner))

test('keys are equal exactly when the inputs are', () => {
  const seen = new Map<string, string>()
  fc.assert(
    fc.property(inputs, pairs => {
      const made = Object.fromEntries(pairs as [string, never][])
      const key = keyOf(made)
      expect(seen.get(key) ?? spelled(made)).toBe(spelled(made))
      seen.set(key, spelled(made))
    }),
    { seed: 11, numRuns: 5000 },
  )
})

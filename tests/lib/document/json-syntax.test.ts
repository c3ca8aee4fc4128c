import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findJsonSyntaxIssue } from '../../../lib/document/json-syntax'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** JSON with a few characters dropped, repeated or replaced: nearly right, which is where two readers differ. */
const nearlyJson = fc
  .tuple(
    fc.json({ maxDepth: 3 }),
    fc.array(
      fc.tuple(
        fc.nat(200),
        fc.constantFrom(
          '',
          '"',
          ',',
          ':',
          '{',
          ']',
          '\\',
          '\\u12',
          '\n',
          '\t',
          '-',
          '0',
          '.',
          'e',
          '\u0001',
          '\uFEFF',
          ' ',
        ),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([json, changes]) =>
    changes.reduce((text, [at, sign]) => text.slice(0, at) + sign + text.slice(at + (at % 2)), json),
  )

test('an issue is found in exactly the texts that JSON.parse rejects', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyJson, fc.string()), text => {
      expect(findJsonSyntaxIssue(text) === undefined).toBe(isJson(text))
    }),
    { seed: 8, numRuns: 5000 },
  )
})

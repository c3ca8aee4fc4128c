import { describe, expect, test } from 'vitest'
import { parseSpecText } from '../../../lib/document/parse'
import { workOf } from '../../work'
import { hostileDocuments } from './hostile'

describe.each(hostileDocuments)('a hostile document: %s', (_, text) => {
  test('of twice the size takes no more than twice the work', () => {
    const [small, large] = [text(250_000), text(500_000)]
    // What only a first call does is not counted.
    parseSpecText(text(10_000))
    expect(workOf(() => parseSpecText(large))).toBeLessThan(2.2 * workOf(() => parseSpecText(small)) + 1000)
  })

  test('of 1 MB is refused', () => {
    const json = text(1_000_000)
    expect(json.length).toBeGreaterThan(800_000)
    expect(json.length).toBeLessThan(1_048_577)
    const parsed = parseSpecText(json)
    expect(parsed.ok ? 0 : parsed.errors.length).toBeGreaterThan(0)
  })
})

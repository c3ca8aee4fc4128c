import { expect } from 'vitest'

/**
 * Fails unless two values are the same. For loops of thousands of rounds: `expect` takes longer than most of what it
 * compares, so it is called only to report a difference.
 */
export function expectSame(actual: unknown, wanted: unknown, message?: string): void {
  if (!Object.is(actual, wanted)) expect(actual, message).toBe(wanted)
}

import { vi } from 'vitest'

/** Only ends a wait that would last for ever: on a busy machine a second, the default of the libraries, can be too short. */
export const WAIT_MS = 120_000

/** Calls `check` until it does not throw; for what other code does in tasks of its own. */
export const eventually = <Value>(check: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(check, { timeout: WAIT_MS })

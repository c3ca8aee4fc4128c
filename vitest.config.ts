import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // The toolchains of tests/conformance keep process-wide state, so each file gets a process of its own.
    pool: 'forks',
    maxWorkers: 2,
    // Only ends a test that hangs: no test is expected to take a tenth of this on any machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
})

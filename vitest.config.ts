import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // The toolchains of tests/conformance keep process-wide state, so each file gets a process of its own.
    pool: 'forks',
    maxWorkers: 2,
    // A busy machine must fail no test: what hangs is ended by whoever runs the tests, not by a clock of its own.
    testTimeout: 0,
    hookTimeout: 0,
  },
})

import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'
import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from '../../scripts/find-browser.mjs'

/** Every worker reads this file again: what the first one found goes on in the environment. */
async function once(name: string, find: () => Promise<string | undefined>): Promise<string | undefined> {
  process.env[name] ??= (await find()) ?? ''
  return process.env[name] || undefined
}

const freePort = () =>
  new Promise<string>((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(String(typeof address === 'object' && address ? address.port : 0)))
    })
  })

const port = await once('E2E_PORT', freePort)
const executablePath = await once('E2E_CHROMIUM', findBrowser)
const root = new URL('../..', import.meta.url).pathname
/** As many as the processor can run at a time. */
export const workers = Math.max(2, Math.min(4, availableParallelism()))

/** Tests that mostly wait: for a service worker, or until a page asks for nothing more. They run one by one beside the others. */
const WAITING = /(?:offline|new-deployment|budget|layout-shift)\.spec\.ts$/

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: workers + 1,
  projects: [
    { name: 'waiting', testMatch: WAITING, workers: 1 },
    { name: 'busy', testIgnore: WAITING, workers },
  ],
  forbidOnly: true,
  reporter: [['list']],
  // Both only end what hangs: a busy machine may be ten times slower.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    baseURL: `http://localhost:${port}`,
    serviceWorkers: 'block',
    // Recording costs a third of the time of every test. To see a failure: add `--trace on`.
    trace: 'off',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // The pages of a site share a renderer: see shared-page.ts.
        '--process-per-site',
        // Two things that a load pays for, and a test has no use of: parsing scripts beside the page, though its renderer has
        // compiled them for the test before, and optimizing code that runs a few hundred times.
        '--js-flags=--no-script-streaming --invocation-count-for-maglev=4000 --invocation-count-for-turbofan=20000',
        // Chromium refuses to start its sandbox as root, as in most containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/serve.mjs "${process.env.E2E_OUT || 'out'}"`,
    cwd: root,
    url: `http://localhost:${port}/`,
    env: { PORT: port ?? '' },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
})

// `next build`, then the Content-Security-Policy of every page it made, the service worker, and a compressed
// version of every file.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

function run(...args) {
  // The outer npm's NODE_ENV would be passed to Next, which warns about nonstandard values.
  const { NODE_ENV: _, ...env } = process.env
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) process.exit(status ?? 1)
}

run(path.join(root, 'node_modules/next/dist/bin/next'), 'build')
run(path.join(root, 'scripts/csp.mjs'), 'out')
run(path.join(root, 'scripts/service-worker.mjs'), 'out')
run(path.join(root, 'scripts/compress.mjs'), 'out')

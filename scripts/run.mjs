// Running commands from the project's folder, for the scripts in this folder.
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
export const at = (...parts) => path.join(root, ...parts)
export const say = message => console.log(`[setup] ${message}`)
export function die(message) {
  console.error(`[setup] ${message}`)
  process.exit(1)
}

/** npm's own settings and NODE_ENV of the caller would change what a nested npm, Next or test does. */
const FOREIGN = /^(npm_(config_(omit|only|production|ignore_scripts|dry_run)|package_|lifecycle_)|NODE_ENV$)/i

/** Runs one command in the project's folder; true when it succeeded. */
export function run([command, ...args], { env = {}, timeout } = {}) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.test(name)))
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    timeout,
    env: { ...inherited, NEXT_TELEMETRY_DISABLED: '1', ...env },
    shell: process.platform === 'win32' && command === 'npm',
  })
  return status === 0
}

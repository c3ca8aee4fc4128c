import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { buildSync } from 'esbuild'

const root = path.resolve(import.meta.dirname, '../..')

/** How a process of the command is connected. */
export interface Connections {
  /** The folder of the caller. */
  readonly folder: string
  /** Text for standard input, written again and again until the process stops reading. */
  readonly endless?: string
  /** Text for standard input, which then ends. */
  readonly input?: string
  /** A file or device as standard output, instead of a pipe. */
  readonly stdoutFile?: string
  /** Closes the reading end of standard output after its first bytes, and then is called with them. */
  readonly closesAfter?: (text: string) => void
}

/** The end of a process. */
export interface Ended {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

let bundled: string | undefined

/** Path of the command, with a chunk for each command as it is published: compiling its sources takes most of a run. */
export function bundledCommand(): string {
  if (bundled) return bundled
  const folder = mkdtempSync(path.join(tmpdir(), 'command-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  bundled = path.join(folder, 'main.mjs')
  buildSync({
    absWorkingDir: root,
    entryPoints: ['cli/main.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
  })
  copyFileSync(
    path.join(root, 'local/invoke/handler-worker.mjs'),
    path.join(folder, 'chunks', 'handler-worker.mjs'),
  )
  return bundled
}

/** Runs the command as users do, in a process of its own. */
export function runCommand(args: readonly string[], connections: Connections): Promise<Ended> {
  const { folder, endless, input, stdoutFile, closesAfter } = connections
  const child = spawn(process.execPath, [bundledCommand(), ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder, NODE_ENV: 'development' },
    stdio: ['pipe', stdoutFile === undefined ? 'pipe' : openSync(stdoutFile, 'w'), 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', text => {
    stdout += text
    if (!closesAfter) return
    child.stdout?.destroy()
    closesAfter(text)
  })
  ;(child.stderr as Readable).setEncoding('utf8').on('data', text => {
    stderr += text
  })
  const stdin = child.stdin
  // The process may end before it has read everything: that is what some tests are about.
  stdin?.on('error', () => {})
  if (endless === undefined) stdin?.end(input ?? '')
  else {
    const chunk = endless.repeat(Math.ceil(65_536 / endless.length))
    const pump = () => {
      if (stdin?.destroyed === false) stdin.write(chunk, error => error || setImmediate(pump))
    }
    pump()
  }
  return new Promise(resolve => child.on('close', status => resolve({ status, stdout, stderr })))
}

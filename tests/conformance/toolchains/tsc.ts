import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.resolve(import.meta.dirname, '../../..')
const tsc = path.join(root, 'node_modules', '.bin', 'tsc')

/** A quarter of its time goes into collecting garbage, though it ends long before its memory is full. */
const env = { ...process.env, GOGC: 'off' }

const compilerOptions = {
  strict: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  target: 'ES2022',
  module: 'commonjs',
  moduleResolution: 'bundler',
  esModuleInterop: true,
  skipLibCheck: true,
  types: ['node'],
  noEmit: true,
}

/** `tsc --version`. */
export async function tscVersion(): Promise<string> {
  const { stdout } = await promisify(execFile)(tsc, ['--version'])
  return stdout.trim().replace('Version ', '')
}

/** Type-checks all `sources` as one strict program: the compiler's lines, none when they are right. */
export const typeCheck = (sources: readonly string[]): Promise<readonly string[]> =>
  typeCheckFiles(
    sources.map((source, i) => [`stack-${i}.ts`, source]),
    {},
  )

/** Type-checks files of one folder, with other options than a stack's where `options` says so. */
export async function typeCheckFiles(
  files: readonly (readonly [name: string, text: string])[],
  options: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  // Below the root, so that packages resolve as they do in a project.
  const parent = path.join(root, 'node_modules', '.cache')
  fs.mkdirSync(parent, { recursive: true })
  const folder = fs.mkdtempSync(path.join(parent, 'conformance-'))
  try {
    for (const [name, text] of files) fs.writeFileSync(path.join(folder, name), text)
    fs.writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { ...compilerOptions, ...options },
        include: files.map(([name]) => name),
      }),
    )
    await promisify(execFile)(tsc, ['-p', folder, '--pretty', 'false', '--singleThreaded'], {
      env,
      maxBuffer: 64 * 1024 * 1024,
    })
    return []
  } catch (error) {
    const { stdout, message } = error as { readonly stdout?: string; readonly message: string }
    return stdout ? stdout.trim().split('\n') : [message]
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

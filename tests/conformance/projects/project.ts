import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { compile } from '../../../lib/compile'
import type { SpecInput } from '../../../lib/document/spec'
import type { FormatId } from '../../../lib/formats'
import { zip } from '../../../lib/project/zip'
import { unpack } from './unpack'

/** The zip that the page downloads; tests/e2e/projects.spec.ts compares the two byte for byte. */
export function projectZip(format: FormatId, spec: SpecInput): Uint8Array {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(`refused: ${JSON.stringify(compiled.errors)}`)
  return zip(`${spec.service}-${format}`, compiled.project(format).files)
}

/** Unpacks the project of one format; `folder` becomes the top folder of the zip. */
export function unpackProject(format: FormatId, spec: SpecInput, folder: string): void {
  const parent = `${folder}.unpacked`
  unpack(projectZip(format, spec), parent)
  expect(fs.readdirSync(parent)).toEqual([`${spec.service}-${format}`])
  fs.renameSync(path.join(parent, `${spec.service}-${format}`), folder)
  fs.rmdirSync(parent)
}

/** The tester's credentials, and what Vitest and an outer npm say of themselves, are none of a project's business. */
const OWN = /^(AWS_|VITEST|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|npm_(package|lifecycle)_)/

const environment = () =>
  ({
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name))),
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    // The compiler, written in Go, ends long before its memory is full.
    GOGC: 'off',
    // Next's types require a NODE_ENV everywhere.
  }) as unknown as NodeJS.ProcessEnv

/** One command as the README has it, in an unpacked project and without AWS credentials. Throws with what it said. */
export const inProject = (folder: string, command: string, ...args: readonly string[]): Promise<string> =>
  inProjectWith({}, folder, command, ...args)

/** The same with variables of the environment. */
export async function inProjectWith(
  variables: Readonly<Record<string, string>>,
  folder: string,
  command: string,
  ...args: readonly string[]
): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd: folder,
    env: { ...environment(), ...variables },
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: Error & { stdout: string; stderr: string }) => {
    throw new Error(`${[command, ...args].join(' ')}\n${error.stdout}\n${error.stderr}`)
  })
  return stdout
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { compile } from '../../../lib/compile'
import type { SpecInput } from '../../../lib/document/spec'
import type { FormatId } from '../../../lib/formats'
import { zip } from '../../../lib/project/zip'
import { unpack } from './unpack'

/** The zip that the page downloads: tests/e2e/projects.spec.ts holds the two together, byte for byte. */
export function projectZip(format: FormatId, spec: SpecInput): Uint8Array {
  const compiled = compile(spec)
  if (!compiled.ok) throw new Error(`refused: ${JSON.stringify(compiled.errors)}`)
  return zip(compiled.project(format).files)
}

/** Unpacks the project of one format into `folder`. */
export const unpackProject = (format: FormatId, spec: SpecInput, folder: string): void =>
  unpack(projectZip(format, spec), folder)

/** The tester's credentials, and what Vitest and an outer npm say of themselves, are none of a project's business. */
const OWN = /^(AWS_|VITEST|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|npm_(package|lifecycle)_)/

const environment = () =>
  ({
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN.test(name))),
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    // Next's types want a NODE_ENV everywhere.
  }) as unknown as NodeJS.ProcessEnv

/** One command as the README has it, in an unpacked project and without AWS credentials. Throws with what it said. */
export async function inProject(
  folder: string,
  command: string,
  ...args: readonly string[]
): Promise<string> {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd: folder,
    env: environment(),
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: Error & { stdout: string; stderr: string }) => {
    throw new Error(`${[command, ...args].join(' ')}\n${error.stdout}\n${error.stderr}`)
  })
  return stdout
}

import type { SpecError } from '../lib/document/error'
import { fileText } from '../lib/document/file-text'
import type { GivenFile, Reading, ReadOptions } from '../lib/read/read'
import { MAX_FILES, MAX_TOTAL } from '../lib/source/limits'
import { UsageError } from './command'
import { readInput } from './input'

/** Options shared by all commands that read templates. */
export const TEMPLATE_OPTIONS = {
  param: { type: 'string', multiple: true },
  stage: { type: 'string' },
} as const

/** Reads templates as they are: a byte order mark and line ends stay, so that offsets are those of the file. */
export async function readTemplates(paths: readonly string[]): Promise<readonly GivenFile[]> {
  if (paths.length === 0)
    throw new UsageError('name one or more files: a template, a serverless.yml, an OpenAPI document')
  if (paths.filter(path => path === '-').length > 1)
    throw new UsageError('only one file can be standard input')
  const files: GivenFile[] = []
  let total = 0
  // One after the other: what is beyond the limits is refused without its text, and a file that was cut is too large.
  for (const [i, path] of paths.entries()) {
    const isRead = i < MAX_FILES && total <= MAX_TOTAL
    const text = isRead ? fileText(await readInput(path, MAX_TOTAL)) : ''
    total += text.length
    files.push({ path, text })
  }
  return files
}

/** Why files are refused or read in part, as errors that come before those of what the files lack. */
export const fileErrors = ({ files }: Reading): readonly SpecError[] =>
  files.flatMap(({ path, problems }) =>
    problems.map(({ message }) => ({ code: 'FILE_NOT_READ', path: '', message: `${path}: ${message}` })),
  )

/** `--param Name=Value` and `--stage`; a parameter without a value is a UsageError. */
export function readOptions(values: {
  readonly param?: readonly string[] | undefined
  readonly stage?: string | undefined
}): ReadOptions {
  const parameters: [string, string][] = (values.param ?? []).map(given => {
    const at = given.indexOf('=')
    if (at < 1) throw new UsageError(`--param ${given} has no value: write --param Name=Value`)
    return [given.slice(0, at), given.slice(at + 1)]
  })
  return {
    parameters: Object.fromEntries(parameters),
    ...(values.stage !== undefined && { stage: values.stage }),
  }
}

import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findFormat, formats } from '../lib/formats'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { compileFile, refused } from './document'
import { fromCaller, specFile } from './input'

/** `generate --format ID [--out DIR] [spec.json]`: one format's text, or its whole project. */
export async function generate(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    format: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  })
  const known = formats.map(({ id }) => id).join(', ')
  if (values.format === undefined) throw new UsageError(`generate needs --format: one of ${known}`)
  const format = findFormat(values.format)
  if (!format) throw new UsageError(`unknown format ${values.format}: use one of ${known}`)

  const file = specFile(positionals)
  const compiled = await compileFile(file)
  if (!compiled.ok) return refused(compiled.errors, file, values.json)
  if (values.out === undefined) return { status: 0, stdout: compiled.output(format.id).text }

  const folder = fromCaller(values.out)
  const { files } = compiled.project(format.id)
  try {
    for (const { path: name, text, executable } of files) {
      const target = path.join(folder, name)
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(target, text)
      if (executable) await chmod(target, 0o755)
    }
  } catch (error) {
    throw new UsageError(`cannot write to ${values.out}: ${(error as NodeJS.ErrnoException).message}`)
  }
  return { status: 0, stderr: `${files.length} files written to ${values.out}\n` }
}

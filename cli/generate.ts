import { chmod, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { compile } from '../lib/compile'
import { findFormat, formats } from '../lib/formats'
import { generateProject } from '../lib/generate-project'
import type { ProjectFile } from '../lib/project/project-file'
import { parseArguments } from './arguments'
import { type Outcome, UsageError } from './command'
import { fromCaller, readInput, reasonOf, specFile } from './input'
import { printable } from './printable'
import { refusedDocument } from './refused'

/** `generate --format ID [--out DIR] [spec.json]`: one format's text, or its whole project. */
export async function generate(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArguments(args, {
    format: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  })
  const known = formats.map(({ id }) => id).join(', ')
  if (values.format === undefined) throw new UsageError(`generate requires --format with one of ${known}`)
  const format = findFormat(values.format)
  if (!format) throw new UsageError(`unknown format ${values.format}. Use one of ${known}.`)

  const file = specFile(positionals)
  const document = await readInput(file)
  if (values.out === undefined) {
    const compiled = compile(document)
    if (!compiled.ok) return refusedDocument(document, compiled.errors, file, values.json)
    return { status: 0, stdout: compiled.output(format.id).text }
  }
  const project = generateProject(document, format.id)
  if (!project.ok) return refusedDocument(document, project.errors, file, values.json)
  await writeFiles(values.out, project.files)
  return { status: 0, stderr: `${printable(`${project.files.length} files written to ${values.out}`)}\n` }
}

async function writeFiles(folder: string, files: readonly ProjectFile[]): Promise<void> {
  try {
    for (const { path: name, text, executable } of files) {
      const target = path.join(fromCaller(folder), name)
      await mkdir(path.dirname(target), { recursive: true })
      await writeFile(target, text)
      if (executable) await chmod(target, 0o755)
    }
  } catch (error) {
    throw new UsageError(`cannot write to ${folder}: ${reasonOf(error)}`)
  }
}

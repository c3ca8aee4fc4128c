import path from 'node:path'
import type { SpecError } from '../lib/document/error'
import type { Model } from '../lib/model/model'
import { toModel } from '../lib/model/to-model'
import { MAX_FILE_BYTES, readAtMost, readTextFile } from './read-at-most'

/** A model read from a template; `remarks` are sentences about what was invented, changed or left out. */
export type ReadTemplate =
  | { readonly ok: true; readonly model: Model; readonly remarks: readonly string[] }
  | { readonly ok: false; readonly errors: readonly SpecError[] }

/** Whether a file is a template rather than a spec: YAML, or JSON with the fields of one. */
export function isTemplate(file: string): boolean {
  if (/\.(ya?ml|template)$/i.test(file)) return true
  try {
    const value: unknown = JSON.parse(readTextFile(file))
    return (
      typeof value === 'object' &&
      value !== null &&
      ['Resources', 'AWSTemplateFormatVersion', 'openapi', 'swagger'].some(name => Object.hasOwn(value, name))
    )
  } catch {
    return false
  }
}

/** Loads the import, which only templates need, and returns the function that reads the file. */
export async function templateReader(file: string): Promise<() => ReadTemplate> {
  const [{ readFiles }, { importSpec }] = await Promise.all([
    import('../lib/read/read'),
    import('../lib/import/import'),
  ])
  return () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(readAtMost(file, MAX_FILE_BYTES))
    const { files, deployed } = readFiles([{ path: path.basename(file), text }])
    const problems = files.flatMap(({ problems: found }) =>
      found.map(({ message }): SpecError => ({ code: 'NOT_JSON', path: '', message })),
    )
    const imported = importSpec(deployed)
    if (!imported.ok) return { ok: false, errors: [...problems, ...imported.errors] }
    const remarks = imported.report
      .filter(({ how }) => how !== 'mapped')
      .map(({ how, what, why }) => `${how}: ${what}. ${why}`)
    return { ok: true, model: toModel(imported.spec), remarks }
  }
}

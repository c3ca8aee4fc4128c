import type { Model } from '../model/model'
import { answerSource } from '../template/placeholder'
import type { ProjectFile } from './project-file'

/**
 * Creates a stub for every handler, one file for all the exports of a file: `bin/orders.list` is in `bin/orders.mjs`.
 * With `.mjs` Lambda reads a module whatever package.json is, or is not, packaged with it. The stubs run as is and return
 * the verified claims. `folder` ends in a slash or is empty.
 */
export function handlerFiles(model: Model, folder = ''): readonly ProjectFile[] {
  const exportsOf = new Map<string, string[]>()
  for (const { file, exportName } of model.functions)
    exportsOf.set(file, [...(exportsOf.get(file) ?? []), exportName])
  return [...exportsOf].map(([file, names]) => ({
    path: `${folder}${file}.mjs`,
    text: `${answerSource(model.api)}\n${exportLine(names)}\n`,
  }))
}

/** Exports names with `as`, which any word can follow: `bin/orders.delete` is a valid handler. */
const exportLine = (names: readonly string[]): string =>
  `export { ${names.map(name => `answer as ${name}`).join(', ')} };`

import type { Model } from '../model/model'
import { answerSource } from '../template/placeholder'
import type { ProjectFile } from './project-file'

/**
 * A stub for every handler, one file for all the exports of a file: `bin/orders.list` stands in `bin/orders.mjs`.
 * `.mjs`, so that Lambda reads a module whatever package.json is, or is not, packaged with it. They run as they are
 * and answer with the verified claims. `folder` ends in a slash or is empty.
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

/** A list of names, because any word may follow `as`: `bin/orders.delete` is a legal handler. */
const exportLine = (names: readonly string[]): string =>
  `export { ${names.map(name => `answer as ${name}`).join(', ')} };`

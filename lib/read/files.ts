import type { Tree } from '../source/build'
import { MAX_FILE, MAX_FILES, MAX_TOTAL } from '../source/limits'
import { type MapNode, type Source, type Span, valueAt } from '../source/node'
import { parseSource } from '../source/parse'
import { documentOf, formatOf, type InputFormat } from './detect'
import { type Readers, reader } from './readers'
import { withoutSecrets } from './without-secrets'

/** An input file: its path and its text. */
export interface GivenFile {
  readonly path: string
  readonly text: string
}

/** A file, parsed and recognised. */
export interface OpenedFile {
  readonly source: Source
  readonly tree?: Tree
  readonly root?: MapNode
  readonly format: InputFormat | undefined
  readonly problems: readonly { readonly at: Span; readonly message: string }[]
}

/** Parses all files; reports files that are too large, malformed or of an unknown format. */
export function openFiles(given: readonly GivenFile[], readers: Readers): readonly OpenedFile[] {
  let total = 0
  return given.map((file, i) => {
    total += file.text.length
    const source: Source = { path: file.path, text: withoutSecrets(file.text) }
    const tooMany = i >= MAX_FILES && `At most ${MAX_FILES} files are read together.`
    // A file that is too large by itself gets that reason.
    const tooMuch =
      file.text.length <= MAX_FILE && total > MAX_TOTAL && 'Together the files are larger than 8 MiB.'
    const limit = tooMany || tooMuch
    return limit ? refused(source, 0, limit) : openFile(source, readers)
  })
}

/** Parses and recognises one file whose secrets are removed. */
export function openFile(source: Source, readers: Readers): OpenedFile {
  const parsed = parseSource(source)
  if (!parsed.ok) {
    const { offset, message } = reader(readers, 'refusal').refusalOf(source.text, undefined, parsed.problem)
    return refused(source, offset, message)
  }
  const { tree } = parsed
  const root = documentOf(tree)
  const format = formatOf(root, source.text)
  if (format === undefined) {
    const isEmpty = !root && source.text.trim() === ''
    const { offset, message } = isEmpty
      ? { offset: 0, message: 'The file is empty.' }
      : reader(readers, 'refusal').refusalOf(source.text, tree.root)
    return { ...refused(source, offset, message), tree, ...(root && { root }) }
  }
  const problems = [
    ...(tree.furtherDocuments > 0
      ? ['The file contains several YAML documents. Only the first one is read.']
      : []),
    ...(format === 'sam' && !valueAt(root, 'Transform')
      ? ['CloudFormation rejects the types of SAM without Transform: AWS::Serverless-2016-10-31.']
      : []),
  ]
  return {
    source,
    tree,
    ...(root && { root }),
    format,
    problems: problems.map(message => ({ at: placeAt(source, 0), message })),
  }
}

const placeAt = (source: Source, offset: number): Span => ({
  source,
  start: Math.min(offset, source.text.length),
  end: Math.min(offset, source.text.length),
})

const refused = (source: Source, offset: number, message: string): OpenedFile => ({
  source,
  format: undefined,
  problems: [{ at: placeAt(source, offset), message }],
})

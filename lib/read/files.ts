import type { Tree } from '../source/build'
import { MAX_FILE, MAX_FILES, MAX_TOTAL } from '../source/limits'
import type { MapNode, Source, Span } from '../source/node'
import { parseSource } from '../source/parse'
import { articleIn } from './article'
import { formatOf, type InputFormat, NOT_RECOGNISED, refusal } from './detect'
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
export function openFiles(given: readonly GivenFile[]): readonly OpenedFile[] {
  let total = 0
  return given.map((file, i) => {
    total += file.text.length
    const source: Source = { path: file.path, text: withoutSecrets(file.text) }
    const tooMany = i >= MAX_FILES && `At most ${MAX_FILES} files are read together.`
    // A file that is too large by itself gets that reason.
    const tooMuch =
      file.text.length <= MAX_FILE && total > MAX_TOTAL && 'Together the files are larger than 8 MiB.'
    const limit = tooMany || tooMuch
    return limit ? refused(source, 0, limit) : openFile(source)
  })
}

/** Parses and recognises one file whose secrets are removed. */
export function openFile(source: Source): OpenedFile {
  const parsed = parseSource(source)
  if (!parsed.ok) {
    const other = otherText(source.text, undefined)
    const { offset, message } = other ?? parsed.problem
    return refused(source, offset ?? parsed.problem.offset, message)
  }
  const { tree } = parsed
  const root = tree.root?.kind === 'map' ? tree.root : undefined
  const format = formatOf(root, source.text)
  if (format === undefined) {
    const isEmpty = !root && source.text.trim() === ''
    const other = isEmpty ? { message: 'The file is empty.' } : otherText(source.text, root)
    const { offset = 0, message } = other ?? { message: NOT_RECOGNISED }
    return { ...refused(source, offset, message), tree, ...(root && { root }) }
  }
  const further = tree.furtherDocuments > 0
  return {
    source,
    tree,
    ...(root && { root }),
    format,
    problems: further
      ? [
          {
            at: placeAt(source, 0),
            message: 'The file contains several YAML documents. Only the first one is read.',
          },
        ]
      : [],
  }
}

/** What to give instead of a text that is something else, and the place that says so. */
function otherText(
  text: string,
  root: MapNode | undefined,
): { readonly offset?: number; readonly message: string } | undefined {
  const message = refusal(text, root)
  return message === undefined ? articleIn(text) : { message }
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

import type { FormatId } from '../emit/emitter'
import type { Accepted, ProjectFile } from './project'

/** The text of one format where it stands in its project. */
export const outputFile = (compiled: Accepted, format: FormatId): ProjectFile => {
  const { fileName, text } = compiled.output(format)
  return { path: fileName, text }
}

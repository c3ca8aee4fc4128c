import type { Compiled } from '../compile'
import type { FormatId } from '../emit/emitter'

/** A spec that compiled. */
export type Accepted = Extract<Compiled, { readonly ok: true }>

/** One file of a downloadable project. */
export interface ProjectFile {
  /** Inside the project, with forward slashes. */
  readonly path: string
  readonly text: string
  /** To be run from the shell. */
  readonly executable?: boolean
}

/** The project of one or more formats: everything their own tool needs to deploy, and a README. */
export interface Project {
  readonly formats: readonly FormatId[]
  readonly files: (compiled: Accepted, format: FormatId) => readonly ProjectFile[]
}

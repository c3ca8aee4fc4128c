/** One file of a downloadable project. */
export interface ProjectFile {
  /** Relative to the project's folder, with forward slashes. */
  readonly path: string
  readonly text: string
  /** Has the execute permission. */
  readonly executable?: boolean
}

/** A JSON file, indented by two spaces. */
export const jsonFile = (path: string, value: object): ProjectFile => ({
  path,
  text: `${JSON.stringify(value, null, 2)}\n`,
})

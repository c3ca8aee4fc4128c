/** A mutant that no test can notice, because it behaves like the source. */
export interface Equivalent {
  readonly file: string
  /** The line of the source, without the space around it. */
  readonly line: string
  readonly before: string
  readonly after: string
  /** Why nothing that can be observed changes. */
  readonly because: string
}

export const equivalents: readonly Equivalent[] = []

import { describe, expect, test } from 'vitest'
import { type Document, editedAll, refusals } from './edited'

type Edits = Readonly<Record<string, unknown>>

/** One line of the table of constraints: what to change in a good document, and how that is refused. */
export interface Row {
  readonly says: string
  readonly base: Document
  readonly set: Edits
  /** `path CODE` of every error; accepted when left out. */
  readonly refused?: readonly string[]
}

export const accepts = (says: string, base: Document, set: Edits): Row => ({ says, base, set })
export const refuses = (says: string, base: Document, set: Edits, ...refused: string[]): Row => ({
  says,
  base,
  set,
  refused,
})

/** One test a line; the errors must be these and no others. */
export const table = (name: string, rows: readonly Row[]) =>
  describe(name, () => {
    test.each(rows.map(row => [`${row.refused ? 'refuses' : 'accepts'} ${row.says}`, row] as const))(
      '%s',
      (_, { base, set, refused = [] }) => {
        expect(refusals(editedAll(base, set))).toEqual(refused)
      },
    )
  })

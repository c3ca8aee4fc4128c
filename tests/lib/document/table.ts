import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseSpec } from '../../../lib/document/parse'
import { expectGolden } from '../../golden'
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

const messagesOf = ({ says, base, set }: Row): readonly string[] => {
  const parsed = parseSpec(editedAll(base, set))
  return parsed.ok
    ? []
    : [`── ${says}`, ...parsed.errors.map(error => `${error.path} ${error.code}: ${error.message}`)]
}

/** One test a line; the errors must be these and no others. What people read about all of them is a golden. */
export const table = (name: string, rows: readonly Row[]) =>
  describe(name, () => {
    test.each(rows.map(row => [`${row.refused ? 'refuses' : 'accepts'} ${row.says}`, row] as const))(
      '%s',
      (_, { base, set, refused = [] }) => {
        expect(refusals(editedAll(base, set))).toEqual(refused)
      },
    )

    test.skipIf(!rows.some(({ refused }) => refused))('says of what it refuses', () => {
      const file = `${name.replace(/[^A-Za-z0-9]+/g, '-')}.txt`
      const text = rows.flatMap(messagesOf).join('\n')
      expectGolden(`${text}\n`, path.join(import.meta.dirname, 'words', 'refused'), file)
    })
  })

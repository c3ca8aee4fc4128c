import type { Client } from '../deployed/deployed'
import type { Span } from '../source/node'

/** How a resource was imported: invented by the import, changed, left out, or imported as is. */
export type How = 'invented' | 'changed' | 'left-out' | 'mapped'

/** What became of one thing of the files. */
export interface ImportEntry {
  /** The thing in words, such as `client Web`. */
  readonly what: string
  /** Where it is in the files; null for what was invented. */
  readonly at: Span | null
  readonly how: How
  /** The field of the spec, as a dot path; null for what was left out. */
  readonly into: string | null
  readonly why: string
}

/** A report while it is written. */
export interface Notes {
  readonly entries: ImportEntry[]
}

/** Returns the function that notes what the import changed of a client. */
export const noteChanges =
  (client: Client, notes: Notes) =>
  (what: string, why: string): void => {
    notes.entries.push({
      what: `${what} of client ${client.id}`,
      at: client.at,
      how: 'changed',
      into: 'clients',
      why,
    })
  }

/** What was invented comes first: it must be replaced. */
const ORDER: readonly How[] = ['invented', 'changed', 'left-out', 'mapped']

export const inOrder = (entries: readonly ImportEntry[]): readonly ImportEntry[] =>
  ORDER.flatMap(how => entries.filter(entry => entry.how === how))

import type { FieldPath } from './field-path'

/** Advice shown next to a field whatever its value. It is not a finding. */
export interface FieldNote {
  /** Stable SCREAMING_SNAKE word. */
  readonly code: string
  readonly message: string
}

const NOTES: ReadonlyMap<string, FieldNote> = new Map([
  [
    'resourceServers.*.identifier',
    {
      code: 'IDENTIFIER_IMMUTABLE',
      message: 'The identifier cannot be changed after deployment.',
    },
  ],
  [
    'userPool.usernameAttributes',
    {
      code: 'USERNAME_ATTRIBUTES_IMMUTABLE',
      message: 'What users sign in with cannot be changed after deployment.',
    },
  ],
])

/** The note of the field at `path` (`resourceServers.0.identifier`); undefined when it has none. */
export const fieldNote = (path: FieldPath): FieldNote | undefined => NOTES.get(path.replace(/\d+/g, '*'))

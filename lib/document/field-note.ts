import { cognitoGuide } from '../aws/docs'
import type { FieldPath } from './field-path'

/** Advice shown next to a field whatever its value. It is not a finding. */
export interface FieldNote {
  /** Stable SCREAMING_SNAKE word. */
  readonly code: string
  readonly message: string
  readonly why: string
  readonly fix: string
  readonly source: string
}

const NOTES: ReadonlyMap<string, FieldNote> = new Map([
  [
    'resourceServers.*.identifier',
    {
      code: 'IDENTIFIER_IMMUTABLE',
      message: 'The identifier cannot be changed after deployment.',
      why: 'CloudFormation replaces the resource server instead, and with it every scope that clients request and tokens carry.',
      fix: 'Choose an identifier that does not contain names of teams, stages or hosts.',
      source: cognitoGuide('cognito-user-pools-define-resource-servers'),
    },
  ],
])

/** The note of the field at `path` (`resourceServers.0.identifier`); undefined when it has none. */
export const fieldNote = (path: FieldPath): FieldNote | undefined =>
  NOTES.get(path.replace(/\.\d+(?=\.|$)/g, '.*'))

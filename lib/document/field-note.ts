import { cognitoGuide } from '../aws/docs'
import type { FieldPath } from './field-path'

/** What one should know at a field before filling it in, whatever is in it; a check of a finished spec does not repeat it. */
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
      message: 'An identifier cannot be changed once it is deployed.',
      why: 'CloudFormation replaces the resource server instead, and with it every scope that clients ask for and tokens carry.',
      fix: 'Choose one that will outlive names of teams, stages and hosts.',
      source: cognitoGuide('cognito-user-pools-define-resource-servers'),
    },
  ],
])

/** The note of the field at `path` (`resourceServers.0.identifier`), if there is one. */
export const fieldNote = (path: FieldPath): FieldNote | undefined =>
  NOTES.get(path.replace(/\.\d+(?=\.|$)/g, '.*'))

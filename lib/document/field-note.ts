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
  [
    'userPool.usernameAttributes',
    {
      code: 'USERNAME_ATTRIBUTES_IMMUTABLE',
      message: 'What users sign in with cannot be changed after deployment.',
      why: 'Cognito accepts it only when it creates the pool. A deployment that changes it fails, or creates another pool without the users.',
      fix: 'Decide before the first deployment. For a pool with users, create another pool and move them.',
      source: cognitoGuide('user-pool-settings-attributes'),
    },
  ],
])

/** The note of the field at `path` (`resourceServers.0.identifier`); undefined when it has none. */
export const fieldNote = (path: FieldPath): FieldNote | undefined =>
  NOTES.get(path.replace(/\.\d+(?=\.|$)/g, '.*'))

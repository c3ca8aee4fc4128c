import type { FieldPath } from '../document/field-path'
import type { Parameter } from './template'
import { type Annotated, fromField, parameter, sub } from './value'

/** The stage, which the user can change at deploy time. */
export const stage = parameter('Stage')

/** The name of a resource in the account, which starts with the stage: `dev-example-api`. */
export const staged = (field: FieldPath, name: string): Annotated => fromField(field, sub`${stage}-${name}`)

export const stageParameter = (value: string): Parameter => ({
  name: 'Stage',
  description: 'Prefix for all resource names, so that several stages can share an account and Region',
  default: value,
  allowedPattern: '^[a-z0-9][a-z0-9-]{0,31}$',
  note: { field: 'stage' },
})

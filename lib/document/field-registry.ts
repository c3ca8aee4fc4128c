import * as z from './zod'

/** What a form says beside a field. */
export interface FieldInfo {
  readonly label: string
  /** One sentence: what it is for. */
  readonly help: string
  readonly example?: string
  /** The AWS page about it. */
  readonly docs?: string
}

/** The part of a field's constraints that JSON Schema can say and zod's own checks do not. */
export interface TextLimits {
  readonly type?: 'integer'
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly uniqueItems?: boolean
}

export interface FieldEntry extends FieldInfo {
  readonly limits?: TextLimits
}

/** What is known of each field beside its type; form and JSON Schema read it from here. */
export const fieldRegistry = z.registry<FieldEntry>()

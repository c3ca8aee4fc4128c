import * as z from './zod'

/** Texts of a field in the form. */
export interface FieldInfo {
  readonly label: string
  /** One sentence about its purpose. */
  readonly help: string
  readonly example?: string
  /** The AWS page about it. */
  readonly docs?: string
}

/** Constraints for the JSON Schema that zod's own checks do not provide. */
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

/** Metadata of each field, shared by the form and the JSON Schema. */
export const fieldRegistry = z.registry<FieldEntry>()

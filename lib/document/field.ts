import type { Issue } from './error-code'

/** Texts of a field in the form. */
export interface FieldInfo {
  readonly label: string
  /** One sentence about its purpose. */
  readonly help: string
  readonly example?: string
  /** The AWS page about it. */
  readonly docs?: string
}

/** Constraints of one string. Lengths count UTF-16 code units. */
export interface TextRule extends FieldInfo {
  /** Default: 1. */
  readonly min?: number
  readonly max?: number
  /** Contents of a character class (`a-z0-9-`) that every character must belong to. */
  readonly characters?: string
  readonly pattern?: RegExp
  /** What `characters` or `pattern` allow, in words that can follow "Use". */
  readonly use?: string
  /** A check that no pattern can express. */
  readonly validate?: (text: string) => Issue | undefined
}

export interface NumberRule extends FieldInfo {
  readonly min: number
  readonly max: number
  readonly unit: string
}

export interface ListRule extends FieldInfo {
  /** The name of an item, of which there must be one. */
  readonly atLeastOne?: string
  readonly max?: number
  /** The name of several, for messages. */
  readonly many: string
  readonly unique?: boolean
}

/** Values of the fields of one object. */
export type Values = Readonly<Record<string, unknown>>

/**
 * A field of the document as plain data: its texts, its constraints, and the fields inside it. The form reads it as it
 * is; `schema.ts` makes from it what checks documents, and `field-values.ts` names the types of its values.
 */
export type Field =
  | TextField
  | NumberField
  | FlagField
  | ChoiceField
  | LiteralField
  | ListField
  | GroupField
  | VariantsField
  | OptionalField
  | DefaultField
  | DerivedField

export interface TextField {
  readonly kind: 'text'
  readonly rule: TextRule
}
export interface NumberField {
  readonly kind: 'number'
  readonly rule: NumberRule
}
export interface FlagField {
  readonly kind: 'flag'
  readonly rule: FieldInfo
}
export interface ChoiceField {
  readonly kind: 'choice'
  readonly options: readonly string[]
  readonly rule: FieldInfo
}
export interface LiteralField {
  readonly kind: 'literal'
  readonly value: string | number
  readonly rule?: FieldInfo
}
export interface ListField {
  readonly kind: 'list'
  readonly item: Field
  readonly rule: ListRule
}
export interface GroupField {
  readonly kind: 'group'
  readonly fields: Readonly<Record<string, Field>>
  readonly rule?: FieldInfo
}
/** One of several objects, told apart by their literal `source`. */
export interface VariantsField {
  readonly kind: 'variants'
  readonly options: readonly GroupField[]
  readonly rule: FieldInfo
}
export interface OptionalField {
  readonly kind: 'optional'
  readonly field: Field
}
export interface DefaultField {
  readonly kind: 'default'
  readonly field: Field
  readonly value: unknown
}
/** When it is left out, its value follows from the other fields of its object. */
export interface DerivedField {
  readonly kind: 'derived'
  readonly field: Field
  readonly from: (group: Values) => unknown
}

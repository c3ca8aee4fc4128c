import type {
  ChoiceField,
  DefaultField,
  DerivedField,
  Field,
  FieldInfo,
  FlagField,
  GroupField,
  ListField,
  ListRule,
  LiteralField,
  NumberField,
  NumberRule,
  OptionalField,
  TextField,
  TextRule,
  Values,
  VariantsField,
} from './field'
import type { Input, Output, Typed, TypedGroup } from './field-values'

/** A string. */
export const text = (rule: TextRule): TextField & Typed<string> => ({ kind: 'text', rule })

/** An integer from `min` to `max`. */
export const wholeNumber = (rule: NumberRule): NumberField & Typed<number> => ({ kind: 'number', rule })

export const flag = (rule: FieldInfo): FlagField & Typed<boolean> => ({ kind: 'flag', rule })

/** A string out of a fixed set. */
export const choice = <const Options extends readonly string[]>(
  options: Options,
  rule: FieldInfo,
): ChoiceField & Typed<Options[number]> => ({ kind: 'choice', options, rule })

/** A value that is always the same. */
export const literal = <const Value extends string | number>(
  value: Value,
  rule?: FieldInfo,
): LiteralField & Typed<Value> => ({ kind: 'literal', value, ...(rule && { rule }) })

/** An array with its limits. */
export const list = <Filled, Written>(
  item: Field & Typed<Filled, Written>,
  rule: ListRule,
): ListField & Typed<Filled[], Written[]> => ({ kind: 'list', item, rule })

/** An object; an unknown key is an error. */
export const group = <Inside extends Readonly<Record<string, Field>>>(
  fields: Inside,
  rule?: FieldInfo,
): TypedGroup<Inside> => ({ kind: 'group', fields, ...(rule && { rule }) })

/** One of several objects, told apart by their literal `source`. */
export const variants = <const Options extends readonly GroupField[]>(
  options: Options,
  rule: FieldInfo,
): VariantsField & Typed<Output<Options[number]>, Input<Options[number]>> => ({
  kind: 'variants',
  options,
  rule,
})

/** A field that can be left out. */
export const optional = <Filled, Written>(
  field: Field & Typed<Filled, Written>,
): OptionalField & Typed<Filled | undefined, Written | undefined> => ({ kind: 'optional', field })

/** A field with a value that applies when it is left out. */
export const withDefault = <Filled, Written>(
  field: Field & Typed<Filled, Written>,
  value: NoInfer<Filled>,
): DefaultField & Typed<Filled, Written | undefined> => ({ kind: 'default', field, value })

/** A field whose value follows from the other fields of its object when it is left out. */
export const derived = <Filled, Written>(
  field: Field & Typed<Filled, Written>,
  from: (group: Values) => NoInfer<Filled>,
): DerivedField & Typed<Filled, Written | undefined> => ({ kind: 'derived', field, from })

import type { GroupField } from './field'

declare const types: unique symbol

/** The types of a field's values: `Filled` with defaults, `Written` where what has one may be missing. */
export interface Typed<Filled, Written = Filled> {
  /** For the compiler alone: no field has it. */
  readonly [types]?: { readonly filled: Filled; readonly written: Written }
}

/** The type of a field's value, with defaults filled in. */
export type Output<One> = One extends Typed<infer Filled, unknown> ? Filled : never
/** The type of a field's value as it is written: what has a default may be missing. */
export type Input<One> = One extends Typed<unknown, infer Written> ? Written : never

/** An object with the values of `Inside`. */
export type TypedGroup<Inside> = Omit<GroupField, 'fields'> & { readonly fields: Inside } & Typed<
    Flat<
      { [Key in Exclude<keyof Inside, Keys<Inside, 'optional'>>]: Output<Inside[Key]> } & {
        [Key in Keys<Inside, 'optional'>]?: Output<Inside[Key]>
      }
    >,
    Flat<
      { [Key in Exclude<keyof Inside, Keys<Inside, MayBeAbsent>>]: Input<Inside[Key]> } & {
        [Key in Keys<Inside, MayBeAbsent>]?: Input<Inside[Key]>
      }
    >
  >

type MayBeAbsent = 'optional' | 'default' | 'derived'

/** The keys whose fields are of this kind. */
type Keys<Inside, Kind> = {
  [Key in keyof Inside]: Inside[Key] extends { readonly kind: Kind } ? Key : never
}[keyof Inside]

type Flat<Group> = { -readonly [Key in keyof Group]: Group[Key] }

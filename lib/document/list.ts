import { type FieldInfo, fieldRegistry } from './field-registry'
import { info } from './text'
import * as z from './zod'

export interface ListRule extends FieldInfo {
  readonly min?: number
  readonly max?: number
  /** Singular and plural of an item, for messages. */
  readonly one: string
  readonly many: string
  readonly unique?: boolean
}

/** Schema of an array with its limits. The number of items is checked even when one of them is invalid. */
export function list<Item extends z.ZodMiniType>(item: Item, rule: ListRule) {
  const { min, max, one, many } = rule
  let schema = z.array(item)
  if (min !== undefined) schema = schema.check(z.minLength(min, `At least one ${one} is required.`))
  // Only the document has the number of items, so the message is completed later (`issues.ts`).
  if (max !== undefined) schema = schema.check(z.maxLength(max, many))
  return schema.register(fieldRegistry, {
    ...info(rule),
    ...(rule.unique && { limits: { uniqueItems: true } }),
  })
}

/** Schema of a string out of a fixed set. */
export const choice = <const Values extends readonly string[]>(values: Values, rule: FieldInfo) =>
  z.enum(values).register(fieldRegistry, info(rule))

export const flag = (rule: FieldInfo) => z.boolean().register(fieldRegistry, info(rule))

/** Schema of an object; an unknown key is an error. */
export const group = <Shape extends z.core.$ZodShape>(shape: Shape, rule: FieldInfo) =>
  z.strictObject(shape).register(fieldRegistry, info(rule))

/** A field that can be left out. */
export const optional = z.optional

/** A field with a value that applies when it is left out. */
export const withDefault = z._default

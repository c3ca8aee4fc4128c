import { type FieldInfo, fieldRegistry } from './field-registry'
import { info } from './text'
import * as z from './zod'

export interface ListRule extends FieldInfo {
  readonly min?: number
  readonly max?: number
  /** One member and several, as a sentence says them. */
  readonly one: string
  readonly many: string
  readonly unique?: boolean
}

/** A list with its limits. zod counts its members even when one of them is wrong. */
export function list<Item extends z.ZodType>(item: Item, rule: ListRule) {
  const { min, max, one, many } = rule
  let schema = z.array(item)
  if (min !== undefined) schema = schema.min(min, `There is no ${one}; add at least one.`)
  // The message is what there is too much of: how many there are, only the whole document tells.
  if (max !== undefined) schema = schema.max(max, many)
  return schema.register(fieldRegistry, {
    ...info(rule),
    ...(rule.unique && { limits: { uniqueItems: true } }),
  })
}

/** One of a few words. */
export const choice = <const Values extends readonly string[]>(values: Values, rule: FieldInfo) =>
  z.enum(values).register(fieldRegistry, info(rule))

export const flag = (rule: FieldInfo) => z.boolean().register(fieldRegistry, info(rule))

/** Several fields under one name; a key it does not know is an error. */
export const group = <Shape extends z.ZodRawShape>(shape: Shape, rule: FieldInfo) =>
  z.strictObject(shape).register(fieldRegistry, info(rule))

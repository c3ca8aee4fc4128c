import { isObject } from './json-document'
import { parseSpec } from './parse'
import { type SpecInput, specSchema } from './spec'
import * as z from './zod'

/** Removes the fields of a valid spec that equal their defaults; returns any other value unchanged. */
export function withoutDefaults(values: unknown): SpecInput | unknown {
  const parsed = parseSpec(values)
  return parsed.ok ? stripDefaults(specSchema, parsed.spec) : values
}

function stripDefaults(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault)
    return stripDefaults(schema.def.innerType, value)
  if (schema instanceof z.ZodMiniPipe) return stripDefaults(schema.def.in, value)
  if (schema instanceof z.ZodMiniArray && Array.isArray(value))
    return value.map(member => stripDefaults(schema.def.element, member))
  if (!isObject(value)) return value
  if (schema instanceof z.ZodMiniDiscriminatedUnion)
    return stripDefaults(optionOf(schema.def.options, value.source), value)
  if (!(schema instanceof z.ZodMiniObject)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const field = schema.shape[key]
      return !field || isDefault(field, member) ? [] : [[key, stripDefaults(field, member)]]
    }),
  )
}

const isDefault = (schema: z.core.$ZodType, value: unknown): boolean =>
  value === undefined ||
  (schema instanceof z.ZodMiniDefault && JSON.stringify(schema.def.defaultValue) === JSON.stringify(value))

const optionOf = (options: readonly z.core.$ZodType[], source: unknown): z.core.$ZodType =>
  options.find(option => {
    const group = option instanceof z.ZodMiniPipe ? option.def.in : option
    const kind = group instanceof z.ZodMiniObject ? group.shape.source : undefined
    return kind instanceof z.ZodMiniLiteral && kind.def.values[0] === source
  })!

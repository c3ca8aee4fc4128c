import { isObject } from './object'
import { parseSpec } from './parse'
import { type SpecInput, specSchema } from './spec'
import * as z from './zod'

/** A valid spec without the fields that say what their default says; anything else as it is. */
export function withoutDefaults(values: unknown): SpecInput | unknown {
  const parsed = parseSpec(values)
  return parsed.ok ? lean(specSchema, parsed.spec) : values
}

function lean(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return lean(schema.unwrap(), value)
  if (schema instanceof z.ZodPipe) return lean(schema.in, value)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map(member => lean(schema.element, member))
  if (!isObject(value)) return value
  if (schema instanceof z.ZodUnion) return lean(optionOf(schema.options, value.source), value)
  if (!(schema instanceof z.ZodObject)) return value
  const kept = Object.entries(value).filter(([key, member]) => !isDefault(schema.shape[key], member))
  return Object.fromEntries(kept.map(([key, member]) => [key, lean(schema.shape[key], member)]))
}

const isDefault = (schema: unknown, value: unknown): boolean =>
  value === undefined ||
  (schema instanceof z.ZodDefault && JSON.stringify(schema.def.defaultValue) === JSON.stringify(value))

const optionOf = (options: readonly z.core.$ZodType[], source: unknown): z.core.$ZodType =>
  options.find(option => {
    const group = option instanceof z.ZodPipe ? option.in : option
    return group instanceof z.ZodObject && group.shape.source.value === source
  })!

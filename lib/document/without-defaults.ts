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
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return stripDefaults(schema.unwrap(), value)
  if (schema instanceof z.ZodPipe) return stripDefaults(schema.in, value)
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map(member => stripDefaults(schema.element, member))
  if (!isObject(value)) return value
  if (schema instanceof z.ZodUnion) return stripDefaults(optionOf(schema.options, value.source), value)
  if (!(schema instanceof z.ZodObject)) return value
  const kept = Object.entries(value).filter(([key, member]) => !isDefault(schema.shape[key], member))
  return Object.fromEntries(kept.map(([key, member]) => [key, stripDefaults(schema.shape[key], member)]))
}

const isDefault = (schema: unknown, value: unknown): boolean =>
  value === undefined ||
  (schema instanceof z.ZodDefault && JSON.stringify(schema.def.defaultValue) === JSON.stringify(value))

const optionOf = (options: readonly z.core.$ZodType[], source: unknown): z.core.$ZodType =>
  options.find(option => {
    const group = option instanceof z.ZodPipe ? option.in : option
    return group instanceof z.ZodObject && group.shape.source.value === source
  })!

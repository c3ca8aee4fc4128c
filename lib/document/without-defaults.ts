import type { Field } from './field'
import { isOfSource } from './field-info'
import { isObject } from './json-document'
import { parseSpec } from './parse'
import { type SpecInput, specFields } from './spec'

/** Removes the fields of a valid spec that equal their defaults; returns any other value unchanged. */
export function withoutDefaults(values: unknown): SpecInput | unknown {
  const parsed = parseSpec(values)
  return parsed.ok ? stripDefaults(specFields, parsed.spec) : values
}

function stripDefaults(field: Field, value: unknown): unknown {
  if ('field' in field) return stripDefaults(field.field, value)
  if (field.kind === 'list' && Array.isArray(value))
    return value.map(member => stripDefaults(field.item, member))
  if (!isObject(value)) return value
  if (field.kind === 'variants') {
    const option = field.options.find(one => isOfSource(one, value.source))
    return option ? stripDefaults(option, value) : value
  }
  if (field.kind !== 'group') return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const inner = field.fields[key]
      return !inner || isDefault(inner, member) ? [] : [[key, stripDefaults(inner, member)]]
    }),
  )
}

const isDefault = (field: Field, value: unknown): boolean =>
  value === undefined || (field.kind === 'default' && JSON.stringify(field.value) === JSON.stringify(value))

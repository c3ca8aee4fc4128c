import { defaultOf, fieldInfo, isOptional, schemasAt } from './field-info'
import type { FieldPath } from './field-path'
import { nearest } from './nearest'
import * as z from './zod'

/** What takes the place of a value of the wrong type. */
export type Replacement =
  | { readonly kind: 'value'; readonly value: unknown }
  /** The key goes, so that its default applies, or nothing does. */
  | { readonly kind: 'remove'; readonly default?: unknown }

type Schema = z.core.$ZodType

/**
 * Finds what should replace `value` at `path`: the same content in the right type where there is one, else the
 * default, else an empty value. Undefined where no field has this path.
 */
export function replacementFor(path: FieldPath, value: unknown): Replacement | undefined {
  const schema = schemasAt(path).find(one => !(one instanceof z.ZodMiniDiscriminatedUnion))
  if (schema === undefined) return undefined
  const converted = convert(schema, value)
  if (converted !== undefined) return { kind: 'value', value: converted }
  if (/\.\d+$/.test(path)) return { kind: 'remove' }
  const standard = defaultOf(path)
  if (standard !== undefined) return { kind: 'remove', default: standard }
  return isOptional(path) ? { kind: 'remove' } : { kind: 'value', value: emptyValue(schema, path) }
}

/** The same content in another JSON type: `5` and `"5"`, `"true"` and `true`, `"a"` and `["a"]`. */
function convert(schema: Schema, value: unknown): unknown {
  if (schema instanceof z.ZodMiniArray) return typeof value === 'string' && value !== '' ? [value] : undefined
  if (schema instanceof z.ZodMiniObject) return undefined
  if (Array.isArray(value) && value.length === 1) return convert(schema, value[0])
  if (schema instanceof z.ZodMiniEnum) return convertChoice(schema.options.map(String), value)
  if (schema instanceof z.ZodMiniString) {
    if (typeof value === 'string') return value
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  }
  if (schema instanceof z.ZodMiniBoolean) {
    const word = String(value).toLowerCase()
    return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : undefined
  }
  if (schema instanceof z.ZodMiniNumber)
    return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
      ? Number(value)
      : undefined
  return undefined
}

function convertChoice(options: readonly string[], value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  return nearest(value, options, Math.max(1, value.length / 2))
}

function emptyValue(schema: Schema, path: FieldPath): unknown {
  if (schema instanceof z.ZodMiniArray) return []
  if (schema instanceof z.ZodMiniObject) return {}
  if (schema instanceof z.ZodMiniEnum) return schema.options[0]
  if (schema instanceof z.ZodMiniNumber) return Number(fieldInfo(path)?.example ?? 0)
  if (schema instanceof z.ZodMiniBoolean) return false
  return ''
}

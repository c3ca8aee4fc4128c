import type { Field } from './field'
import { defaultOf, fieldInfo, fieldsAt, isOptional } from './field-info'
import type { FieldPath } from './field-path'
import { nearest } from './nearest'

/** What takes the place of a value of the wrong type. */
export type Replacement =
  | { readonly kind: 'value'; readonly value: unknown }
  /** The key goes, so that its default applies, or nothing does. */
  | { readonly kind: 'remove'; readonly default?: unknown }

/**
 * Finds what should replace `value` at `path`: the same content in the right type where there is one, else the
 * default, else an empty value. Undefined where no field has this path.
 */
export function replacementFor(path: FieldPath, value: unknown): Replacement | undefined {
  const field = fieldsAt(path).find(({ kind }) => kind !== 'variants')
  if (field === undefined) return undefined
  const converted = convert(field, value)
  if (converted !== undefined) return { kind: 'value', value: converted }
  if (/\.\d+$/.test(path)) return { kind: 'remove' }
  const standard = defaultOf(path)
  if (standard !== undefined) return { kind: 'remove', default: standard }
  return isOptional(path) ? { kind: 'remove' } : { kind: 'value', value: emptyValue(field, path) }
}

/** The same content in another JSON type: `5` and `"5"`, `"true"` and `true`, `"a"` and `["a"]`. */
function convert(field: Field, value: unknown): unknown {
  if (field.kind === 'list') return typeof value === 'string' && value !== '' ? [value] : undefined
  if (field.kind === 'group') return undefined
  if (Array.isArray(value) && value.length === 1) return convert(field, value[0])
  if (field.kind === 'choice') return convertChoice(field.options, value)
  if (field.kind === 'text') {
    if (typeof value === 'string') return value
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  }
  if (field.kind === 'flag') {
    const word = String(value).toLowerCase()
    return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : undefined
  }
  if (field.kind === 'number')
    return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
      ? Number(value)
      : undefined
  return undefined
}

function convertChoice(options: readonly string[], value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  return nearest(value, options, Math.max(1, value.length / 2))
}

function emptyValue(field: Field, path: FieldPath): unknown {
  if (field.kind === 'list') return []
  if (field.kind === 'group') return {}
  if (field.kind === 'choice') return field.options[0]
  if (field.kind === 'number') return Number(fieldInfo(path)?.example ?? 0)
  if (field.kind === 'flag') return false
  return ''
}

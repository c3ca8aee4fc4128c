import { schemasAt } from './field-info'
import { child, type FieldPath } from './field-path'
import { isObject } from './json-document'
import { type Spec, specSchema } from './spec'
import * as z from './zod'

/**
 * Values of the form: a spec while it is being edited. Fields keep what was typed, so a number field can contain text; the
 * schema reports that.
 */
export type FormValues = Spec

/** A document as a form can show it. */
export interface FormValuesResult {
  /** The document with what is missing filled in: defaults, and empty text, lists and groups. */
  readonly values: FormValues
  /** The fields whose JSON type no form field can show. With any of them, `values` must not be used. */
  readonly misfits: readonly FieldPath[]
}

/**
 * Checks the JSON type of every field, and fills in what is missing. It does not check what a text or a number says:
 * a form shows that beside the field. A number may be text, as it is while it is being typed. Unknown keys stay.
 */
export function toFormValues(document: unknown): FormValuesResult {
  const misfits: FieldPath[] = []
  const values = fill(specSchema, document, '', misfits)
  return { values: values as Spec, misfits }
}

function fill(schema: z.core.$ZodType, value: unknown, path: FieldPath, misfits: FieldPath[]): unknown {
  if (schema instanceof z.ZodMiniPipe) return fill(schema.def.in, value, path, misfits)
  if (schema instanceof z.ZodMiniOptional)
    return value === undefined ? undefined : fill(schema.def.innerType, value, path, misfits)
  if (schema instanceof z.ZodMiniDefault)
    return fill(schema.def.innerType, value === undefined ? schema.def.defaultValue : value, path, misfits)
  if (schema instanceof z.ZodMiniDiscriminatedUnion) return fill(optionFor(value), value, path, misfits)
  if (schema instanceof z.ZodMiniObject) return fillGroup(schema, absent(value, {}), path, misfits)
  if (schema instanceof z.ZodMiniArray) {
    const list = absent(value, [])
    if (!Array.isArray(list)) return misfit(path, misfits)
    return list.map((item, index) => fill(schema.def.element, item ?? null, child(path, index), misfits))
  }
  const leaf = absent(value, '')
  return fits(schema, leaf) ? leaf : misfit(path, misfits)
}

function fillGroup(schema: z.ZodMiniObject, value: unknown, path: FieldPath, misfits: FieldPath[]): unknown {
  if (!isObject(value)) return misfit(path, misfits)
  const known = Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, field]) => {
    const filled = fill(field, value[key], child(path, key), misfits)
    return filled === undefined ? [] : [[key, filled] as const]
  })
  return { ...value, ...Object.fromEntries(known) }
}

/** Picks the kind of user pool by its source, or by the one key that only an existing pool has. */
function optionFor(pool: unknown): z.core.$ZodType {
  const keys = isObject(pool) ? pool : {}
  const existing = keys.source === 'existing' || (keys.source !== 'new' && Object.hasOwn(keys, 'userPoolId'))
  const [, newPool, existingPool] = schemasAt('userPool')
  const option = existing ? existingPool : newPool
  if (!option) throw new TypeError('the schema of the user pool has no two kinds')
  return option
}

const absent = (value: unknown, replacement: unknown) => (value === undefined ? replacement : value)

function fits(schema: z.core.$ZodType, value: unknown): boolean {
  if (schema instanceof z.ZodMiniString || schema instanceof z.ZodMiniEnum) return typeof value === 'string'
  if (schema instanceof z.ZodMiniNumber) return typeof value === 'number' || typeof value === 'string'
  if (schema instanceof z.ZodMiniBoolean) return typeof value === 'boolean'
  if (schema instanceof z.ZodMiniLiteral) {
    // No field shows the version: a wrong one is reported, and any value that is not a container will do.
    const isText = schema.def.values.every(literal => typeof literal === 'string')
    return isText ? typeof value === 'string' : value !== null && typeof value !== 'object'
  }
  throw new TypeError(`a schema without a form field: ${schema._zod.def.type}`)
}

function misfit(path: FieldPath, misfits: FieldPath[]): undefined {
  misfits.push(path)
  return undefined
}

import type { FieldPath } from './field-path'
import { type FieldEntry, type FieldInfo, fieldRegistry } from './field-registry'
import { specSchema } from './spec'
import * as z from './zod'

/** Texts of the field at `path` (`clients.0.name` or `clients.*.name`); undefined when there is no such field. */
export const fieldInfo = (path: FieldPath): FieldInfo | undefined =>
  schemasAt(path)
    .map(schema => entryOf(schema))
    .find(entry => entry !== undefined)

/** The default of the field at `path`, as the schema states it; undefined when it has none. */
export function defaultOf(path: FieldPath): unknown {
  const field = fieldsAt(path).find(one => one instanceof z.ZodMiniDefault)
  return field?.def.defaultValue
}

/** Whether the field at `path` can be left out although it has no default. */
export const isOptional = (path: FieldPath): boolean =>
  fieldsAt(path).some(field => field instanceof z.ZodMiniOptional)

/** Schemas of the key at `path` with their wrappers: several in a user pool, which has two kinds. */
function fieldsAt(path: FieldPath): readonly z.core.$ZodType[] {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')))
  const key = path.slice(path.lastIndexOf('.') + 1)
  return schemasAt(parent).flatMap(group => fieldOf(group, key) ?? [])
}

/** Names of the fields in the object at `path`; in a user pool those of both kinds unless `source` selects one. */
export function knownKeys(path: FieldPath, source?: string): readonly string[] {
  const groups = schemasAt(path).filter(schema => schema instanceof z.ZodMiniObject)
  const own = groups.filter(({ shape }) => !isSource(shape.source) || shape.source.def.values[0] === source)
  return [...new Set((own.length > 0 ? own : groups).flatMap(({ shape }) => Object.keys(shape)))]
}

const isSource = (schema: unknown): schema is z.ZodMiniLiteral => schema instanceof z.ZodMiniLiteral

/** Schemas that a value at `path` can have, without their wrappers: several in a user pool, which has two kinds. */
export function schemasAt(path: FieldPath): readonly z.core.$ZodType[] {
  let schemas: readonly z.core.$ZodType[] = alternatives(specSchema)
  if (path === '') return schemas
  for (const key of path.split('.')) schemas = schemas.flatMap(schema => inside(schema, key))
  return schemas
}

function inside(schema: z.core.$ZodType, key: string): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodMiniArray && /^(?:\d+|\*)$/.test(key)) return alternatives(schema.def.element)
  const field = fieldOf(schema, key)
  return field ? alternatives(field) : []
}

const fieldOf = (schema: z.core.$ZodType, key: string): z.core.$ZodType | undefined =>
  schema instanceof z.ZodMiniObject && Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined

/** The schema without its wrappers; for a union, the union and then its options. */
function alternatives(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault)
    return alternatives(schema.def.innerType)
  if (schema instanceof z.ZodMiniPipe) return alternatives(schema.def.in)
  if (schema instanceof z.ZodMiniDiscriminatedUnion)
    return [schema, ...schema.def.options.flatMap(alternatives)]
  return [schema]
}

const entryOf = (schema: z.core.$ZodType): FieldEntry | undefined => fieldRegistry.get(schema)

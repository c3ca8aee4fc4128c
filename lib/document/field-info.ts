import type { FieldPath } from './field-path'
import { type FieldEntry, type FieldInfo, fieldRegistry } from './field-registry'
import { specSchema } from './spec'
import * as z from './zod'

/** What a form says beside the field at `path` (`clients.0.name`, or `clients.*.name`); undefined for no field. */
export const fieldInfo = (path: FieldPath): FieldInfo | undefined =>
  schemasAt(path)
    .map(schema => entryOf(schema))
    .find(entry => entry !== undefined)

/** Names of the fields inside `path`; those of both kinds of user pool unless `source` says which. */
export function knownKeys(path: FieldPath, source?: string): readonly string[] {
  const groups = schemasAt(path).filter(schema => schema instanceof z.ZodObject)
  const own = groups.filter(({ shape }) => !isSource(shape.source) || shape.source.value === source)
  return [...new Set((own.length > 0 ? own : groups).flatMap(({ shape }) => Object.keys(shape)))]
}

const isSource = (schema: unknown): schema is z.ZodLiteral => schema instanceof z.ZodLiteral

/** The schemas a value at `path` may have: several inside a user pool, which has two kinds. */
function schemasAt(path: FieldPath): readonly z.core.$ZodType[] {
  let schemas: readonly z.core.$ZodType[] = alternatives(specSchema)
  if (path === '') return schemas
  for (const key of path.split('.')) schemas = schemas.flatMap(schema => inside(schema, key))
  return schemas
}

function inside(schema: z.core.$ZodType, key: string): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodArray && /^(?:\d+|\*)$/.test(key)) return alternatives(schema.element)
  if (schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key))
    return alternatives(schema.shape[key])
  return []
}

/** The schema without its wrappers, and a union's options behind the union itself. */
function alternatives(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return alternatives(schema.unwrap())
  if (schema instanceof z.ZodPipe) return alternatives(schema.in)
  if (schema instanceof z.ZodUnion) return [schema, ...schema.options.flatMap(alternatives)]
  return [schema]
}

const entryOf = (schema: z.core.$ZodType): FieldEntry | undefined => fieldRegistry.get(schema)

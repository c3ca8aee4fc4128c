import type { Field, FieldInfo, GroupField } from './field'
import type { FieldPath } from './field-path'
import { specFields } from './spec'

/** Texts of the field at `path` (`clients.0.name` or `clients.*.name`); undefined when there is no such field. */
export const fieldInfo = (path: FieldPath): FieldInfo | undefined =>
  fieldsAt(path)
    .map(field => ('rule' in field ? field.rule : undefined))
    .find(rule => rule !== undefined)

/** The default of the field at `path`; undefined when it has none. */
export function defaultOf(path: FieldPath): unknown {
  const field = keysAt(path).find(one => one.kind === 'default')
  return field?.value
}

/** Whether the field at `path` can be left out although it has no default. */
export const isOptional = (path: FieldPath): boolean =>
  keysAt(path).some(({ kind }) => kind === 'optional' || kind === 'derived')

/** Names of the fields in the object at `path`; in a user pool those of both kinds unless `source` selects one. */
export function knownKeys(path: FieldPath, source?: string): readonly string[] {
  const groups = fieldsAt(path).filter(field => field.kind === 'group')
  const own = groups.filter(group => !hasSource(group) || isOfSource(group, source))
  return [...new Set((own.length > 0 ? own : groups).flatMap(({ fields }) => Object.keys(fields)))]
}

const hasSource = ({ fields }: GroupField): boolean => fields.source?.kind === 'literal'

/** Whether a group is the kind of user pool that `source` names. */
export const isOfSource = ({ fields }: GroupField, source: unknown): boolean =>
  fields.source?.kind === 'literal' && fields.source.value === source

/** The fields that a value at `path` can be of, without their wrappers: several in a user pool, which has two kinds. */
export function fieldsAt(path: FieldPath): readonly Field[] {
  let fields = alternatives(specFields)
  if (path === '') return fields
  for (const key of path.split('.')) fields = fields.flatMap(field => inside(field, key))
  return fields
}

/** The fields of the key at `path` with their wrappers: several in a user pool, which has two kinds. */
function keysAt(path: FieldPath): readonly Field[] {
  const parent = path.slice(0, Math.max(0, path.lastIndexOf('.')))
  const key = path.slice(path.lastIndexOf('.') + 1)
  return fieldsAt(parent).flatMap(group => fieldOf(group, key) ?? [])
}

function inside(field: Field, key: string): readonly Field[] {
  if (field.kind === 'list' && /^(?:\d+|\*)$/.test(key)) return alternatives(field.item)
  const found = fieldOf(field, key)
  return found ? alternatives(found) : []
}

const fieldOf = (field: Field, key: string): Field | undefined =>
  field.kind === 'group' && Object.hasOwn(field.fields, key) ? field.fields[key] : undefined

/** The field without its wrappers; for variants, these and then each of them. */
function alternatives(field: Field): readonly Field[] {
  if (field.kind === 'variants') return [field, ...field.options]
  return 'field' in field ? alternatives(field.field) : [field]
}

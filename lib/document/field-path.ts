/**
 * Address of a field: a dot path into the spec, such as `resourceServers.0.scopes.1.name`. The form uses it as the
 * field's name, errors and findings as `path`, and output lines to refer to the field. `''` is the whole document.
 */
export type FieldPath = string

/** Appends keys to a path. */
export function child(parent: FieldPath, ...keys: readonly (string | number)[]): FieldPath {
  let path = parent
  for (const key of keys) path = path ? `${path}.${key}` : `${key}`
  return path
}

/** True if `path` is `field` or inside it. */
export const isWithin = (path: FieldPath, field: FieldPath): boolean =>
  field === '' || path === field || path.startsWith(`${field}.`)

/**
 * The one address of a field: a dot path into the spec, `resourceServers.0.scopes.1.name`. It is the form's field
 * name, an error's and a finding's `path`, and the mark on every output line. `''` is the whole document.
 */
export type FieldPath = string

/** The path of `key` inside `parent`. */
export function child(parent: FieldPath, ...keys: readonly (string | number)[]): FieldPath {
  let path = parent
  for (const key of keys) path = path ? `${path}.${key}` : `${key}`
  return path
}

/** Whether `path` is `field` itself or something inside it. */
export const isWithin = (path: FieldPath, field: FieldPath): boolean =>
  field === '' || path === field || path.startsWith(`${field}.`)

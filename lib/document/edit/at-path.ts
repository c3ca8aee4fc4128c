import type { FieldPath } from '../field-path'
import { isObject } from '../json-document'

/** Returns the value at `path`; undefined where nothing is. */
export function valueAt(document: unknown, path: FieldPath): unknown {
  if (path === '') return document
  let value = document
  for (const key of path.split('.'))
    value = isContainer(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return value
}

/** Returns the document with `value` at `path`. Where nothing leads there, the document is returned unchanged. */
export const withValueAt = (document: unknown, path: FieldPath, value: unknown): unknown =>
  changeAt(document, path.split('.'), (container, key) =>
    Array.isArray(container)
      ? container.with(Number(key), value)
      : // Not by assignment: a key may be `__proto__`.
        Object.fromEntries([...Object.entries(container).filter(([other]) => other !== key), [key, value]]),
  )

/** Returns the document without the key or list item at `path`. */
export const withoutPath = (document: unknown, path: FieldPath): unknown =>
  changeAt(document, path.split('.'), (container, key) =>
    Array.isArray(container)
      ? container.filter((_, index) => index !== Number(key))
      : Object.fromEntries(Object.entries(container).filter(([other]) => other !== key)),
  )

/** Returns the document with the key at `path` renamed, at its old place. */
export const withRenamedKey = (document: unknown, path: FieldPath, name: string): unknown =>
  changeAt(document, path.split('.'), (container, key) =>
    Object.fromEntries(
      Object.entries(container).map(([other, value]) => [other === key ? name : other, value]),
    ),
  )

type Container = readonly unknown[] | Readonly<Record<string, unknown>>

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isObject(value) || Array.isArray(value)

/** Copies the containers on the way to the last key, and lets `change` copy the last one. */
function changeAt(
  document: unknown,
  [key = '', ...rest]: readonly string[],
  change: (container: Container, key: string) => unknown,
): unknown {
  if (!isContainer(document)) return document
  if (rest.length === 0) return change(document, key)
  if (!Object.hasOwn(document, key)) return document
  const inner = changeAt(document[key], rest, change)
  return Array.isArray(document)
    ? document.with(Number(key), inner)
    : Object.fromEntries(
        Object.entries(document).map(([other, value]) => [other, other === key ? inner : value]),
      )
}

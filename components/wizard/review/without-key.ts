import type { FieldPath } from '@/lib/document/field-path'

/** The same value without what stands at `path`. */
export function withoutKey<Value>(value: Value, path: FieldPath): Value {
  const copy = structuredClone(value)
  const keys = path.split('.')
  const last = keys.pop()
  let holder: unknown = copy
  for (const key of keys) holder = (holder as Record<string, unknown> | undefined)?.[key]
  if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else if (typeof holder === 'object' && holder !== null && last !== undefined)
    delete (holder as Record<string, unknown>)[last]
  return copy
}

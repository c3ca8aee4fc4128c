import { valueAt } from '@/lib/document/edit/at-path'
import { fieldInfo } from '@/lib/document/field-info'
import type { FieldPath } from '@/lib/document/field-path'

/** The field's label, numbered where it is one of several: `Callback URL 4`, `Scope name 2`. */
export function fieldName(path: FieldPath): string {
  if (path === '') return 'Document'
  const label = fieldInfo(path)?.label ?? path.slice(path.lastIndexOf('.') + 1)
  // A client's or a server's own name needs no number: `fullFieldName` says whose it is.
  const index = /\.(\d+)$/.exec(path)?.[1] ?? /\.scopes\.(\d+)\.\w+$/.exec(path)?.[1]
  return index === undefined ? label : `${label} ${Number(index) + 1}`
}

/** The same, with what the field belongs to: `Callback URL 4 of user-pool-client`. `document` may be any value. */
export function fullFieldName(path: FieldPath, document: unknown): string {
  const [list = '', index = '', ...rest] = path.split('.')
  if (rest.length === 0 || !/^\d+$/.test(index)) return fieldName(path)
  return `${fieldName(path)} of ${itemName(list, index, document) || fieldName(`${list}.${index}`).toLowerCase()}`
}

/** The user-visible name of an item: a client's name, a server's identifier, an endpoint's method and path. */
function itemName(list: string, index: string, document: unknown): string {
  const text = (key: string) => {
    const value = valueAt(document, `${list}.${index}.${key}`)
    return typeof value === 'string' ? value : ''
  }
  if (list === 'clients') return text('name')
  if (list === 'resourceServers') return text('identifier')
  return list === 'endpoints' ? `${text('method')} ${text('path')}`.trim() : ''
}

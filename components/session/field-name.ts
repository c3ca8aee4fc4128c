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

/**
 * The same, with what the field belongs to: `Callback URL 4 of user-pool-client`, `Name of scope 2 in com.example.api`.
 * `document` may be any value.
 */
export function fullFieldName(path: FieldPath, document: unknown): string {
  const [list = '', index = '', ...rest] = path.split('.')
  if (rest.length === 0 || !/^\d+$/.test(index)) return fieldName(path)
  const item = itemName(list, index, document)
  const owner = item || fieldName(`${list}.${index}`).toLowerCase()
  const [part, place, key = ''] = rest
  if (list === 'resourceServers' && part === 'scopes' && place !== undefined)
    return `${key ? `${SCOPE_PARTS[key] ?? key} of scope` : 'Scope'} ${Number(place) + 1} in ${owner}`
  // An item without a name is called by its kind, which is not said twice.
  return `${part === 'name' && item === '' ? 'Name' : fieldName(path)} of ${owner}`
}

const SCOPE_PARTS: Readonly<Record<string, string>> = { name: 'Name', description: 'Description' }

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

import { fullFieldName } from '@/components/session/field-name'
import { valueAt } from '@/lib/document/edit/at-path'
import { fieldInfo, knownKeys } from '@/lib/document/field-info'
import { child, type FieldPath } from '@/lib/document/field-path'

/** A field of the form, and its name with what it belongs to. */
export interface NamedField {
  readonly path: FieldPath
  readonly name: string
}

/** Parts of a document that no field of the form is for. */
const HIDDEN = new Set(['version', 'acknowledged'])

/** Lists whose items are one place each: their fields are next to each other. */
const SINGLE = /^(?:endpoints|resourceServers\.\d+\.scopes)\.\d+$/

/** Every field of a document that the form can show, by the labels of the schema. `document` may be any value. */
export function namedFields(document: unknown): readonly NamedField[] {
  return fieldsIn('', document)
}

function fieldsIn(path: FieldPath, document: unknown): readonly NamedField[] {
  const value = path === '' ? document : valueAt(document, path)
  if (SINGLE.test(path)) return [{ path, name: itemName(path, value, document) }]
  if (Array.isArray(value) && value.some(isObject))
    return value.flatMap((_, index) => fieldsIn(child(path, index), document))
  if (isObject(value))
    return knownKeys(path, textOf(value, 'source')).flatMap(key =>
      HIDDEN.has(key) ? [] : fieldsIn(child(path, key), document),
    )
  return fieldInfo(path) ? [{ path, name: fullFieldName(path, document) }] : []
}

function itemName(path: FieldPath, value: unknown, document: unknown): string {
  const name = path.startsWith('endpoints')
    ? `${textOf(value, 'method') ?? ''} ${textOf(value, 'path') ?? ''}`.trim()
    : `Scope ${textOf(value, 'name') ?? ''}`.trim()
  return name === '' ? fullFieldName(path, document) : name
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function textOf(value: unknown, key: string): string | undefined {
  const text: unknown = isObject(value) ? Reflect.get(value, key) : undefined
  return typeof text === 'string' && text !== '' ? text : undefined
}

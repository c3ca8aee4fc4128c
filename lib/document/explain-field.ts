import { fieldInfo, fieldsAt } from './field-info'
import { fieldNote } from './field-note'
import type { FieldPath } from './field-path'

/** What a field is, in the words of the schema: no text of the document is in it. */
export interface FieldExplanation {
  /** Label of the field, numbered in a list: `Callback URL 2`. */
  readonly name: string
  /** The item of the document that it belongs to: `App client 1`. Absent at the top level. */
  readonly owner?: string
  /** One sentence about its purpose. */
  readonly help: string
  /** One sentence of advice that applies whatever its value. */
  readonly note?: string
  /** The AWS page about it, or about what it belongs to. */
  readonly docs?: string
}

/** Explains the field at `path` (`clients.0.callbackUrls.1`); undefined when there is no such field. */
export function explainField(path: FieldPath): FieldExplanation | undefined {
  if (path === 'version') return VERSION
  const info = ancestors(path)
    .filter(one => one !== '')
    .map(fieldInfo)
    .find(one => one !== undefined)
  if (!info || fieldsAt(path).length === 0) return undefined
  const owner = ownerOf(path)
  const note = fieldNote(path)?.message
  const docs = ancestors(path)
    .map(one => fieldInfo(one)?.docs)
    .find(one => one !== undefined)
  return {
    name: numbered(path, info.label),
    help: info.help,
    ...(owner !== undefined && { owner }),
    ...(note !== undefined && { note }),
    ...(docs !== undefined && { docs }),
  }
}

const VERSION: FieldExplanation = {
  name: 'Document version',
  help: 'The same in every output: no field of the form changes it.',
}

/** The path itself, and then what it is in. */
const ancestors = (path: FieldPath): readonly FieldPath[] => {
  const keys = path.split('.')
  return keys.map((_, i) => keys.slice(0, keys.length - i).join('.'))
}

function ownerOf(path: FieldPath): string | undefined {
  const item = ancestors(path)
    .slice(1)
    .find(one => /\.\d+$/.test(one) || !one.includes('.'))
  const label = item === undefined ? undefined : fieldInfo(item)?.label
  return item === undefined || label === undefined ? undefined : numbered(item, label)
}

function numbered(path: FieldPath, label: string): string {
  const index = /\.(\d+)$/.exec(path)?.[1]
  return index === undefined ? label : `${label} ${Number(index) + 1}`
}

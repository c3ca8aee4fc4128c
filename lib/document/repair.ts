import { valueAt, withoutPath, withRenamedKey, withValueAt } from './edit/at-path'
import type { SpecError } from './error'
import { knownKeys } from './field-info'
import type { FieldPath } from './field-path'
import { isObject } from './json-document'
import { nearest } from './nearest'
import { parseSpec } from './parse'
import { quote } from './quote'
import { replacementFor } from './replacement'
import { CURRENT_VERSION, laterVersionError } from './version'

/** A change that removes one error of a document. */
export interface Repair {
  /** What it does, for a button: `Rename to "path"`. */
  readonly label: string
  readonly apply: (document: unknown) => unknown
}

/**
 * Returns the one-click fix of an error: for an unknown key, the version, and a value of the wrong type. Undefined
 * for any other error, which takes a person to correct, and for a document of a later version, which must not change.
 */
export function repairOf(document: unknown, { code, path }: SpecError): Repair | undefined {
  if (laterVersionError(document) !== undefined) return undefined
  if (path === 'version')
    return {
      label: `Set the version to ${CURRENT_VERSION}`,
      apply: whole => withValueAt(whole, path, CURRENT_VERSION),
    }
  if (path === 'userPool.source') return sourceRepair(document)
  if (code === 'UNKNOWN_KEY') return unknownKeyRepair(document, path)
  if (code === 'WRONG_TYPE' || code === 'NOT_ONE_OF') return valueRepair(document, path)
  return undefined
}

/** Applies every repair there is, until none is left. */
export function repairAll(document: unknown): unknown {
  let repaired = document
  // A repair can only reveal errors further inside, and a document has five levels.
  for (let pass = 0; pass < 10; pass++) {
    const parsed = parseSpec(repaired)
    if (parsed.ok) break
    const before = repaired
    // From the last to the first, and what is inside first, so that a removed list item does not move the others.
    const errors = [...parsed.errors].sort((a, b) => b.path.localeCompare(a.path, 'en', { numeric: true }))
    for (const error of errors) repaired = repairOf(repaired, error)?.apply(repaired) ?? repaired
    if (repaired === before) break
  }
  return repaired
}

function sourceRepair(document: unknown): Repair {
  const pool = valueAt(document, 'userPool')
  const source = isObject(pool) && Object.hasOwn(pool, 'userPoolId') ? 'existing' : 'new'
  return { label: `Change to "${source}"`, apply: whole => withValueAt(whole, 'userPool.source', source) }
}

function unknownKeyRepair(document: unknown, path: FieldPath): Repair {
  const at = path.lastIndexOf('.')
  const parent = path.slice(0, Math.max(0, at))
  const key = path.slice(at + 1)
  const container = valueAt(document, parent)
  const missing = knownKeys(parent, sourceOf(container)).filter(
    known => isObject(container) && !Object.hasOwn(container, known),
  )
  // With every third letter changed it is another word.
  const near = nearest(key, missing, Math.max(2, key.length / 3))
  return near === undefined
    ? { label: `Remove ${quote(key)}`, apply: whole => withoutPath(whole, path) }
    : { label: `Rename to ${quote(near)}`, apply: whole => withRenamedKey(whole, path, near) }
}

const sourceOf = (container: unknown): string | undefined =>
  isObject(container) && typeof container.source === 'string' ? container.source : undefined

function valueRepair(document: unknown, path: FieldPath): Repair | undefined {
  const entry = /^acknowledged\.\d+(?=\.code$)/.exec(path)?.[0]
  // An acknowledged finding that is not known here is about nothing.
  if (entry !== undefined) return { label: 'Remove it', apply: whole => withoutPath(whole, entry) }
  const value = valueAt(document, path)
  const replacement = replacementFor(path, value)
  if (replacement === undefined) return undefined
  if (replacement.kind === 'remove')
    return {
      label:
        replacement.default === undefined ? 'Remove it' : `Use the default, ${shown(replacement.default)}`,
      apply: whole => withoutPath(whole, path),
    }
  return {
    label: `Change to ${shown(replacement.value)}`,
    apply: whole => withValueAt(whole, path, replacement.value),
  }
}

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

import { countItems, isTooDeep, MAX_LIST_ITEMS } from './bounded'
import type { SpecError } from './error'
import { toFormValues } from './form-values'
import { parseSpec } from './parse'
import type { Spec } from './spec'
import { laterVersionError, migrate } from './version'

/** A value that was opened: from a file, a share link, this browser's storage or another tab. */
export type ReadDocument =
  /** A valid spec, with its defaults. */
  | { readonly kind: 'valid'; readonly values: Spec }
  /** It has errors, but a form can show it: they can be corrected there. */
  | { readonly kind: 'faulty'; readonly values: Spec; readonly errors: readonly SpecError[] }
  /** No form can show it; `document` is the value itself, for repair. */
  | { readonly kind: 'refused'; readonly document: unknown; readonly errors: readonly SpecError[] }
  /** Made by a later version of the wizard: it must not be changed. */
  | { readonly kind: 'later'; readonly errors: readonly SpecError[] }

/**
 * Decides what can be done with a value that claims to be a document. Everything that opens documents uses this one
 * function. Bad input gets errors, never an exception.
 */
export function readDocument(value: unknown): ReadDocument {
  const later = laterVersionError(value)
  if (later) return { kind: 'later', errors: [later] }
  const document = migrate(value)
  const parsed = parseSpec(document)
  if (parsed.ok) return { kind: 'valid', values: parsed.spec }
  const { errors } = parsed
  if (isTooDeep(document) || countItems(document) > MAX_LIST_ITEMS)
    return { kind: 'refused', document, errors }
  const { values, misfits } = toFormValues(document)
  return misfits.length === 0 ? { kind: 'faulty', values, errors } : { kind: 'refused', document, errors }
}

/** Whether a form can show `value` without changing it first. */
export function isDocument(value: unknown): value is Spec {
  const { kind } = readDocument(value)
  return kind === 'valid' || kind === 'faulty'
}

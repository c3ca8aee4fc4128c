import { isTooDeep, MAX_DEPTH } from './bounded'
import type { LastValid } from './check-changed'
import { checkFields } from './check-fields'
import { toDraft } from './draft'
import type { SpecError } from './error'
import { specError } from './error-code'
import type { FieldPath } from './field-path'
import { toErrors } from './issues'
import { isObject, readJsonBytes as parseSpecBytes, readJsonText } from './json-document'
import { guessPoolSource } from './pool-source'
import { specRules } from './rules'
import { type Spec, specFields } from './spec'
import type { Part } from './spec-rule'
import { laterVersionError } from './version'

export { parseSpecBytes }

export type Parsed =
  | { readonly ok: true; readonly spec: Spec }
  | { readonly ok: false; readonly errors: readonly SpecError[] }

/** Upper bound on reported errors. */
const MAX_ERRORS = 10_000

/** Reads a spec from any value: the spec with its defaults, or all errors, at most one for each field path. */
export function parseSpec(input: unknown, last?: LastValid): Parsed {
  if (!isObject(input))
    return {
      ok: false,
      errors: [specError('NOT_AN_OBJECT', '', 'The document must be a JSON object.')],
    }
  if (isTooDeep(input))
    return {
      ok: false,
      errors: [
        specError(
          'TOO_DEEP',
          '',
          `The document is nested deeper than ${MAX_DEPTH} levels. Remove the nested values.`,
        ),
      ],
    }
  // Its other fields may mean something else there: they are not errors.
  const later = laterVersionError(input)
  if (later) return { ok: false, errors: [later] }
  const errors = new Map<FieldPath, SpecError>()
  const add = (found: Iterable<SpecError>) => {
    for (const error of found) {
      if (errors.size >= MAX_ERRORS) return
      if (!errors.has(error.path)) errors.set(error.path, error)
    }
  }
  const guess = guessPoolSource(input)
  const checked = checkFields(guess.document, last)
  if (guess.error) add([guess.error])
  if (!checked.ok) add(toErrors(checked.issues, guess, input))
  const draft = toDraft(input, new Set(errors.keys()))
  const valid = last && isObject(last.document) ? last.document : undefined
  const isKept = (part: Part) => valid !== undefined && input[part] === valid[part]
  for (const { reads, errorsOf } of specRules) if (!reads.every(isKept)) add(errorsOf(draft))
  if (checked.ok && errors.size === 0) return checked
  if (errors.size === 0)
    add([
      specError(
        'TOO_MANY',
        '',
        'The document has too many list items to report individual errors. Reduce it and check again.',
      ),
    ])
  return { ok: false, errors: inDocumentOrder([...errors.values()]) }
}

/** Reads a spec from JSON text: the spec with its defaults, or all errors. */
export function parseSpecText(text: string): Parsed {
  const json = readJsonText(text)
  return json.ok ? parseSpec(json.value) : json
}

/**
 * Reads a spec from a document in any form: its JSON value, its JSON text, or the UTF-8 bytes of that text. A JSON value
 * may share objects with `last`, which are then not checked again.
 */
export function readSpec(document: unknown, last?: LastValid): Parsed {
  if (typeof document === 'string') return parseSpecText(document)
  if (!(document instanceof Uint8Array)) return parseSpec(document, last)
  const json = parseSpecBytes(document)
  return json.ok ? parseSpec(json.value) : json
}

const SECTIONS = Object.keys(specFields.fields)

/** Sorts by section, unknown ones last, then by list item; within one item the order stays. */
function inDocumentOrder(errors: readonly SpecError[]): readonly SpecError[] {
  return errors
    .map(error => {
      const [section = '', member] = error.path.split('.', 2)
      const place = SECTIONS.indexOf(section)
      return { error, section: place < 0 ? SECTIONS.length : place, member: Number(member) || 0 }
    })
    .sort((a, b) => a.section - b.section || a.member - b.member)
    .map(({ error }) => error)
}

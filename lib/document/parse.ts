import { checkFields } from './check-fields'
import { toDraft } from './draft'
import type { SpecError } from './error'
import { specError } from './error-code'
import type { FieldPath } from './field-path'
import { toErrors } from './issues'
import { readJsonText } from './json-document'
import { isObject } from './object'
import { withSource } from './pool-source'
import { specRules } from './rules'
import { type Spec, specSchema } from './spec'

export { readJsonBytes as parseSpecBytes } from './json-document'

export type Parsed =
  | { readonly ok: true; readonly spec: Spec }
  | { readonly ok: false; readonly errors: readonly SpecError[] }

/** Nobody reads more; a hostile document could have half a million. */
const MOST_ERRORS = 10_000

/** Any value → the spec with its defaults, or every error it has: one for each field path, the most telling one. */
export function parseSpec(input: unknown): Parsed {
  if (!isObject(input))
    return {
      ok: false,
      errors: [specError('NOT_AN_OBJECT', '', 'The document must be one JSON object, from { to }.')],
    }
  const errors = new Map<FieldPath, SpecError>()
  const add = (found: Iterable<SpecError>) => {
    for (const error of found) {
      if (errors.size >= MOST_ERRORS) return
      if (!errors.has(error.path)) errors.set(error.path, error)
    }
  }
  const sourced = withSource(input)
  const checked = checkFields(sourced.document)
  if (sourced.error) add([sourced.error])
  if (!checked.ok) add(toErrors(checked.issues, sourced, input))
  const draft = toDraft(input, new Set(errors.keys()))
  for (const rule of specRules) add(rule(draft))
  if (checked.ok && errors.size === 0) return checked
  if (errors.size === 0)
    add([specError('TOO_MANY', '', 'The lists have too many members to say which are wrong; shorten them.')])
  return { ok: false, errors: inDocumentOrder([...errors.values()]) }
}

/** JSON text → the spec with its defaults, or every error it has. */
export function parseSpecText(text: string): Parsed {
  const json = readJsonText(text)
  return json.ok ? parseSpec(json.value) : json
}

const SECTIONS = Object.keys(specSchema.shape)

/** By section, unknown ones last, then by member; within one member as they were found. */
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

import { toDraft } from './draft'
import type { SpecError } from './error'
import { specError } from './error-code'
import type { FieldPath } from './field-path'
import { toErrors } from './issues'
import { isObject } from './object'
import { withSource } from './pool-source'
import { specRules } from './rules'
import { type Spec, specSchema } from './spec'

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
  const add = (error: SpecError) => {
    if (errors.size < MOST_ERRORS && !errors.has(error.path)) errors.set(error.path, error)
  }
  const { document, source, error, holds } = withSource(input)
  const checked = specSchema.safeParse(document, { reportInput: true })
  if (error) add(error)
  if (!checked.success)
    for (const found of toErrors(checked.error.issues, source)) if (holds(found)) add(found)
  const draft = toDraft(input, new Set(errors.keys()))
  for (const rule of specRules) for (const found of rule(draft)) add(found)
  if (checked.success && errors.size === 0) return { ok: true, spec: checked.data }
  return { ok: false, errors: inDocumentOrder([...errors.values()]) }
}

const SECTIONS = Object.keys(specSchema.shape)

/** By section, then by member; within one member as they were found. */
function inDocumentOrder(errors: readonly SpecError[]): readonly SpecError[] {
  return errors
    .map(error => {
      const [section = '', member] = error.path.split('.', 2)
      return { error, section: SECTIONS.indexOf(section), member: Number(member) || 0 }
    })
    .sort((a, b) => a.section - b.section || a.member - b.member)
    .map(({ error }) => error)
}

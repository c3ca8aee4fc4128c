import { countItems, isTooDeep, MAX_LIST_ITEMS } from './bounded'
import { withDerived } from './derived'
import type { Field, GroupField, Values, VariantsField } from './field'
import { isOfSource } from './field-info'
import { child, type FieldPath } from './field-path'
import { isObject } from './json-document'
import { type Spec, specFields } from './spec'
import { laterVersionError, migrate } from './version'

/**
 * Values of the form: a spec while it is being edited. Fields keep what was typed, so a number field can contain text; the
 * schema reports that.
 */
export type FormValues = Spec

/** A document as a form can show it. */
export interface FormValuesResult {
  /** The document with what is missing filled in: defaults, and empty text, lists and groups. */
  readonly values: FormValues
  /** The fields whose JSON type no form field can show. With any of them, `values` must not be used. */
  readonly misfits: readonly FieldPath[]
}

/**
 * Checks the JSON type of every field, and fills in what is missing. It does not check what a text or a number says:
 * a form shows that beside the field. A number may be text, as it is while it is being typed. Unknown keys stay.
 */
export function toFormValues(document: unknown): FormValuesResult {
  const misfits: FieldPath[] = []
  const values = fill(specFields, document, '', misfits)
  return { values: values as Spec, misfits }
}

/**
 * The values with which a form shows a document, without the errors in it: those of `readDocument`, which needs the code
 * of all checks. Undefined for a value that no form can show as it is.
 */
export function formValuesOf(value: unknown): FormValues | undefined {
  if (laterVersionError(value)) return undefined
  const document = migrate(value)
  if (isTooDeep(document) || countItems(document) > MAX_LIST_ITEMS) return undefined
  const { values, misfits } = toFormValues(document)
  return misfits.length === 0 ? values : undefined
}

function fill(field: Field, value: unknown, path: FieldPath, misfits: FieldPath[]): unknown {
  switch (field.kind) {
    case 'optional':
    case 'derived':
      return value === undefined ? undefined : fill(field.field, value, path, misfits)
    case 'default':
      return fill(field.field, value === undefined ? field.value : value, path, misfits)
    case 'variants':
      return fillGroup(optionFor(field, value), value, path, misfits)
    case 'group':
      return fillGroup(field, value, path, misfits)
    case 'list': {
      const list = absent(value, [])
      if (!Array.isArray(list)) return misfit(path, misfits)
      return list.map((item, index) => fill(field.item, item ?? null, child(path, index), misfits))
    }
    default: {
      const leaf = absent(value, '')
      return fits(field, leaf) ? leaf : misfit(path, misfits)
    }
  }
}

function fillGroup({ fields }: GroupField, input: unknown, path: FieldPath, misfits: FieldPath[]) {
  const value = absent(input, {})
  if (!isObject(value)) return misfit(path, misfits)
  const known: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(fields)) {
    const filled = fill(field, value[key], child(path, key), misfits)
    if (filled !== undefined) known[key] = filled
  }
  return { ...withDerived(fields, known), ...unknownOf(value, fields) }
}

const unknownOf = (value: Values, fields: GroupField['fields']): Values =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !Object.hasOwn(fields, key)))

/** Picks the kind of user pool by its source, or by the one key that only an existing pool has. */
function optionFor({ options }: VariantsField, pool: unknown) {
  const keys = isObject(pool) ? pool : {}
  const existing = keys.source === 'existing' || (keys.source !== 'new' && Object.hasOwn(keys, 'userPoolId'))
  const option = options.find(one => isOfSource(one, existing ? 'existing' : 'new'))
  if (!option) throw new TypeError('the user pool has no two kinds')
  return option
}

const absent = (value: unknown, replacement: unknown) => (value === undefined ? replacement : value)

type Leaf = Extract<Field, { kind: 'text' | 'choice' | 'number' | 'flag' | 'literal' }>

function fits(field: Leaf, value: unknown): boolean {
  switch (field.kind) {
    case 'text':
    case 'choice':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number' || typeof value === 'string'
    case 'flag':
      return typeof value === 'boolean'
    case 'literal':
      // No field shows the version: a wrong one is reported, and any value that is not a container will do.
      return typeof field.value === 'string'
        ? typeof value === 'string'
        : value !== null && typeof value !== 'object'
  }
}

function misfit(path: FieldPath, misfits: FieldPath[]): undefined {
  misfits.push(path)
  return undefined
}

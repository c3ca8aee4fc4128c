import { withDerived } from './derived'
import type { SpecErrorCode } from './error-code'
import type { Field, FieldInfo, GroupField, ListField, NumberRule, TextRule, Values } from './field'
import { type Spec, type SpecInput, specFields } from './spec'
import { textCheck } from './text-issue'
import * as z from './zod'

type Schema = z.ZodMiniType

/** Constraints for the JSON Schema that zod's own checks do not provide. */
export interface TextLimits {
  readonly type?: 'integer'
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly uniqueItems?: boolean
}

/** What the JSON Schema says of a field. */
export interface FieldEntry {
  readonly info: FieldInfo
  readonly limits: TextLimits | undefined
}

/** The texts and limits of each schema, for the JSON Schema. */
export const fieldRegistry = z.registry<FieldEntry>()

function schemaOf(field: Field): Schema {
  switch (field.kind) {
    case 'text':
      return noted(textSchema(field.rule), field.rule, textLimits(field.rule))
    case 'number':
      return noted(numberSchema(field.rule), field.rule, {
        type: 'integer',
        minimum: field.rule.min,
        maximum: field.rule.max,
      })
    case 'flag':
      return noted(z.boolean(), field.rule)
    case 'choice':
      return noted(z.enum(field.options), field.rule)
    case 'literal':
      return noted(z.literal(field.value), field.rule)
    case 'list':
      return noted(listSchema(field), field.rule, field.rule.unique ? { uniqueItems: true } : undefined)
    case 'group':
      return noted(groupSchema(field), field.rule)
    case 'variants': {
      const [first, ...others] = field.options.map(groupSchema)
      if (!first) throw new TypeError('a field has no variants')
      return noted(z.discriminatedUnion('source', [first, ...others]), field.rule)
    }
    case 'optional':
    case 'derived':
      return z.optional(schemaOf(field.field))
    case 'default':
      return z._default(schemaOf(field.field), field.value)
  }
}

const noted = (schema: Schema, info: FieldInfo | undefined, limits?: TextLimits): Schema =>
  info ? schema.register(fieldRegistry, { info, limits }) : schema

function textSchema(rule: TextRule): Schema {
  const check = textCheck(rule)
  return z.string().check(context => {
    const found = check(context.value)
    if (found) context.issues.push({ ...custom(found.code, found.message), input: context.value })
  })
}

const textLimits = ({ min = 1, max, characters, pattern }: TextRule): TextLimits => ({
  ...(min > 0 && { minLength: min }),
  ...(max !== undefined && { maxLength: max }),
  ...(characters !== undefined && { pattern: `^[${characters}]+$` }),
  ...(pattern && { pattern: pattern.source }),
})

function numberSchema({ label, min, max, unit }: NumberRule): Schema {
  return z.number().check(context => {
    const { value } = context
    const whole = Number.isInteger(value)
    if (whole && value >= min && value <= max) return
    const message = `${label} is ${value}. Enter a whole number of ${unit} from ${min} to ${max}.`
    context.issues.push({ ...custom(whole ? 'OUT_OF_RANGE' : 'NOT_AN_INTEGER', message), input: value })
  })
}

const custom = (code: SpecErrorCode, message: string) =>
  ({ code: 'custom', params: { code }, message }) as const

/** The number of items is checked even when one of them is invalid. */
function listSchema({ item, rule: { atLeastOne, max, many } }: ListField): Schema {
  let schema = z.array(schemaOf(item))
  if (atLeastOne !== undefined)
    schema = schema.check(z.minLength(1, `At least one ${atLeastOne} is required.`))
  // Only the document has the number of items, so the message is completed later (`issues.ts`).
  if (max !== undefined) schema = schema.check(z.maxLength(max, many))
  return schema
}

function groupSchema({ fields }: GroupField) {
  const shape = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, schemaOf(field)]))
  const schema = z.strictObject(shape)
  const hasDerived = Object.values(fields).some(({ kind }) => kind === 'derived')
  if (!hasDerived) return schema
  return z.pipe(
    schema,
    z.transform((values: Values) => withDerived(fields, values)),
  )
}

/** The zod schema of the document: what each field may be by itself. */
export const specSchema = schemaOf(specFields) as z.ZodMiniType<Spec, SpecInput>

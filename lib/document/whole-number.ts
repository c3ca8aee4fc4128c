import { type FieldInfo, fieldRegistry } from './field-registry'
import { info } from './text'
import * as z from './zod'

/** Schema of an integer from `min` to `max`. */
export const wholeNumber = (
  rule: FieldInfo & { readonly min: number; readonly max: number; readonly unit: string },
) =>
  z
    .number()
    .check(context => {
      const { value } = context
      const whole = Number.isInteger(value)
      if (whole && value >= rule.min && value <= rule.max) return
      context.issues.push({
        code: 'custom',
        input: value,
        params: { code: whole ? 'OUT_OF_RANGE' : 'NOT_AN_INTEGER' },
        message: `${rule.label} is ${value}. Enter a whole number of ${rule.unit} from ${rule.min} to ${rule.max}.`,
      })
    })
    .register(fieldRegistry, {
      ...info(rule),
      limits: { type: 'integer', minimum: rule.min, maximum: rule.max },
    })

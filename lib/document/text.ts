import { type Issue, issue } from './error-code'
import { type FieldInfo, fieldRegistry } from './field-registry'
import { codePoint, quote } from './quote'
import * as z from './zod'

/** Constraints of one string. Lengths count UTF-16 code units. */
export interface TextRule extends FieldInfo {
  /** Default: 1. */
  readonly min?: number
  readonly max?: number
  /** Contents of a character class (`a-z0-9-`) that every character must belong to. */
  readonly characters?: string
  readonly pattern?: RegExp
  /** What `characters` or `pattern` allow, in words that can follow "Use". */
  readonly use?: string
  /** A check that no pattern can express. */
  readonly validate?: (text: string) => Issue | undefined
}

/** Schema of a string field. Reports the first issue: of the checks for every string, then of the field's own. */
export function text(rule: TextRule) {
  const { min = 1, max = Number.POSITIVE_INFINITY, characters, pattern } = rule
  const disallowedCharacter = characters === undefined ? undefined : new RegExp(`[^${characters}]`, 'u')
  const limits = {
    ...(min > 0 && { minLength: min }),
    ...(Number.isFinite(max) && { maxLength: max }),
    ...(characters !== undefined && { pattern: `^[${characters}]+$` }),
    ...(pattern && { pattern: pattern.source }),
  }
  const find = (value: string): Issue | undefined => {
    const common = textIssue(value)
    if (common) return common
    if (value.length < min) return issue('EMPTY', `${rule.label} is empty. ${advice(rule)}.`)
    if (value.length > max)
      return issue('TOO_LONG', `${rule.label} has ${value.length} characters. At most ${max} are allowed.`)
    const found = disallowedCharacter?.exec(value)?.[0]
    if (found !== undefined)
      return issue(
        'INVALID_CHARACTERS',
        `${rule.label} ${quote(value)} contains ${shown(found)}, which is not allowed here. Use only ${rule.use}.`,
      )
    if (pattern && !pattern.test(value))
      return issue('INVALID_FORMAT', `${quote(value)} is not a valid ${lower(rule.label)}. Use ${rule.use}.`)
    return rule.validate?.(value)
  }
  return z
    .string()
    .check(context => {
      const found = find(context.value)
      if (found)
        context.issues.push({
          code: 'custom',
          input: context.value,
          params: { code: found.code },
          message: found.message,
        })
    })
    .register(fieldRegistry, { ...info(rule), limits })
}

const SPECIAL = /\$\{|\{\{resolve:|\p{Cc}|\p{Cs}/u

/** Finds what no string of a spec can contain, in any field. */
export function textIssue(value: string): Issue | undefined {
  const found = SPECIAL.exec(value)?.[0]
  if (found === undefined) return undefined
  if (found === '${')
    return issue(
      'VARIABLE_SYNTAX',
      `${quote(value)} contains "\${", which the Serverless Framework and CloudFormation treat as a variable. Remove it.`,
    )
  if (found === '{{resolve:')
    return issue(
      'DYNAMIC_REFERENCE',
      `${quote(value)} contains "{{resolve:", which CloudFormation replaces with a parameter or secret. Remove it.`,
    )
  const where = `${quote(value)} contains ${codePoint(found)}`
  return /\p{Cs}/u.test(found)
    ? issue(
        'UNPAIRED_SURROGATE',
        `${where}, an unpaired surrogate. Remove it, or enter the complete character.`,
      )
    : issue('CONTROL_CHARACTER', `${where}, a control character. Remove it.`)
}

export const info = ({ label, help, example, docs }: FieldInfo): FieldInfo => ({
  label,
  help,
  ...(example !== undefined && { example }),
  ...(docs !== undefined && { docs }),
})

const advice = ({ use, example }: TextRule) =>
  use !== undefined ? `Use ${use}` : `Enter one${example === undefined ? '' : `, for example "${example}"`}`
const shown = (character: string) => (character === ' ' ? 'a space' : quote(character))
/** Lower-cases a label inside a sentence: "Resource server name" → "resource server name", but not "API name". */
const lower = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label

import { type Issue, issue } from './error-code'
import { type FieldInfo, fieldRegistry } from './field-registry'
import { codePoint, quote } from './quote'
import * as z from './zod'

/** Constraints of one text. Lengths count UTF-16 code units, as ECMAScript does. */
export interface TextRule extends FieldInfo {
  /** 1 when not given. */
  readonly min?: number
  readonly max?: number
  /** Inside of a character class (`a-z0-9-`) that every character must belong to. */
  readonly characters?: string
  readonly pattern?: RegExp
  /** What `characters` or `pattern` allow, to follow "use". */
  readonly use?: string
  /** What no pattern can say. */
  readonly validate?: (text: string) => Issue | undefined
}

/** A text field: the rule for every text first, then its own constraints, and only the first fault of all. */
export function text(rule: TextRule) {
  const { min = 1, max = Number.POSITIVE_INFINITY, characters, pattern } = rule
  const stranger = characters === undefined ? undefined : new RegExp(`[^${characters}]`, 'u')
  const limits = {
    ...(min > 0 && { minLength: min }),
    ...(Number.isFinite(max) && { maxLength: max }),
    ...(characters !== undefined && { pattern: `^[${characters}]+$` }),
    ...(pattern && { pattern: pattern.source }),
  }
  const find = (value: string): Issue | undefined => {
    const common = textIssue(value)
    if (common) return common
    if (value.length < min) return issue('EMPTY', `${rule.label} is empty; ${advice(rule)}.`)
    if (value.length > max)
      return issue(
        'TOO_LONG',
        `${rule.label} has ${value.length} characters; at most ${max} are allowed, so shorten it.`,
      )
    const strange = stranger?.exec(value)?.[0]
    if (strange !== undefined)
      return issue(
        'INVALID_CHARACTERS',
        `${quote(value)} holds ${shown(strange)}, which ${lower(rule.label)} may not; use ${rule.use}.`,
      )
    if (pattern && !pattern.test(value))
      return issue('INVALID_FORMAT', `${quote(value)} is no ${lower(rule.label)}; use ${rule.use}.`)
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

/** What no text of a spec may hold, in whatever field. */
export function textIssue(value: string): Issue | undefined {
  const found = SPECIAL.exec(value)?.[0]
  if (found === undefined) return undefined
  if (found === '${')
    return issue(
      'VARIABLE_SYNTAX',
      `${quote(value)} holds "\${", which Serverless and CloudFormation read as a variable; write it without.`,
    )
  if (found === '{{resolve:')
    return issue(
      'DYNAMIC_REFERENCE',
      `${quote(value)} holds "{{resolve:", which CloudFormation replaces by a parameter or secret; write it without.`,
    )
  const where = `${quote(value)} holds ${codePoint(found)}`
  return /\p{Cs}/u.test(found)
    ? issue(
        'UNPAIRED_SURROGATE',
        `${where}, half of a surrogate pair; remove it or write the whole character.`,
      )
    : issue('CONTROL_CHARACTER', `${where}, a control character; remove it.`)
}

export const info = ({ label, help, example, docs }: FieldInfo): FieldInfo => ({
  label,
  help,
  ...(example !== undefined && { example }),
  ...(docs !== undefined && { docs }),
})

const advice = ({ use, example }: TextRule) =>
  use !== undefined ? `use ${use}` : `give one${example === undefined ? '' : `, for example "${example}"`}`
const shown = (character: string) => (character === ' ' ? 'a space' : quote(character))
/** "Resource server name" → "resource server name", but "API name" stays. */
const lower = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label

import { type Issue, issue } from './error-code'
import type { TextRule } from './field'
import { codePoint, quote } from './quote'

/** Creates the check of one string: it returns the first issue, of the checks for every string, then of its own rule. */
export function textCheck(rule: TextRule): (value: string) => Issue | undefined {
  const { min = 1, max = Number.POSITIVE_INFINITY, characters, pattern } = rule
  const disallowedCharacter = characters === undefined ? undefined : new RegExp(`[^${characters}]`, 'u')
  return value => {
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

const advice = ({ use, example }: TextRule) =>
  use !== undefined ? `Use ${use}` : `Enter one${example === undefined ? '' : `, for example "${example}"`}`
const shown = (character: string) => (character === ' ' ? 'a space' : quote(character))
/** Lower-cases a label inside a sentence: "Resource server name" → "resource server name", but not "API name". */
const lower = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label

import type { Part, Text } from '../../deployed/term'
import type { Scope } from './scope'

/** Pseudo parameters whose values are names: letters, digits, hyphens and dots. */
const NAMES = new Set([
  'AWS::Region',
  'AWS::AccountId',
  'AWS::Partition',
  'AWS::URLSuffix',
  'AWS::StackName',
  'AWS::StackId',
])

/** What the key of a value begins with that each stack has for itself. */
const OF_STACK = /^(?:\w+\/)+(?=AWS::Stack)/

/** The id of a stack is a UUID: five pieces of hexadecimal digits. */
const STACK_ID = /AWS::StackId$/
const PIECES = 5

/** Separators that no name contains. */
const BETWEEN_NAMES = /^[^\w.-]+$/

/**
 * The pieces of a text between separators. Undefined if a part that is not known whole may contain one: the ARN and the issuer
 * of a user pool have only such parts that are names.
 */
export function splitText(
  { parts }: Text,
  separator: string,
  { isPlainId }: Scope,
): readonly (readonly Part[])[] | undefined {
  const pieces: Part[][] = [[]]
  for (const part of parts) {
    if (part.kind === 'literal') {
      const [first = '', ...others] = part.text.split(separator)
      pieces.at(-1)?.push({ kind: 'literal', text: first })
      for (const text of others) pieces.push([{ kind: 'literal', text }])
      continue
    }
    if (part.kind === 'unknown' && STACK_ID.test(part.key) && separator === '-') {
      for (let i = 0; i < PIECES; i++) {
        if (i > 0) pieces.push([])
        pieces.at(-1)?.push({ ...part, key: `${part.key} ${i}` })
      }
      continue
    }
    const isName =
      part.kind === 'unknown'
        ? NAMES.has(part.key.replace(OF_STACK, ''))
        : part.attribute === 'Ref' && isPlainId(part.id)
    if (!isName || !BETWEEN_NAMES.test(separator)) return undefined
    pieces.at(-1)?.push(part)
  }
  return pieces
}

import type { Part, Text } from './term'

/**
 * Values that AWS gives when a template is deployed, by the end of their key, with the fewest and the most characters. Each
 * has lower-case letters, digits and hyphens only. The id of a stack is a UUID, and its pieces have numbers.
 */
const GIVEN: readonly (readonly [RegExp, number, number])[] = [
  [/(?:AWS::AccountId|^aws:accountId)$/, 12, 12],
  // us-east-1; longer ones are added.
  [/(?:AWS::Region|^aws:region)$/, 9, 20],
  [/AWS::StackId$/, 36, 36],
  [/AWS::StackId 0$/, 8, 8],
  [/AWS::StackId [123]$/, 4, 4],
  [/AWS::StackId 4$/, 12, 12],
]

/** How long a part is that AWS gives; undefined if nothing is known of its characters. */
export function lengthOf(part: Part): { readonly least: number; readonly most: number } | undefined {
  if (part.kind === 'literal') return { least: part.text.length, most: part.text.length }
  const found = part.kind === 'unknown' ? GIVEN.find(([key]) => key.test(part.key)) : undefined
  return found && { least: found[1], most: found[2] }
}

/** The fewest characters that a text can have. */
export const leastLength = ({ parts }: Text): number =>
  parts.reduce((sum, part) => sum + (lengthOf(part)?.least ?? 0), 0)

type Part = string | number | boolean | undefined | readonly string[]

/**
 * A content key. The spec refuses control characters in every string, so a line feed between parts, a tab between the
 * items of a list and a vertical tab for what is absent can be mistaken for nothing else.
 */
export function keyOf(...parts: readonly Part[]): string {
  let key = ''
  for (const part of parts) key += `${spell(part)}\n`
  return key
}

const spell = (part: Part): string | number | boolean => {
  if (part === undefined) return '\v'
  return typeof part === 'object' ? `${part.length}\t${part.join('\t')}` : part
}

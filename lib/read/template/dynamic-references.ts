import { keyOf } from '../../deployed/compare'
import { joinParts, type Part, type Text } from '../../deployed/term'

/** `{{resolve:ssm:…}}` is replaced when the template is deployed, after all functions: a reference may be put together by them. */
export function withDynamicReferences(text: Text): Text {
  if (!text.parts.some(part => part.kind === 'literal' && part.text.includes(REFERENCE))) return text
  const parts: Part[] = []
  let rest = text.parts
  for (let at = indexOf(rest, REFERENCE); at; at = indexOf(rest, REFERENCE)) {
    const [before, from] = cut(rest, at)
    const end = indexOf(from, '}}')
    // A part of one only: a function puts the rest after it.
    if (!end) break
    const [inside, after] = cut(from, { ...end, offset: end.offset + 2 })
    const name = inside.map(written).join('').slice(2, -2)
    const message = `${name} is read when the template is deployed.`
    parts.push(...before, {
      kind: 'unknown',
      key: keyOf({ parts: inside }),
      cause: { kind: 'dynamic-reference', name, message, at: text.at },
    })
    rest = after
  }
  return { ...text, parts: joinParts([...parts, ...rest], text.at) }
}

const REFERENCE = '{{resolve:'

function written(part: Part): string {
  if (part.kind === 'literal') return part.text
  return `\${${part.kind === 'unknown' ? part.cause.name : part.id}}`
}

interface Where {
  readonly part: number
  readonly offset: number
}

/** The first place of a word, which is in one part. */
function indexOf(parts: readonly Part[], word: string): Where | undefined {
  for (const [i, part] of parts.entries()) {
    const offset = part.kind === 'literal' ? part.text.indexOf(word) : -1
    if (offset >= 0) return { part: i, offset }
  }
  return undefined
}

/** The parts before a place, and those from it on. */
function cut(
  parts: readonly Part[],
  { part: i, offset }: Where,
): readonly [readonly Part[], readonly Part[]] {
  const part = parts[i]
  if (part?.kind !== 'literal') return [parts, []]
  return [
    [...parts.slice(0, i), { kind: 'literal', text: part.text.slice(0, offset) }],
    [{ kind: 'literal', text: part.text.slice(offset) }, ...parts.slice(i + 1)],
  ]
}

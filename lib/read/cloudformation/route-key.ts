import { joinParts, type Part, type Text } from '../../deployed/term'

/** `GET /notes` → its halves; `$default` is every method of every path that no other route has. */
export function routeKey(key: Text): { readonly method: Text; readonly path: Text } {
  const [first] = key.parts
  if (first?.kind !== 'literal') return afterMethod(key) ?? { method: key, path: key }
  if (first.text === '$default') return { method: of(key, [text('ANY')]), path: of(key, [text('$default')]) }
  return {
    method: of(key, [methodIn(first.text)]),
    path: of(key, [afterIt(first.text), ...key.parts.slice(1)]),
  }
}

/** The halves of a key whose method is not known: the white space is in a literal part. */
function afterMethod(key: Text): { readonly method: Text; readonly path: Text } | undefined {
  const index = key.parts.findIndex(part => part.kind === 'literal' && /\s/.test(part.text))
  const part = key.parts[index]
  if (part?.kind !== 'literal') return undefined
  return {
    method: of(key, [...key.parts.slice(0, index), methodIn(part.text)]),
    path: of(key, [afterIt(part.text), ...key.parts.slice(index + 1)]),
  }
}

const methodIn = (half: string): Part => text(half.replace(/\s.*$/s, '').toUpperCase())
const afterIt = (half: string): Part => text(half.replace(/^\S*\s*/, ''))

const text = (value: string): Part => ({ kind: 'literal', text: value })
const of = (key: Text, parts: readonly Part[]): Text => ({ ...key, parts: joinParts(parts, key.at) })

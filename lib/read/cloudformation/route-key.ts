import { joinParts, type Part, type Text } from '../../deployed/term'

/** `GET /notes` → its halves; `$default` is every method of every path that no other route has. */
export function routeKey(key: Text): { readonly method: Text; readonly path: Text } {
  const [first] = key.parts
  if (first?.kind !== 'literal') return afterMethod(key) ?? { method: key, path: key }
  if (first.text === '$default') return { method: of(key, [text('ANY')]), path: of(key, [text('$default')]) }
  const [, method = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(first.text) ?? []
  return {
    method: of(key, [text(method.toUpperCase())]),
    path: of(key, [text(rest), ...key.parts.slice(1)]),
  }
}

/** The halves of a key whose method is not known: the white space is in a literal part. */
function afterMethod(key: Text): { readonly method: Text; readonly path: Text } | undefined {
  const index = key.parts.findIndex(part => part.kind === 'literal' && /\s/.test(part.text))
  const part = key.parts[index]
  if (part?.kind !== 'literal') return undefined
  const [, method = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(part.text) ?? []
  return {
    method: of(key, [...key.parts.slice(0, index), text(method.toUpperCase())]),
    path: of(key, [text(rest), ...key.parts.slice(index + 1)]),
  }
}

const text = (value: string): Part => ({ kind: 'literal', text: value })
const of = (key: Text, parts: readonly Part[]): Text => ({ ...key, parts: joinParts(parts) })

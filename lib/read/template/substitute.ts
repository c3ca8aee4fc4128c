import { asText } from '../../deployed/questions'
import { joinParts, type Part, type Term, type Text } from '../../deployed/term'
import type { Scope } from './scope'

/** `Fn::Sub`: replaces `${Name}` and `${Id.Attribute}`; `${!Name}` stays as `${Name}`. */
export function substitute(text: Text, scope: Scope, names: ReadonlyMap<string, Term>): Text {
  const assumed = new Set(text.assumed)
  function* replaced(): Iterable<Part> {
    for (const part of text.parts) {
      if (part.kind !== 'literal') {
        yield part
        continue
      }
      for (const [i, piece] of part.text.split(/\$\{([^{}]*)\}/).entries()) {
        const isInside = i % 2 === 1
        if (!isInside) yield { kind: 'literal', text: piece }
        else if (piece.startsWith('!')) yield { kind: 'literal', text: `\${${piece.slice(1).trim()}}` }
        else {
          const name = piece.trim()
          const value = asText(names.get(name) ?? referred(name, scope, text))
          for (const assumption of value.assumed) assumed.add(assumption)
          yield* value.parts
        }
      }
    }
  }
  return { ...text, parts: joinParts(replaced(), text.at), assumed: [...assumed] }
}

function referred(name: string, scope: Scope, { at }: Text): Term {
  const dot = name.indexOf('.')
  return dot === -1 ? scope.ref(name, at) : scope.attribute(name.slice(0, dot), name.slice(dot + 1), at)
}

import { outside } from './cause'
import { causesOf, sameText } from './compare'
import type { Link, UserPool } from './deployed'
import { asText, isAbsent } from './questions'
import { joinParts, type Part, type Term, type Text } from './term'
import { known, no, some, type Truth, undecided } from './truth'

/** The one of `targets` that a reference names. */
export function linkTo<Target>(
  term: Term,
  targets: readonly Target[],
  textOf: (target: Target) => Text,
  kind: string,
): Link<Target> {
  if (term.kind === 'absent') return { kind: 'none' }
  const text = asText(term)
  const { is, because } = isAbsent(term)
  for (const target of targets)
    if (sameText(text, textOf(target)).is === true) return { kind: 'one', to: target }
  const truth = some(...targets.map(target => sameText(text, textOf(target))))
  if (is === undefined) return { kind: 'unknown', because, mayBeMissing: true }
  const causes = truth.is === undefined ? truth.because : causesOf(text)
  if (causes.length > 0 && targets.length > 0) return { kind: 'unknown', because: causes }
  return { kind: 'foreign', text, because: outside(kind, `The ${kind} is not in these files.`) }
}

/** The pool that an id, an ARN or an issuer names; the id is the last segment of each of them. */
export const linkToPool = (term: Term, pools: readonly UserPool[]): Link<UserPool> =>
  term.kind === 'absent'
    ? { kind: 'none' }
    : linkTo(poolIdOf(asText(term)), pools, ({ poolId }) => poolId, 'user pool')

/** The id of a pool in its ARN or issuer: what follows the last slash. An issuer with one more at its end means the same pool. */
export function poolIdOf(text: Text): Text {
  const parts: Part[] = []
  for (const part of withoutEnd(text.parts).toReversed()) {
    if (part.kind !== 'literal' || !part.text.includes('/')) {
      parts.unshift(part)
      continue
    }
    parts.unshift({ kind: 'literal', text: part.text.slice(part.text.lastIndexOf('/') + 1) })
    break
  }
  return { ...text, parts: joinParts(parts, text.at) }
}

function withoutEnd(parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1)
  return last?.kind === 'literal' && last.text.endsWith('/')
    ? [...parts.slice(0, -1), { kind: 'literal', text: last.text.replace(/\/+$/, '') }]
    : parts
}

/**
 * Is the issuer that of another provider than Cognito? What is literal of its host says so: all of it, a word, or its end
 * after what is unknown.
 */
export function isOfAnotherProvider(issuer: Text): Truth {
  const { parts, assumed } = issuer
  if (parts[0]?.kind === 'unknown') return undecided(parts[0].cause)
  const text = parts.map(part => (part.kind === 'literal' ? part.text : HOLE)).join('')
  const host = /^https:\/\/([^/]*)/.exec(text)?.[1]
  if (host === undefined || /cognito/i.test(host)) return no
  const end = host.slice(host.lastIndexOf(HOLE) + 1)
  const mayBeCognito = end !== host && HOSTS.some(known => known.endsWith(end) || end.endsWith(known))
  const causes = mayBeCognito ? causesOf(issuer) : []
  return causes.length > 0 ? undecided(...causes) : known(!mayBeCognito, assumed)
}

/** In place of a part that is not literal. */
const HOLE = '\0'

/** The hosts of Cognito end like this. */
const HOSTS = ['.amazonaws.com', '.amazonaws.com.cn', '.amazonaws.eu', '.amazoncognito.com']

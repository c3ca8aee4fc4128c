import { outside } from './cause'
import { causesOf, keyOf, sameText } from './compare'
import type { Link, UserPool } from './deployed'
import { asText, isAbsent } from './questions'
import { type Absent, type Either, joinParts, type Part, type Term, type Text } from './term'
import { assume, either, known, no, some, type Truth, undecided } from './truth'

/** The one of `targets` that a reference names. */
export function linkTo<Target>(
  term: Term,
  targets: readonly Target[],
  textOf: (target: Target) => Text,
  kind: string,
): Link<Target> {
  if (term.kind === 'absent') return { kind: 'none' }
  if (term.kind !== 'either') return linkOf(term, targets, textOf, kind)
  // The same text may be in thousands of branches.
  const found = new Map<string, Link<Target>>()
  const link = linkInBranches(term, leaf => {
    const key = keyOf(asText(leaf))
    const known = found.get(key) ?? linkOf(leaf, targets, textOf, kind)
    found.set(key, known)
    return known
  })
  return link.kind === 'unknown' && !link.branches ? linkOf(term, targets, textOf, kind) : link
}

/** The one that a value names as a whole; a condition is an unknown text. */
function linkOf<Target>(
  term: Exclude<Term, Absent>,
  targets: readonly Target[],
  textOf: (target: Target) => Text,
  kind: string,
): Link<Target> {
  const text = asText(term)
  const truths: Truth[] = []
  for (const target of targets) {
    const truth = sameText(text, textOf(target))
    if (truth.is === true) return linkAssuming({ kind: 'one', to: target }, truth.assumed)
    truths.push(truth)
  }
  const { is, because } = isAbsent(term)
  if (is === undefined) return { kind: 'unknown', because, mayBeMissing: true }
  const truth = some(...truths)
  const causes = truth.is === undefined ? truth.because : causesOf(text)
  if (causes.length > 0 && targets.length > 0) return { kind: 'unknown', because: causes }
  const link = {
    kind: 'foreign',
    text,
    because: outside(kind, `The ${kind} is not in these files.`),
  } as const
  return linkAssuming(link, truth.assumed)
}

/** A link that rests on more parameter defaults. */
export const linkAssuming = <Target>(link: Link<Target>, assumed: readonly string[] = []): Link<Target> =>
  assumed.length > 0 ? { ...link, assumed: [...new Set([...(link.assumed ?? []), ...assumed])] } : link

/**
 * What a question says of the target of a link, in both branches of a condition; false of one that is not in these files.
 * The answer rests on what the link assumes.
 */
export const ofLink = <Target>(link: Link<Target>, question: (target: Target) => Truth): Truth =>
  assume(ofTarget(link, question), link.assumed)

/** The same where a target that is not known may be any of these files, and one of other files is not thought of. */
export function ofAny<Target>(
  link: Link<Target>,
  targets: readonly Target[],
  question: (target: Target) => Truth,
): Truth {
  if (link.kind !== 'unknown') return ofLink(link, question)
  const truths = link.branches?.map(branch => ofAny(branch, targets, question)) ?? targets.map(question)
  return some(...truths).is === false ? no : undecided(...link.because)
}

function ofTarget<Target>(link: Link<Target>, question: (target: Target) => Truth): Truth {
  if (link.kind === 'one') return question(link.to)
  if (link.kind !== 'unknown') return no
  const [left, right] = link.branches ?? []
  const [cause] = link.because
  if (!left || !right || !cause) return undecided(...link.because)
  const [ofLeft, ofRight] = [ofLink(left, question), ofLink(right, question)]
  return ofLeft === no && ofRight === no ? no : either(cause, ofLeft, ofRight)
}

/** What the branches of a condition name: one thing if it is the same in both. They are not kept where neither names a target. */
function linkInBranches<Target>(
  { cause, options }: Either,
  linkOfLeaf: (leaf: Exclude<Term, Either | Absent>) => Link<Target>,
): Link<Target> {
  const ofBranch = (term: Term): Link<Target> =>
    term.kind === 'absent'
      ? { kind: 'none' }
      : term.kind === 'either'
        ? linkInBranches(term, linkOfLeaf)
        : linkOfLeaf(term)
  const branches = [ofBranch(options[0]), ofBranch(options[1])] as const
  const [one, other] = branches
  if (one.kind === 'none' && other.kind === 'none') return one
  if (one.kind === 'one' && other.kind === 'one' && one.to === other.to)
    return linkAssuming(one, other.assumed)
  const mayBeMissing = branches.some(
    link => link.kind === 'none' || (link.kind === 'unknown' && link.mayBeMissing),
  )
  const open = branches.flatMap(link => (link.kind === 'unknown' ? link.because : []))
  return {
    kind: 'unknown',
    because: [...new Set([cause, ...open])],
    ...(mayBeMissing && { mayBeMissing }),
    ...(branches.some(link => link.kind === 'one' || 'branches' in link) && { branches }),
  }
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

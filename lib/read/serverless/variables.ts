import { type Cause, fileNotGiven } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import { asText } from '../../deployed/questions'
import { assuming, literal, type Part, type Term, type Text, textOfParts, unknown } from '../../deployed/term'
import { type Node, type ScalarNode, type Span, valueAt } from '../../source/node'
import { evaluate } from '../template/evaluate'
import type { Known } from '../template/parameters'
import type { Scope } from '../template/scope'
import { alternativesOf, piecesOf } from './expression'

/** What the variables of a serverless.yml can refer to. */
export interface Surroundings {
  readonly root: Node
  readonly known: Known
  /** The content of another file that was given, by its path as written. */
  readonly file: (path: string, from: Span) => Node | undefined
  readonly scope: () => Scope
}

/** The value of one variable: a part of a file, a string, or unknown. */
type Value =
  | { readonly kind: 'node'; readonly node: Node; readonly assumed: readonly string[] }
  | { readonly kind: 'text'; readonly text: Text }
  | { readonly kind: 'unknown'; readonly name: string; readonly cause: Cause }

/** A fallback takes the place of what is missing. */
type Found = Value | { readonly kind: 'missing' }

/** Sources that give every service the same value. */
const SHARED = /^(?:env|ssm|cf|s3|aws):/

/** Sources that whoever deploys may give a value: what follows is their default, as that of a parameter. */
const GIVEN = /^(?:opt|param|env):/

/** Variables that refer to variables, one inside the other, before we give up. */
const MAX_DEPTH = 20

/** Variables that are looked up in a file: two that refer to the next two, and so on, would have no end. */
const MAX_LOOK_UPS = 100_000

export function variablesOf(surroundings: Surroundings) {
  let depth = 0
  let lookUps = 0

  /** The value of a scalar with variables; undefined if it has none. */
  function evaluated(node: ScalarNode): Term | undefined {
    const pieces = piecesOf(node.value)
    const variable = pieces.find(({ kind }) => kind === 'variable')
    if (!variable) return undefined
    if (depth >= MAX_DEPTH) return unknown(node.value, cause('variable', variable.text, node), node)
    depth++
    const [first] = pieces
    const term = pieces.length === 1 && first ? asTerm(find(first.text, node), node) : joined(pieces, node)
    depth--
    return term
  }

  function joined(pieces: ReturnType<typeof piecesOf>, at: Span): Text {
    const texts = pieces.map(({ kind, text }) =>
      kind === 'text' ? literal(text, at) : asText(asTerm(find(text, at), at)),
    )
    const parts: readonly Part[] = texts.flatMap(text => text.parts)
    return textOfParts(parts, at, [...new Set(texts.flatMap(text => text.assumed))])
  }

  function asTerm(found: Value, at: Span): Term {
    switch (found.kind) {
      case 'node': {
        const term = evaluate(found.node, surroundings.scope())
        return assuming(term, found.assumed)
      }
      case 'text':
        return found.text
      case 'unknown':
        return unknown(
          SHARED.test(found.name) ? found.name : `${surroundings.scope().of} ${found.name}`,
          found.cause,
          at,
        )
    }
  }

  /** The first alternative that has a value. One that is unknown may have one, so that those after it do not count. */
  function find(inside: string, at: Span): Value {
    lookUps++
    if (depth > MAX_DEPTH || lookUps > MAX_LOOK_UPS)
      return { kind: 'unknown', name: inside, cause: cause('variable', inside, at) }
    const alternatives = alternativesOf(inside)
    const skipped: string[] = []
    for (const [i, alternative] of alternatives.entries()) {
      const found = lookUp(alternative, at, i < alternatives.length - 1)
      if (found.kind === 'missing') {
        if (GIVEN.test(alternative)) skipped.push(alternative)
        continue
      }
      if (found.kind === 'text')
        return { kind: 'text', text: { ...found.text, assumed: [...found.text.assumed, ...skipped] } }
      return found.kind === 'node' ? { ...found, assumed: [...found.assumed, ...skipped] } : found
    }
    return { kind: 'unknown', name: inside, cause: cause('variable', inside, at) }
  }

  function lookUp(raw: string, at: Span, hasFallback: boolean): Found {
    if (/^(['"]).*\1$/s.test(raw)) return { kind: 'text', text: literal(raw.slice(1, -1), at) }
    const nested = piecesOf(raw)
    depth++
    const text = nested.some(({ kind }) => kind === 'variable') ? joined(nested, at) : literal(raw, at)
    depth--
    const expression = whole(text)
    if (expression === undefined)
      return { kind: 'unknown', name: raw, cause: causeIn(text) ?? cause('variable', raw, at) }
    const found = source(expression, at, hasFallback)
    return found.kind === 'node' ? { ...found, assumed: [...found.assumed, ...text.assumed] } : found
  }

  function source(expression: string, at: Span, hasFallback: boolean): Found {
    const [, file, keys] = /^file\(([^)]*)\)(?::(.*))?$/s.exec(expression) ?? []
    if (file !== undefined) return inFile(file.trim(), keys, at)
    const [kind = '', name = ''] = split(expression)
    const given = surroundings.known.parameters.get(expression) ?? surroundings.known.parameters.get(name)
    if (kind === 'self') return atPath(surroundings.root, name)
    if (given !== undefined) return { kind: 'text', text: literal(given, at) }
    if (kind === 'sls' && name === 'stage') return stage(at)
    if (kind === 'opt' && name === 'stage' && surroundings.known.stage !== undefined)
      return { kind: 'text', text: literal(surroundings.known.stage, at) }
    const parameter = kind === 'param' ? parameterOf(name, at) : undefined
    if (parameter) return parameter
    if (hasFallback && GIVEN.test(expression)) return { kind: 'missing' }
    if (/^(?:true|false|null|\d+)$/.test(expression)) return { kind: 'text', text: literal(expression, at) }
    return { kind: 'unknown', name: expression, cause: cause('variable', expression, at) }
  }

  /** A parameter of the stage, or of every stage: under `params` in version 3, under `stages` in version 4. */
  function parameterOf(name: string, at: Span): Found | undefined {
    const text = asText(asTerm(stage(at), at))
    const own = whole(text)
    if (own === undefined) {
      const because = causeIn(text)
      return because && { kind: 'unknown', name: `param ${name}`, cause: because }
    }
    for (const section of [own, 'default'])
      for (const path of [
        ['params', section],
        ['stages', section, 'params'],
      ]) {
        const node = valueAt(surroundings.root, ...path, name)
        if (node) return { kind: 'node', node, assumed: text.assumed }
      }
    return undefined
  }

  /** The stage: the option, or provider.stage, or dev. */
  function stage(at: Span): Value {
    if (surroundings.known.stage !== undefined)
      return { kind: 'text', text: literal(surroundings.known.stage, at) }
    const node = valueAt(surroundings.root, 'provider', 'stage')
    if (!node) return { kind: 'text', text: literal('dev', at, ['opt:stage']) }
    return { kind: 'node', node, assumed: [] }
  }

  function inFile(path: string, key: string | undefined, at: Span): Found {
    const content = surroundings.file(path, at)
    if (!content) {
      return {
        kind: 'unknown',
        name: `file ${path} ${key ?? ''}`,
        cause: fileNotGiven(path, at),
      }
    }
    return key ? atPath(content, key) : { kind: 'node', node: content, assumed: [] }
  }

  function atPath(root: Node, path: string): Found {
    let node: Node | undefined = root
    for (const key of path.split('.').filter(Boolean)) {
      node = node && resolve(node)
      const hidden = node?.kind === 'scalar' ? evaluated(node) : undefined
      if (hidden?.kind === 'unknown')
        return { kind: 'unknown', name: `${hidden.key} ${path}`, cause: hidden.cause }
      node = node?.kind === 'list' ? node.items[Number(key)] : valueAt(node, key)
    }
    return node ? { kind: 'node', node, assumed: [] } : { kind: 'missing' }
  }

  /** Follows a scalar that is one variable to the part of a file that it refers to. */
  function resolve(node: Node): Node {
    if (node.kind !== 'scalar' || depth >= MAX_DEPTH) return node
    const pieces = piecesOf(node.value)
    const [first] = pieces
    if (pieces.length !== 1 || first?.kind !== 'variable') return node
    depth++
    const found = find(first.text, node)
    const resolved = found.kind === 'node' ? resolve(found.node) : node
    depth--
    return resolved
  }

  return { evaluated, resolve }
}

const split = (expression: string): readonly string[] => {
  const colon = expression.indexOf(':')
  return colon === -1 ? ['', expression] : [expression.slice(0, colon), expression.slice(colon + 1)]
}

const causeIn = ({ parts }: Text): Cause | undefined => {
  const part = parts.find(({ kind }) => kind === 'unknown')
  return part?.kind === 'unknown' ? part.cause : undefined
}

const cause = (kind: 'variable', name: string, at: Span): Cause => ({
  kind,
  name,
  message: `\${${name}} has no value in these files.`,
  at,
})

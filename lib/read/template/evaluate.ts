import { type Cause, fileNotGiven } from '../../deployed/cause'
import { eitherOf, whole } from '../../deployed/compare'
import { asText, longList, MAX_ITEMS, property, propertyAt } from '../../deployed/questions'
import {
  absent,
  assuming,
  type Field,
  type Item,
  listOf,
  literal,
  type Part,
  type Term,
  type Text,
  textOfParts,
  unknown,
} from '../../deployed/term'
import {
  type ListNode,
  type MapNode,
  type Node,
  type ScalarNode,
  type Span,
  valueAt,
} from '../../source/node'
import { callOf } from './call'
import { withDynamicReferences } from './dynamic-references'
import { nameOf, pathOf } from './location'
import { macroIn } from './macros'
import type { Scope } from './scope'
import { splitText } from './split'
import { substitute } from './substitute'

/**
 * Evaluates a node of a template, as far as its value is known from the files. `label` is the key that it is written under;
 * most terms get it when they are made, because a copy of each would cost as much again.
 */
export function evaluate(node: Node, scope: Scope, label?: Span): Term {
  const call = callOf(node)
  if (call) return labelled(evaluateCall(call.name, call.argument, node, scope), label)
  switch (node.kind) {
    case 'scalar':
      return evaluateScalar(node, scope, label)
    case 'list':
      return evaluateList(node, scope, label)
    case 'map':
      return evaluateMap(node, scope, label)
  }
}

const labelled = (term: Term, label: Span | undefined): Term => (label ? { ...term, label } : term)

function evaluateScalar(node: ScalarNode, scope: Scope, label: Span | undefined): Term {
  if (node.style === 'plain' && (node.value === '' || node.value === '~' || node.value === 'null'))
    return absent(node, label)
  const term = written(node, scope, label)
  return term.kind === 'text' ? withDynamicReferences(term) : term
}

/** The text of a scalar, with the variables of a serverless.yml replaced. */
function written(node: ScalarNode, scope: Scope, label?: Span): Term {
  const replaced = node.value.includes('${') ? scope.variables?.(node) : undefined
  return replaced ? labelled(replaced, label) : literal(node.value, node, [], node, label)
}

function evaluateList(node: ListNode, scope: Scope, label: Span | undefined): Term {
  const items: Item[] = []
  const open: Cause[] = []
  for (const item of node.items) {
    // Lists that are given in full by each of many calls would grow without end.
    if (items.length > node.items.length + MAX_ITEMS) {
      open.push(longList(node))
      break
    }
    const term = evaluate(item, scope)
    // An item that is itself a whole list is a parameter of list type or a function's list: its strings are the items.
    if (term.kind === 'unknown' && callOf(item) && isListCall(item)) open.push(term.cause)
    else if (term.kind === 'list' && callOf(item)) {
      for (const inner of term.items) items.push(inner)
      for (const cause of term.open) open.push(cause)
    } else items.push({ term })
  }
  return listOf(items, node, [], open, node, label)
}

function isListCall(node: Node): boolean {
  const call = callOf(node)
  return call !== undefined && /^(?:Split|GetAZs|Cidr|Transform)$/.test(call.name)
}

function evaluateMap(node: MapNode, scope: Scope, label: Span | undefined): Term {
  const fields = new Map<string, Field>()
  const macro = macroIn(node)
  const open: Cause[] = macro ? [macro] : []
  for (const { key, value } of node.entries) {
    if (key.value === 'Fn::Transform') continue
    if (key.value.startsWith('Fn::ForEach')) open.push(scope.macro(key.value, key))
    else {
      const term = macro
        ? labelled(unknown(`macro ${scope.of} ${key.source.path} ${key.start}`, macro, value, true), key)
        : evaluate(value, scope, key)
      fields.set(key.value, { key, value: term })
    }
  }
  return { kind: 'fields', fields, open, at: node, node, label }
}

function evaluateCall(name: string, argument: Node, node: Node, scope: Scope): Term {
  switch (name) {
    case 'Ref':
      return scope.ref(argument.kind === 'scalar' ? argument.value : '', argument)
    case 'GetAtt':
      return getAtt(argument, scope)
    case 'Sub':
      return sub(argument, scope)
    case 'Join':
      return join(argument, node, scope)
    case 'Select':
      return select(argument, node, scope)
    case 'Split':
      return split(argument, node, scope)
    case 'If':
      return condition(argument, node, scope)
    case 'FindInMap':
      return findInMap(argument, node, scope)
    case 'Transform':
      return include(argument, node, scope)
    case 'ImportValue':
      return scope.imported(evaluate(argument, scope), argument)
    case 'GetStackOutput': {
      const call = evaluate(argument, scope)
      return scope.stackOutput(property(call, 'StackName'), property(call, 'OutputName'), node)
    }
    default:
      return opaque(name, node, scope)
  }
}

/** A value that is known only at deployment. Equal arguments give equal values. */
function opaque(name: string, node: Node, scope: Scope): Term {
  return unknown(keyOf(name, node, scope), scope.macro(name, node), node)
}

/** The same call in the same template has the same value. */
const keyOf = (name: string, { source, start, end }: Node, { of }: Scope): string =>
  `${name} ${of} ${source.path} ${source.text.slice(start, end)}`

/** `AWS::Include` puts a file in place of the call; what the file contains cannot include others. */
function include(argument: Node, node: Node, scope: Scope): Term {
  const call = evaluate(argument, scope)
  const isInclude = whole(asText(property(call, 'Name'))) === 'AWS::Include'
  const path = isInclude ? pathOf(propertyAt(call, ['Parameters', 'Location'])) : undefined
  if (path === undefined) return opaque('Transform', node, scope)
  const content = scope.file(path)
  if (content) return evaluate(content, { ...scope, file: () => undefined })
  return unknown(`file ${node.source.path} ${path}`, fileNotGiven(nameOf(path), node), node)
}

function getAtt(argument: Node, scope: Scope): Term {
  if (argument.kind === 'list') {
    const [id, ...rest] = argument.items.map(item => whole(asText(evaluate(item, scope))) ?? '')
    return scope.attribute(id ?? '', rest.join('.'), argument)
  }
  if (argument.kind !== 'scalar') return opaque('GetAtt', argument, scope)
  const dot = argument.value.indexOf('.')
  return dot < 0
    ? scope.attribute(argument.value, '', argument)
    : scope.attribute(argument.value.slice(0, dot), argument.value.slice(dot + 1), argument)
}

function sub(argument: Node, scope: Scope): Term {
  if (argument.kind === 'scalar') return substituted(argument, scope, new Map())
  if (argument.kind !== 'list') return opaque('Sub', argument, scope)
  const [pattern, values] = argument.items
  const names = new Map<string, Term>()
  if (values?.kind === 'map')
    for (const { key, value } of values.entries) names.set(key.value, evaluate(value, scope))
  if (pattern?.kind !== 'scalar' || callOf(pattern)) return opaque('Sub', argument, scope)
  return substituted(pattern, scope, names)
}

const substituted = (pattern: ScalarNode, scope: Scope, names: ReadonlyMap<string, Term>): Text =>
  withDynamicReferences(substitute(asText(written(pattern, scope)), scope, names))

function join(argument: Node, node: Node, scope: Scope): Term {
  const [separator, list] = argument.kind === 'list' ? argument.items : []
  if (!separator || !list) return opaque('Join', node, scope)
  const between = asText(evaluate(separator, scope))
  const items = evaluate(list, scope)
  if (items.kind !== 'list' || items.open.length > 0 || items.items.some(({ under }) => under)) {
    const cause = items.kind === 'unknown' ? items.cause : scope.macro('Join', node)
    return unknown(keyOf('Join', node, scope), cause, node)
  }
  const texts = items.items.map(({ term }) => asText(term))
  return withDynamicReferences(
    textOfParts(joined(texts, between.parts), node, [
      ...new Set([between, ...texts].flatMap(({ assumed }) => assumed)),
    ]),
  )
}

function* joined(texts: readonly Text[], between: readonly Part[]): Iterable<Part> {
  for (const [i, { parts }] of texts.entries()) {
    if (i > 0) yield* between
    yield* parts
  }
}

function split(argument: Node, node: Node, scope: Scope): Term {
  const [separator, text] = argument.kind === 'list' ? argument.items : []
  if (!separator || !text) return opaque('Split', node, scope)
  const by = asText(evaluate(separator, scope))
  const between = whole(by)
  const { parts, assumed } = asText(evaluate(text, scope))
  const given = textOfParts(parts, node, [...new Set([...assumed, ...by.assumed])])
  const pieces = between ? splitText(given, between, scope) : undefined
  if (!pieces) {
    const cause = given.parts.find(part => part.kind === 'unknown')
    return cause?.kind === 'unknown'
      ? unknown(keyOf('Split', node, scope), cause.cause, node)
      : opaque('Split', node, scope)
  }
  const items = pieces.map(piece => ({ term: textOfParts(piece, node, given.assumed) }))
  return listOf(items, node, given.assumed)
}

function select(argument: Node, node: Node, scope: Scope): Term {
  const [index, list] = argument.kind === 'list' ? argument.items : []
  if (!index || !list) return opaque('Select', node, scope)
  const items = evaluate(list, scope)
  const position = asText(evaluate(index, scope))
  const at = whole(position)
  if (items.kind === 'unknown') return unknown(`Select ${at} ${items.key}`, items.cause, node)
  const known = items.kind === 'list' && items.open.length === 0 && !items.items.some(({ under }) => under)
  const found = known && at !== undefined && items.items[Number(at)]?.term
  return found ? assuming(found, position.assumed) : opaque('Select', node, scope)
}

function condition(argument: Node, node: Node, scope: Scope): Term {
  const [name, left, right] = argument.kind === 'list' ? argument.items : []
  if (!name || !left || !right) return opaque('If', node, scope)
  const label = name.kind === 'scalar' ? name.value : ''
  const message = `The condition ${label} decides it.`
  const cause: Cause = { kind: 'condition', name: label, message, at: name }
  return eitherOf({ cause, of: scope.of, at: node }, evaluate(left, scope), evaluate(right, scope))
}

/** With `AWS::LanguageExtensions`, a fourth argument has the value for keys that the map does not have. */
function findInMap(argument: Node, node: Node, scope: Scope): Term {
  const [mapNode, firstNode, secondNode, options] = argument.kind === 'list' ? argument.items : []
  const keys = [mapNode, firstNode, secondNode].flatMap(item => (item ? asText(evaluate(item, scope)) : []))
  const [map, first, second] = keys.map(whole)
  const found =
    map !== undefined && first !== undefined && second !== undefined
      ? scope.find(map, first, second)
      : undefined
  const value = found === 'missing' ? valueAt(options, 'DefaultValue') : found
  if (value) {
    const assumed = keys.flatMap(key => key.assumed)
    // CloudFormation allows no functions in Mappings: they could lead to each other in a circle.
    const term = evaluate(value, found === 'missing' ? scope : { ...scope, find: () => undefined })
    return assuming(term, assumed)
  }
  const part = keys.flatMap(({ parts }) => parts).find(({ kind }) => kind === 'unknown')
  return part?.kind === 'unknown'
    ? unknown(keyOf('FindInMap', node, scope), part.cause, node)
    : opaque('FindInMap', node, scope)
}

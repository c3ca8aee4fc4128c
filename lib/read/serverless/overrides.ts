import type { Cause } from '../../deployed/cause'
import { causesOf } from '../../deployed/compare'
import type { ApiType, Endpoint } from '../../deployed/deployed'
import { fieldOf, property } from '../../deployed/questions'
import { absent, type Term } from '../../deployed/term'
import { type Node, type Span, valueAt } from '../../source/node'
import { evaluate } from '../template/evaluate'
import type { Stack } from '../template/resource'
import { conditionOf } from '../template/stack'
import { logicalIdOf, PREFIXES } from './logical-id'
import { mergedOver } from './merge'
import { entriesOf, itemsOf } from './sections'

/** What the file says of the resources that the framework makes: the framework puts it over its own properties. */
export interface Overrides {
  /** What becomes of a property of the resource with this logical id, for which the framework has its own value. */
  readonly property: (id: string, name: string, own: Term) => Term
  /** The condition under which the resource is created, or why it is not known what the file says of it. */
  readonly under: (id: string) => Cause | undefined
  /** Why it is not known what the file says of the method or route of an event: parts of one of them are unknown. */
  readonly hidden: (route: Pick<Endpoint, 'apiType' | 'method' | 'path'>) => Cause | undefined
}

/** What is said of one resource. */
interface Override {
  /** Merged with the properties of the framework. */
  readonly merged: Term
  /** The properties under `extensions` take the place of others, after that. */
  readonly replacing: Term
  readonly under: Cause | undefined
}

/** Overrides stand among the resources, and under `extensions`; both may be in any section of a list. */
export function overridesIn(
  resources: Node | undefined,
  resolve: (node: Node) => Node,
  { scope, changing }: Stack,
  at: Span,
): Overrides {
  const sections = itemsOf(resources, resolve)
  const partsOf = (name: string) =>
    sections.flatMap(section => {
      const found = valueAt(section, name)
      return found ? [resolve(found)] : []
    })
  const parts = [partsOf('Resources'), partsOf('extensions')]
  const definitions = parts.map(definitionsIn(resolve))
  const ids = definitions.flatMap(of => [...of.keys()])
  const isSome = (type: ApiType) => ids.some(id => id.startsWith(PREFIXES[type]))
  const some = { rest: isSome('rest'), http: isSome('http') }
  const [hidden = changing] = [...sections, ...parts.flat()].flatMap(node => {
    const term = node.kind === 'scalar' ? evaluate(node, scope) : undefined
    return term?.kind === 'unknown' ? [term.cause] : []
  })

  const read = (id: string): Override => {
    const written = definitions.map(of => of.get(id) ?? [])
    const [merged = absent(at), replacing = absent(at)] = written.map(definitions =>
      definitions
        .map(definition => property(evaluate(definition, scope), 'Properties'))
        .filter(({ kind }) => kind !== 'absent')
        .reduce(mergedOver, absent(at)),
    )
    const conditions = written
      .flat()
      .flatMap(node => (node.kind === 'map' ? (conditionOf(node, id, placeOf(node)) ?? []) : []))
    return { merged, replacing, under: conditions.at(-1) }
  }
  const known = new Map<string, Override>()
  const overrideOf = (id: string): Override => {
    const override = known.get(id) ?? read(id)
    known.set(id, override)
    return override
  }
  return {
    property: (id, name, own) => {
      const { merged, replacing } = overrideOf(id)
      return put(put(own, merged, name, mergedOver), replacing, name, (_, later) => later)
    },
    under: id => hidden ?? overrideOf(id).under,
    hidden: route => {
      const { apiType, path, method } = route
      const mayBeOneOf = logicalIdOf(route) === undefined && some[apiType]
      return mayBeOneOf ? [...causesOf(path), ...causesOf(method)][0] : hidden
    },
  }
}

/** What maps say of each logical id, the last word last. */
const definitionsIn =
  (resolve: (node: Node) => Node) =>
  (maps: readonly Node[]): ReadonlyMap<string, readonly Node[]> => {
    const definitions = new Map<string, Node[]>()
    for (const map of maps)
      for (const [id, { value }] of map.kind === 'map' ? entriesOf(map) : []) {
        const known = definitions.get(id)
        if (known) known.push(resolve(value))
        else definitions.set(id, [resolve(value)])
      }
    return definitions
  }

/** A property with what is written over it; what is not known may be written over it. */
function put(own: Term, properties: Term, name: string, over: (own: Term, later: Term) => Term): Term {
  const written = fieldOf(properties, name)
  if (written) return over(own, written.value)
  const hidden = property(properties, name, own.at)
  return hidden.kind === 'absent' ? own : mergedOver(own, hidden)
}

const placeOf = ({ source, start, end }: Node): Span => ({ source, start, end })

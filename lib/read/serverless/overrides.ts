import type { Cause } from '../../deployed/cause'
import type { ApiType } from '../../deployed/deployed'
import { fieldOf, property } from '../../deployed/questions'
import { absent, type Term } from '../../deployed/term'
import { type Node, type Span, valueAt } from '../../source/node'
import { evaluate } from '../template/evaluate'
import type { Scope } from '../template/scope'
import { conditionOf } from '../template/stack'
import { PREFIXES } from './logical-id'
import { mergedOver } from './merge'
import { entriesOf, itemsOf } from './sections'

/** What the file says of the resources that the framework makes: the framework puts it over its own properties. */
export interface Overrides {
  /** What becomes of a property of the resource with this logical id, for which the framework has its own value. */
  readonly property: (id: string, name: string, own: Term) => Term
  /** The condition under which the resource is created. */
  readonly under: (id: string) => Cause | undefined
  /** Whether it says something of a method or route. */
  readonly someOf: (type: ApiType) => boolean
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
  scope: Scope,
  at: Span,
): Overrides {
  const sections = itemsOf(resources, resolve)
  const ofResources = definitionsIn(sections, 'Resources', resolve)
  const ofExtensions = definitionsIn(sections, 'extensions', resolve)
  const ids = [...ofResources.keys(), ...ofExtensions.keys()]
  const isSome = (type: ApiType) => ids.some(id => id.startsWith(PREFIXES[type]))
  const some = { rest: isSome('rest'), http: isSome('http') }

  const read = (id: string): Override => {
    const parts = [ofResources, ofExtensions].map(definitions => definitions.get(id) ?? [])
    const [merged = absent(at), replacing = absent(at)] = parts.map(definitions =>
      definitions
        .map(definition => property(evaluate(definition, scope), 'Properties'))
        .filter(({ kind }) => kind !== 'absent')
        .reduce(mergedOver, absent(at)),
    )
    const conditions = parts
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
    under: id => overrideOf(id).under,
    someOf: type => some[type],
  }
}

/** What the maps of this name say of each logical id, the last word last. */
function definitionsIn(
  sections: readonly Node[],
  name: string,
  resolve: (node: Node) => Node,
): ReadonlyMap<string, readonly Node[]> {
  const definitions = new Map<string, Node[]>()
  for (const section of sections) {
    const found = valueAt(section, name)
    const map = found && resolve(found)
    for (const [id, { value }] of map?.kind === 'map' ? entriesOf(map) : []) {
      const known = definitions.get(id)
      if (known) known.push(resolve(value))
      else definitions.set(id, [resolve(value)])
    }
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

import { whole } from '../../deployed/compare'
import type { ApiType, Endpoint } from '../../deployed/deployed'
import { absent, type Term } from '../../deployed/term'
import { type MapNode, type Node, type Span, valueAt } from '../../source/node'
import { evaluate } from '../template/evaluate'
import type { Scope } from '../template/scope'

/** What the file says of the resources that the framework makes: the framework puts it over its own properties. */
export interface Overrides {
  readonly has: (id: string) => boolean
  /** A property of the resource with this logical id. */
  readonly property: (id: string, name: string) => Term
  /** Whether it says something of a method or route. */
  readonly someOf: (type: ApiType) => boolean
}

/** Overrides stand among the resources, and under `extensions`, which the framework applies last. */
export function overridesIn(
  sections: readonly MapNode[],
  resolve: (node: Node) => Node,
  scope: Scope,
  at: Span,
): Overrides {
  const maps = ['extensions', 'Resources'].flatMap(name =>
    sections.flatMap(section => {
      const node = valueAt(section, name)
      const map = node && resolve(node)
      return map?.kind === 'map' ? [map] : []
    }),
  )
  const propertiesOf = (id: string): readonly Node[] =>
    maps.flatMap(map => {
      const properties = valueAt(map, id) && valueAt(resolve(valueAt(map, id)!), 'Properties')
      return properties ? [resolve(properties)] : []
    })
  const ids = maps.flatMap(({ entries }) => entries.map(({ key }) => key.value))
  return {
    has: id => propertiesOf(id).length > 0,
    property: (id, name) => {
      for (const properties of propertiesOf(id)) {
        const value = properties.kind === 'map' ? valueAt(properties, name) : properties
        if (value) return evaluate(value, scope)
      }
      return absent(at)
    },
    someOf: type => ids.some(id => id.startsWith(PREFIXES[type])),
  }
}

const PREFIXES = { rest: 'ApiGatewayMethod', http: 'HttpApiRoute' } as const

/** The logical id that the framework gives to the method or route of an event; undefined if that is not known. */
export function logicalIdOf({
  apiType: type,
  method,
  path,
}: Pick<Endpoint, 'apiType' | 'method' | 'path'>): string | undefined {
  const [verb, where] = [whole(method), whole(path)]
  if (verb === undefined || where === undefined) return undefined
  if (where === '$default') return `${PREFIXES[type]}Default`
  const segments = where.replace(/^\//, '').split('/').map(word).join('')
  return type === 'rest' ? PREFIXES.rest + segments + word(verb) : PREFIXES.http + word(verb) + segments
}

/** `{userId}` is UseridVar, `sign-up` is SignDashup. */
function word(segment: string): string {
  const text = segment
    .toLowerCase()
    .replace(/-/g, 'Dash')
    .replace(/\{(.*)\}/g, '$1Var')
    .replace(/[^0-9A-Za-z]/g, '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

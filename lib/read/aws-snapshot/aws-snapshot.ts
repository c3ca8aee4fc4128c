import type { Cause } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import { property, propertyAt } from '../../deployed/questions'
import { absent, type Field, type Fields, type Term } from '../../deployed/term'
import { entryOf, type MapNode, type Node, type ScalarNode, valueAt } from '../../source/node'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import { plainScope } from '../template/scope'
import { readHttpSnapshot } from './http-api'
import { readPool } from './identity'
import { isClient, listKey, snapshotMember } from './member'
import { notCollected } from './not-collected'
import { readRestSnapshot } from './rest-api'

/** Reads the answers of the AWS CLI that were collected about a deployed API and its user pool. */
export function readSnapshot(roots: readonly MapNode[], builder: Builder): void {
  const fields = roots.flatMap(root => {
    const term = evaluate(asSnapshot(root), plainScope)
    return term.kind === 'fields' ? [{ ...term, fields: new Map([...term.fields].map(onePage)) }] : []
  })
  const [first] = fields
  if (!first) return
  // Answers that were given one by one are about the same pool and API.
  const together: Fields = {
    ...first,
    fields: joined(fields.flatMap(term => [...term.fields])),
  }
  for (const [name, { value }] of together.fields) builder.open.push(...furtherPages(name, value))
  builder.open.push(...otherServers(roots))
  readPool(together, builder)
  builder.services.push({
    name: absent(together.at),
    stage: stageOf(together),
    region: property(together, 'region'),
  })
  readRestSnapshot(together, builder)
  readHttpSnapshot(together, builder)
}

/** A member that lists the pages of an answer as one page. Only clients have an answer each. */
function onePage([name, field]: readonly [string, Field]): readonly [string, Field] {
  const { value } = field
  if (name === 'clients' || value.kind !== 'list' || value.items.length === 0) return [name, field]
  return [name, { ...field, value: value.items.map(({ term }) => term).reduce(both) }]
}

/** The members of all answers. Several clients, and several pages of a list, are one member. */
function joined(members: readonly (readonly [string, Field])[]): ReadonlyMap<string, Field> {
  const found = new Map<string, Field>()
  for (const [name, field] of members) {
    const before = found.get(name)
    found.set(name, before ? { ...field, value: both(before.value, field.value) } : field)
  }
  return found
}

/** Lists one after the other; of anything else, the later one. */
function both(one: Term, other: Term): Term {
  if (one.kind === 'list' && other.kind === 'list') {
    const later = new Set(other.items.flatMap(({ term }) => nameOf(term) ?? []))
    const kept = one.items.filter(({ term }) => !later.has(nameOf(term) ?? ''))
    return { ...other, items: [...kept, ...other.items] }
  }
  if (one.kind !== 'fields' || other.kind !== 'fields') return other
  const lists = [...other.fields].flatMap(([name, field]): readonly (readonly [string, Field])[] => {
    const before = one.fields.get(name)
    return before?.value.kind === 'list' ? [[name, { ...field, value: both(before.value, field.value) }]] : []
  })
  return { ...other, fields: new Map([...other.fields, ...lists]) }
}

/** What names a thing of AWS among others of its kind. */
const NAMES = [
  'ClientId',
  'RouteId',
  'AuthorizerId',
  'IntegrationId',
  'StageName',
  'Identifier',
  'id',
  'responseType',
  'stageName',
]

const nameOf = (thing: Term): string | undefined =>
  NAMES.flatMap(key => [property(thing, key), propertyAt(thing, ['UserPoolClient', key])]).flatMap(term =>
    term.kind === 'text' ? (whole(term) ?? []) : [],
  )[0]

/** Why an answer does not show everything: the CLI names the page that would follow. */
const furtherPages = (name: string, answer: Term): readonly Cause[] =>
  ['NextToken', 'nextToken', 'position'].flatMap(key => {
    const token = property(answer, key)
    const message = `The list of ${name} has further pages. Ask the AWS CLI for all of them, without --max-items or --no-paginate.`
    return token.kind === 'text' && whole(token) !== ''
      ? [{ kind: 'outside', name, message, at: token.at } as const]
      : []
  })

/** The answer of `describe-resource-server` is about one: the pool may have others, unless the list of them is here too. */
function otherServers(roots: readonly MapNode[]): readonly Cause[] {
  const one = roots.flatMap(root => entryOf(root, 'ResourceServer')?.key ?? [])[0]
  const areListed = roots.some(root => entryOf(root, 'ResourceServers') ?? entryOf(root, 'resourceServers'))
  return one && !areListed ? [notCollected('resource servers', 'list-resource-servers', one)] : []
}

/** The name of the stage: the answer of `get-stage`, or of the only one of an HTTP API. */
function stageOf(snapshot: Fields): Term {
  const stage = property(snapshot, 'stage')
  return stage.kind === 'fields' ? property(stage, 'stageName') : stage
}

/** A single answer as a snapshot with one member. */
function asSnapshot(root: MapNode): MapNode {
  const member = snapshotMember(root)
  if (!member || root.entries.some(({ key }) => key.value === 'awsSnapshot')) return root
  const list = (...items: readonly Node[]): Node => ({ ...root, kind: 'list', items })
  if (member === 'clients')
    return withMember(root, member, list(isClient(root) ? withMember(root, 'UserPoolClient', root) : root))
  const server = valueAt(root, 'ResourceServer')
  if (server) return withMember(root, member, withMember(root, 'ResourceServers', list(server)))
  const key = listKey(root)
  return withMember(root, member, key === undefined ? root : withMember(root, key, list(root)))
}

/** A map at the place of another, with one member. */
function withMember(root: MapNode, name: string, value: Node): MapNode {
  const { source, start } = root
  const key: ScalarNode = {
    kind: 'scalar',
    value: name,
    style: 'plain',
    flow: false,
    tag: undefined,
    source,
    start,
    end: start,
  }
  return { ...root, entries: [{ key, value, merged: false }] }
}

import { property } from '../../deployed/questions'
import { absent, type Fields, type Term } from '../../deployed/term'
import { entryOf, type MapNode, type Node, type ScalarNode } from '../../source/node'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import { plainScope } from '../template/scope'
import { readHttpSnapshot } from './http-api'
import { readPool } from './identity'
import { readRestSnapshot } from './rest-api'

/** Reads the answers of the AWS CLI that were collected about a deployed API and its user pool. */
export function readSnapshot(snapshots: readonly MapNode[], builder: Builder): void {
  const fields = snapshots.flatMap(node => {
    const term = evaluate(node, plainScope)
    return term.kind === 'fields' ? [term] : []
  })
  const [first] = fields
  if (!first) return
  // Answers that were given one by one are about the same pool and API.
  const together: Fields = {
    ...first,
    fields: new Map(fields.flatMap(term => [...term.fields])),
  }
  readPool(together, builder)
  builder.services.push({
    name: absent(together.at),
    stage: stageOf(together),
    region: property(together, 'region'),
  })
  readRestSnapshot(together, builder)
  readHttpSnapshot(together, builder)
}

/** The name of the stage: the answer of `get-stage`, or of the only one of an HTTP API. */
function stageOf(snapshot: Fields): Term {
  const stage = property(snapshot, 'stage')
  return stage.kind === 'fields' ? property(stage, 'stageName') : stage
}

/** The snapshot key for a single AWS response; undefined for anything else. */
export function snapshotMember(root: MapNode): string | undefined {
  const has = (key: string) => entryOf(root, key) !== undefined
  if (has('UserPool')) return 'userPool'
  if (has('UserPoolClient')) return 'clients'
  if (has('ResourceServers')) return 'resourceServers'
  if (has('DomainDescription')) return 'domain'
  const list = entryOf(root, 'items')?.value ?? entryOf(root, 'Items')?.value
  const first = list?.kind === 'list' ? list.items.find(({ kind }) => kind === 'map') : undefined
  if (first?.kind !== 'map' || list?.kind !== 'list') return undefined
  const some = (key: string) => list.items.some(item => item.kind === 'map' && entryOf(item, key))
  if (some('resourceMethods') || (some('path') && some('id'))) return 'resources'
  if (some('authType') || some('providerARNs') || some('AuthorizerType')) return 'authorizers'
  if (some('RouteKey')) return 'routes'
  return some('responseType') ? 'gatewayResponses' : undefined
}

/** A single answer as a snapshot with one member. */
export function asSnapshot(root: MapNode, member: string): MapNode {
  const { source, start } = root
  const key: ScalarNode = {
    kind: 'scalar',
    value: member,
    style: 'plain',
    flow: false,
    source,
    start,
    end: start,
  }
  const value: Node = member === 'clients' ? { ...root, kind: 'list', items: [root] } : root
  return { ...root, entries: [{ key, value, merged: false }] }
}

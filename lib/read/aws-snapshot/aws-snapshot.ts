import { property } from '../../deployed/questions'
import { absent, type Fields, type Term } from '../../deployed/term'
import type { MapNode, Node, ScalarNode } from '../../source/node'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import { plainScope } from '../template/scope'
import { readHttpSnapshot } from './http-api'
import { readPool } from './identity'
import { snapshotMember } from './member'
import { readRestSnapshot } from './rest-api'

/** Reads the answers of the AWS CLI that were collected about a deployed API and its user pool. */
export function readSnapshot(roots: readonly MapNode[], builder: Builder): void {
  const fields = roots.flatMap(root => {
    const term = evaluate(asSnapshot(root), plainScope)
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

/** A single answer as a snapshot with one member. */
function asSnapshot(root: MapNode): MapNode {
  const member = snapshotMember(root)
  if (!member || root.entries.some(({ key }) => key.value === 'awsSnapshot')) return root
  const { source, start } = root
  const key: ScalarNode = {
    kind: 'scalar',
    value: member,
    style: 'plain',
    flow: false,
    tag: undefined,
    source,
    start,
    end: start,
  }
  const value: Node = member === 'clients' ? { ...root, kind: 'list', items: [root] } : root
  return { ...root, entries: [{ key, value, merged: false }] }
}

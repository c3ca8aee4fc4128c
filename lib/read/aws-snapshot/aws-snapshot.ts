import type { Cause } from '../../deployed/cause'
import { whole } from '../../deployed/compare'
import { property } from '../../deployed/questions'
import { absent, type Term } from '../../deployed/term'
import { entryOf, type MapNode, type Node, type ScalarNode, valueAt } from '../../source/node'
import type { Builder } from '../template/builder'
import { evaluate } from '../template/evaluate'
import { plainScope } from '../template/scope'
import { readHttpSnapshot } from './http-api'
import { readPool, readRefusedPool } from './identity'
import { joined, severalApis, stageOf } from './join'
import { isClient, listKey, snapshotMember } from './member'
import { failuresOf, notGiven } from './not-collected'
import { readRestSnapshot } from './rest-api'

/** Reads the answers of the AWS CLI that were collected about deployed APIs and their user pools. */
export function readSnapshot(roots: readonly MapNode[], builder: Builder): void {
  const snapshots = roots.flatMap(root => {
    const term = evaluate(asSnapshot(root), plainScope)
    return term.kind === 'fields' ? [term] : []
  })
  builder.open.push(...otherServers(roots), ...severalApis(snapshots))
  for (const snapshot of joined(snapshots)) {
    for (const [name, { value }] of snapshot.fields) builder.open.push(...furtherPages(name, value))
    for (const { call, cause } of failuresOf(snapshot)) if (POOL.test(call)) builder.open.push(cause)
    readPool(snapshot, builder)
    const { length } = builder.apis
    readRestSnapshot(snapshot, builder)
    readHttpSnapshot(snapshot, builder)
    builder.services.push({
      prefix: builder.apis[length]?.key ?? `snapshot ${snapshot.at.source.path}`,
      name: absent(snapshot.at),
      stage: stageOf(snapshot),
      region: property(snapshot, 'region'),
    })
  }
  // Joined, the answers show one pool only.
  for (const snapshot of snapshots) readPool(snapshot, builder)
  for (const snapshot of snapshots) readRefusedPool(snapshot, builder)
}

/** What a user pool has is in the answers of several calls. It names its domains itself. */
const POOL = /user-pool(?!-domain)|resource-servers/

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
  return one && !areListed ? [notGiven('resource servers', 'list-resource-servers', one)] : []
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

import { scopesOf } from '../deployed/client'
import { whole } from '../deployed/compare'
import type { Client } from '../deployed/deployed'
import type { Text } from '../deployed/term'
import { replaceScalar } from '../source/insert'
import { dependOn, namesToWaitFor } from './depend-on'
import type { Proposal } from './finding'
import type { Facts } from './rule'

/** Writes a scope in the place of another that an endpoint or a client lists. */
export function writeScope(text: Text, scope: string, facts: Facts, client?: Client): readonly Proposal[] {
  if (!text.node) return []
  const use = { label: `Use ${scope}`, edits: [replaceScalar(text.node, scope)] }
  return [client ? withItsServer(client, scope, use, facts) : use]
}

/**
 * A change that gives a client a scope. If it is the first one of a resource server that the client does not wait for, it gets
 * DependsOn too: with the scope alone the deployment could fail.
 */
export function withItsServer(
  client: Client,
  scope: string,
  { label, edits }: Proposal,
  { access, deployed }: Facts,
): Proposal {
  const servers = access.serversOf(access.poolOf(client)).flatMap(({ thing: server, belongs }) => {
    if (belongs.is === false) return []
    const declares = access.fullScopes(server).items.some(({ text }) => whole(text) === scope)
    const isFirst = !scopesOf(client).items.some(({ text }) => access.declares(server, text).is)
    return declares && isFirst ? [server] : []
  })
  const late = namesToWaitFor(client, servers, deployed)
  const waiting = dependOn(client, late)
  if (waiting.length === 0) return { label, edits }
  return {
    label: `${label} and let the client depend on ${late.join(', ')}`,
    edits: [...edits, ...waiting],
  }
}

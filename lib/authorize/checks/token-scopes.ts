import type { Client, Model } from '../../model/model'
import { triggerAppliesTo, triggerOf } from '../../model/trigger'
import { scopesOf, summarize, type TokenSummary } from '../../token/summarize'
import type { Call } from './check'

/** The scopes of a token and the clients that may request them or others, read once for all endpoints. */
export interface TokenScopes {
  readonly all: ReadonlySet<string>
  readonly summary: TokenSummary
  /** Clients that may request a scope, in the order of the spec. */
  readonly clientsWith: (fullScope: string) => readonly Client[]
  /** Scopes of the token that a client may request too, in the order of the token. */
  readonly keptBy: (client: Client) => readonly string[]
  /** Clients that may request some scope of the token. */
  readonly candidates: () => readonly Client[]
  /** Other clients than those of the spec may exist. */
  readonly mayHaveOtherClients: boolean
  readonly isDeclared: (fullScope: string) => boolean
  /** What to call the trigger that can add scopes to such tokens; undefined without one. */
  readonly trigger: string | undefined
}

/** Reads the `scope` claim; an HTTP API also accepts `scp` (guide, "Control access to HTTP APIs with JWT authorizers"). */
export function tokenScopes({ model, token, context }: Call): TokenScopes {
  const { scope, scp } = token.claims ?? {}
  const all = new Set(scopesOf(scope === undefined && model.api.type === 'http' ? scp : scope))
  const summary = summarize(token)
  const byScope = once(() => clientsByScope(context.clientsInFiles === 'none' ? [] : model.clients))
  const kept = once(() => keptByClient(all, byScope()))
  const declared = once(() => declaredScopes(model))
  return {
    all,
    summary,
    clientsWith: fullScope => byScope().get(fullScope) ?? [],
    keptBy: client => kept().get(client) ?? [],
    candidates: () => [...kept().keys()],
    mayHaveOtherClients: context.clientsInFiles !== undefined,
    isDeclared: fullScope => declared().has(fullScope),
    trigger: triggerAppliesTo({ interactive: summary.subject !== 'machine' }, model)
      ? context.clientsInFiles === undefined
        ? `the trigger ${triggerOf(model)?.function.handler}`
        : // The import may have invented the handler.
          'the trigger of the user pool'
      : undefined,
  }
}

/** Computes a value when it is first needed. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const declaredScopes = (model: Model): ReadonlySet<string> =>
  new Set(model.resourceServers.flatMap(({ scopes }) => scopes.map(({ fullScope }) => fullScope)))

function clientsByScope(clients: readonly Client[]): ReadonlyMap<string, readonly Client[]> {
  const byScope = new Map<string, Client[]>()
  for (const client of clients) for (const { fullScope } of client.scopes) append(byScope, fullScope, client)
  return byScope
}

function keptByClient(
  all: ReadonlySet<string>,
  byScope: ReadonlyMap<string, readonly Client[]>,
): ReadonlyMap<Client, readonly string[]> {
  const kept = new Map<Client, string[]>()
  for (const fullScope of all)
    for (const client of byScope.get(fullScope) ?? []) append(kept, client, fullScope)
  return kept
}

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

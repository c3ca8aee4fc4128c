import type { Client, Endpoint } from '../../model/model'
import { profile, scopesOf, type TokenProfile } from '../../token/profile'
import type { Remedy } from '../verdict'
import { anyOf, type Call, failed, passed, type StepResult } from './step'

const REPORTED_403 = '401 by the AWS guide; 403 has been reported with this cause.'

/** The scopes of a token, and who could get others: read once for all endpoints. */
export interface ScopesAtHand {
  readonly scopes: ReadonlySet<string>
  readonly profile: TokenProfile
  readonly clientsOf: (fullScope: string) => readonly Client[]
}

/** Reads the `scope` claim; an HTTP API also takes `scp` (guide, "Control access to HTTP APIs with JWT authorizers"). */
export function scopesAtHand({ model, token }: Call): ScopesAtHand {
  const { scope, scp } = token.claims ?? {}
  let clients: Map<string, Client[]> | undefined
  return {
    scopes: new Set(scopesOf(scope === undefined && model.api.type === 'http' ? scp : scope)),
    profile: profile(token),
    clientsOf(fullScope) {
      clients ??= clientsByScope(model.clients)
      return clients.get(fullScope) ?? []
    },
  }
}

function clientsByScope(clients: readonly Client[]): Map<string, Client[]> {
  const byScope = new Map<string, Client[]>()
  for (const client of clients)
    for (const { fullScope } of client.scopes) {
      const known = byScope.get(fullScope)
      if (known) known.push(client)
      else byScope.set(fullScope, [client])
    }
  return byScope
}

/** Has it one of the endpoint's scopes? Compared letter by letter. */
export function scope({ model, token }: Call, endpoint: Endpoint, hand: ScopesAtHand): StepResult {
  const wanted = endpoint.scopes.map(use => use.fullScope)
  const via = wanted.filter(fullScope => hand.scopes.has(fullScope))
  if (via.length) return passed(`by ${anyOf(via)}`)
  const has = hand.scopes.size
    ? `the token has ${[...hand.scopes].slice(0, 20).join(', ')}`
    : 'the token has no scope'
  const rest = model.api.type === 'rest'
  return failed(
    `wants ${anyOf(wanted)}; ${has}`,
    'SCOPE_MISSING',
    `The endpoint wants ${anyOf(wanted)}; ${has}.${rest ? ` ${REPORTED_403}` : ''}`,
    remedyFor(token.kind === 'id', wanted, hand),
    rest ? REPORTED_403 : undefined,
  )
}

function remedyFor(idToken: boolean, wanted: readonly string[], hand: ScopesAtHand): Remedy {
  if (idToken)
    return {
      tokenRequest: `ID tokens carry no scopes: send the access token, asked for with ${anyOf(wanted)}.`,
    }
  const { holder, sdkSignIn } = hand.profile
  const mayAsk = wanted.flatMap(fullScope => hand.clientsOf(fullScope).map(client => ({ fullScope, client })))
  const fitting = mayAsk.filter(
    ({ client }) => holder !== undefined && client.interactive === (holder === 'user'),
  )
  const offered = fitting.length ? fitting : mayAsk
  const [first] = offered
  if (!first)
    return {
      template: `No client may ask for it: add ${anyOf(wanted)} to the scopes of a client and deploy.`,
    }
  if (sdkSignIn)
    return {
      tokenRequest: `This token is from an SDK sign-in (InitiateAuth), which never brings custom scopes: sign in through /oauth2/authorize with ${first.fullScope}.`,
      template: 'Or add the scope in a pre token generation trigger of version V2_0.',
    }
  const sameHolder = holder === undefined || fitting.length > 0
  const asked = [...(sameHolder ? [...hand.scopes].slice(0, 20) : []), first.fullScope].join(' ')
  const who = anyOf([...new Set(offered.map(({ client }) => client.name))])
  return { tokenRequest: `Ask for it: scope=${asked}. ${who} may.`, scope: asked }
}

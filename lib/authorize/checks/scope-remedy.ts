import { SIGN_IN_SCOPE } from '../../aws/scopes'
import type { Client } from '../../model/model'
import { scopeKind } from '../../token/summarize'
import type { Remedy } from '../verdict'
import { allOf, anyOf } from './check'
import type { TokenScopes } from './token-scopes'

interface Offer {
  readonly client: Client
  /** The scope that is missing. */
  readonly missing: string
  /** Scopes of the token that the client may request too. */
  readonly kept: readonly string[]
}

/** How to get a token with one of the required scopes. Never proposes a scope that the named client may not request. */
export function scopeRemedy(isIdToken: boolean, required: readonly string[], scopes: TokenScopes): Remedy {
  if (isIdToken)
    return {
      tokenRequest: `ID tokens have no scopes. Send the access token, requested with ${anyOf(required)}.`,
    }
  const offer = bestOffer(required, scopes)
  if (!offer)
    return {
      template: `${scopes.mayHaveOtherClients ? 'These files show no client that may request it' : 'No client may request it'}: add ${anyOf(required)} to the scopes of a client and deploy.${inTrigger(scopes)}`,
    }
  const added = addedByTrigger(scopes)
  if (scopes.summary.sdkSignIn || added.length > 0) return signInRemedy(offer, added, scopes.trigger)
  const { client, missing, kept } = offer
  const scope = [...kept, missing].join(' ')
  const others = clientsWithout(required, scopes)
  const refused = others.length ? `; ${allOf(others)} ${others.length === 1 ? 'is' : 'are'} not` : ''
  return {
    tokenRequest: `Request it: scope=${scope}. The client ${client.name} is allowed to${refused}.`,
    scope,
  }
}

const inTrigger = ({ trigger }: TokenScopes): string =>
  trigger === undefined ? '' : ` Or let ${trigger} add it.`

/** Custom scopes that no resource server of the spec declares, next to the scope of every SDK sign-in. */
const addedByTrigger = ({ all, isDeclared }: TokenScopes): readonly string[] =>
  all.has(SIGN_IN_SCOPE) ? [...all].filter(scope => scopeKind(scope) === 'custom' && !isDeclared(scope)) : []

/** A token of an SDK sign-in gets custom scopes from a trigger only. */
const signInRemedy = (
  { client, missing }: Offer,
  added: readonly string[],
  trigger = 'a pre token generation trigger of version V2_0',
): Remedy =>
  added.length
    ? {
        tokenRequest: `A pre token generation trigger must have added ${allOf(added)}: let it add ${missing} too.`,
        template: `Or sign in through /oauth2/authorize with ${missing} and the client ${client.name}.`,
      }
    : {
        tokenRequest: `This token comes from an SDK sign-in (InitiateAuth), which never includes custom scopes: sign in through /oauth2/authorize with ${missing} and the client ${client.name}.`,
        template: `Or add ${missing} in ${trigger}.`,
      }

function bestOffer(required: readonly string[], scopes: TokenScopes): Offer | undefined {
  const all = required.flatMap(missing =>
    scopes.clientsWith(missing).map((client): Offer => ({ client, missing, kept: scopes.keptBy(client) })),
  )
  const { subject } = scopes.summary
  const fitting = all.filter(
    ({ client }) => subject === undefined || client.interactive === (subject === 'user'),
  )
  const offers = fitting.length ? fitting : all
  return offers.reduce<Offer | undefined>(
    (best, offer) => (best && best.kept.length >= offer.kept.length ? best : offer),
    undefined,
  )
}

/** Clients that a reader might try instead: they may request some scope of the token, but none of the required. */
function clientsWithout(required: readonly string[], scopes: TokenScopes): readonly string[] {
  const able = new Set(required.flatMap(scope => scopes.clientsWith(scope)))
  return scopes
    .candidates()
    .filter(client => !able.has(client))
    .map(({ name }) => name)
}

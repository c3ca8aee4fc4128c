import { cognitoGuide } from '../../aws/docs'
import { exists, sameLink, whyUnknown } from '../../deployed/access'
import { isInteractive, isMachine, setting } from '../../deployed/client'
import type { Client } from '../../deployed/deployed'
import { includes, listingOf } from '../../deployed/questions'
import { all, knownUnless, not, some, type Truth, undecided } from '../../deployed/truth'
import { about } from '../about'
import type { Facts, Rule } from '../rule'

export const domainMissing: Rule = {
  code: 'DOMAIN_MISSING',
  severity: 'warning',
  source: cognitoGuide('cognito-user-pools-assign-domain'),
  check: facts =>
    facts.deployed.clients.map(client =>
      about(
        client,
        all(some(isInteractive(client), usesTokenEndpoint(client)), not(hasDomain(client, facts))),
        () => ({
          message: `The user pool of the client ${client.id} has no domain.`,
          why: 'Without one no client gets a token with custom scopes: the token endpoint is on it.',
          fix: 'Give the user pool a domain.',
        }),
      ),
    ),
}

/** Machines need no domain where they get their tokens by the GetClientToken API. */
const usesTokenEndpoint = (client: Client): Truth =>
  all(
    isMachine(client),
    not(includes(listingOf(setting(client, 'ExplicitAuthFlows')), 'ALLOW_CLIENT_TOKEN_AUTH')),
  )

/** Only a pool that is in the files can lack a domain. */
function hasDomain(client: Client, { access, deployed }: Facts): Truth {
  const pool = access.poolOf(client)
  const unknown = whyUnknown(pool, deployed)
  if (unknown) return undecided(...unknown)
  return some(
    ...deployed.domains.map(domain => all(exists(domain), sameLink(access.poolOf(domain), pool))),
    knownUnless(deployed.open, false),
  )
}

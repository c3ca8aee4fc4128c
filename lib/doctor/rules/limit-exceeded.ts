import { COGNITO_ENDPOINTS } from '../../aws/docs'
import {
  MAX_AUDIENCES,
  MAX_REDIRECT_URIS,
  MAX_ROUTE_SCOPE_LENGTH,
  MAX_SCOPE_LENGTH,
  MAX_SCOPES_PER_CLIENT,
  MAX_SCOPES_PER_RESOURCE_SERVER,
  MAX_SCOPES_PER_ROUTE,
} from '../../aws/limits'
import { setting } from '../../deployed/client'
import { whole } from '../../deployed/compare'
import { leastLength } from '../../deployed/length'
import { listingOf } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { placeOf, type Term, type Text } from '../../deployed/term'
import { all, known, type Truth, undecided } from '../../deployed/truth'
import { about, aboutEndpoint } from '../about'
import type { Facts, Rule, Verdicts } from '../rule'

export const limitExceeded: Rule = {
  code: 'LIMIT_EXCEEDED',
  severity: 'error',
  source: COGNITO_ENDPOINTS,
  check: facts => [...counts(facts), ...lengths(facts)],
}

function counts({ deployed }: Facts): Verdicts {
  const tooMany = (term: Term, most: number, what: () => string) =>
    [
      isOver(term, most),
      () => ({
        at: placeOf(term),
        message: `${what()}; at most ${most} are allowed.`,
        why: 'The deployment fails.',
        fix: 'Remove some of them.',
      }),
    ] as const
  return [
    ...deployed.resourceServers.map(it =>
      about(
        it,
        ...tooMany(it.scopes, MAX_SCOPES_PER_RESOURCE_SERVER, () => `${it.id} declares too many scopes`),
      ),
    ),
    ...deployed.clients.flatMap(client =>
      (
        [
          ['AllowedOAuthScopes', MAX_SCOPES_PER_CLIENT],
          ['CallbackURLs', MAX_REDIRECT_URIS],
          ['LogoutURLs', MAX_REDIRECT_URIS],
        ] as const
      ).map(([name, most]) =>
        about(client, ...tooMany(setting(client, name), most, () => `${client.id} has too many ${name}`)),
      ),
    ),
    ...deployed.authorizers.map(it =>
      about(it, ...tooMany(it.audience, MAX_AUDIENCES, () => `${it.id} lists too many audiences`)),
    ),
    ...deployed.endpoints
      .filter(({ apiType }) => apiType === 'http')
      .map(it =>
        aboutEndpoint(
          it,
          ...tooMany(it.scopes, MAX_SCOPES_PER_ROUTE, () => `${endpointName(it)} lists too many scopes`),
        ),
      ),
  ]
}

/** More items than allowed. A list of unknown length is not suspected of it. */
function isOver(term: Term, most: number): Truth {
  const { items, open } = listingOf(term)
  const sure = items.filter(item => item.sure.is === true).length
  if (sure > most) return known(true)
  return items.length > most ? undecided(...open, ...items.flatMap(item => item.sure.because)) : known(false)
}

const atLeast = (text: Text): string => (whole(text) === undefined ? 'at least ' : '')

function lengths({ deployed, access }: Facts): Verdicts {
  return [
    ...deployed.resourceServers.flatMap(server =>
      access.fullScopes(server).items.flatMap(({ text, sure }) => {
        const length = leastLength(text)
        if (length <= MAX_SCOPE_LENGTH) return []
        return about(server, all(sure, known(true, text.assumed)), () => ({
          at: text.at,
          message: `A scope of ${server.id} has ${atLeast(text)}${length} characters with its identifier; ${MAX_SCOPE_LENGTH} are allowed.`,
          why: 'No client can list it.',
          fix: 'Shorten the identifier or the name.',
        }))
      }),
    ),
    ...deployed.endpoints
      .filter(({ apiType }) => apiType === 'http')
      .flatMap(endpoint =>
        listingOf(endpoint.scopes).items.flatMap(({ text, sure }) => {
          const length = leastLength(text)
          if (length <= MAX_ROUTE_SCOPE_LENGTH) return []
          return aboutEndpoint(endpoint, all(sure, known(true, text.assumed)), () => ({
            at: text.at,
            severity: 'warning',
            detail: `${atLeast(text)}${length} characters`,
            message: `${endpointName(endpoint)} requires a scope of ${atLeast(text)}${length} characters.`,
            why: `The model of the API allows ${MAX_ROUTE_SCOPE_LENGTH} characters for a scope of a route.`,
            fix: 'Use a shorter identifier.',
          }))
        }),
      ),
  ]
}

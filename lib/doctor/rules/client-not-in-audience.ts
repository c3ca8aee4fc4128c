import { apiGatewayGuide } from '../../aws/docs'
import { asksForToken, exists } from '../../deployed/access'
import { anyItem, listingOf } from '../../deployed/questions'
import { endpointName } from '../../deployed/show'
import { placeOf, type Term } from '../../deployed/term'
import { all, not, undecided } from '../../deployed/truth'
import { appendWritten } from '../../source/insert'
import { startOf } from '../../source/node'
import { aboutEndpoint } from '../about'
import type { Proposal } from '../finding'
import type { Rule } from '../rule'

export const clientNotInAudience: Rule = {
  code: 'CLIENT_NOT_IN_AUDIENCE',
  severity: 'warning',
  source: apiGatewayGuide('http-api-jwt-authorizer'),
  check: ({ deployed, access }) =>
    deployed.endpoints.flatMap(endpoint => {
      const link = endpoint.authorizer
      if (endpoint.apiType === 'http' && link.kind === 'unknown' && deployed.clients.length > 0)
        return [
          aboutEndpoint(endpoint, all(asksForToken(endpoint), undecided(...link.because)), () => ({
            message: `${endpointName(endpoint)} has an authorizer that is not known.`,
            why: 'A JWT authorizer compares the client_id of an access token with its audience.',
            fix: 'List every client of the API in its audience.',
          })),
        ]
      if (endpoint.apiType !== 'http' || link.kind !== 'one') return []
      const authorizer = link.to
      const scopes = listingOf(endpoint.scopes)
      return access.poolsOf(endpoint).flatMap(pool =>
        access.clientsOf(pool).map(({ thing: client, belongs }) => {
          const canHaveScope = anyItem(scopes, scope => access.canObtain(client, scope))
          const truth = all(
            exists(client),
            belongs,
            asksForToken(endpoint),
            canHaveScope,
            not(access.isListed(client, authorizer)),
          )
          return aboutEndpoint(endpoint, truth, () => ({
            at: authorizer.audience.label ?? placeOf(authorizer.audience),
            message: `The client ${client.id} can request scopes of the API, but ${authorizer.id} does not accept its tokens.`,
            why: 'A JWT authorizer compares the client_id of an access token with its audience: every other client gets 401.',
            fix: `Add the client ID of ${client.id} to the audience.`,
            proposals: () => addClient(client.id, authorizer.audience),
            on: client.id,
          }))
        }),
      )
    }),
}

/** A reference in the way that the list writes its other items. */
function addClient(id: string, audience: Term): readonly Proposal[] {
  const list = audience.kind === 'list' ? audience.node : undefined
  const last = list?.items.at(-1)
  if (!list || !last) return []
  const like = list.source.text.slice(startOf(last), last.end)
  const item = like.replace(/[A-Za-z0-9]+(?=['"]?\s*\}?$)/, id)
  if (item === like || /\n/.test(like)) return []
  return [{ label: `Add ${id} to the audience`, edits: [appendWritten(list, last, item)] }]
}

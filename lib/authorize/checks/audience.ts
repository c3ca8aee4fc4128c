import type { JsonValue } from '../../token/json'
import { anyOf, assumed, type Call, type CheckResult, failed, passed } from './check'

const listOf = (aud: JsonValue): readonly JsonValue[] => (Array.isArray(aud) ? aud : [aud])

/** An app client ID has no colon, slash or dot (API reference, ClientIdType), so the URL of a resource cannot be one. */
const CLIENT_ID = /^[\w+-]{1,128}$/

/**
 * Checks that the token is for one of the clients or additional audiences. An HTTP API reads `aud`, and `client_id`
 * only if there is no `aud` (guide, "Troubleshooting HTTP API JWT authorizers"). A REST API reads neither.
 */
export function audience({ model, token, context: { clientIds = [] } }: Call): CheckResult {
  const { aud, client_id } = token.claims ?? {}
  const { additionalAudiences } = model.api
  const name = aud === undefined ? 'client_id' : 'aud'
  const found = (aud === undefined ? [client_id] : listOf(aud)).filter(value => typeof value === 'string')
  const shown = found.length ? `${name} is ${anyOf(found)}` : 'the token has neither aud nor client_id'
  const bound = token.kind === 'access' && aud !== undefined
  if (found.some(value => clientIds.includes(value) || additionalAudiences.includes(value)))
    return passed(shown)
  // Whatever the client IDs turn out to be, none of them is a URL.
  const couldBeClient = clientIds.length === 0 && (found.length === 0 || found.some(id => CLIENT_ID.test(id)))
  if (couldBeClient) return assumed(`${shown}, assumed to be one of the deployed clients`)
  const expected = anyOf([
    ...(clientIds.length > 0 ? clientIds : ['the clients of this API']),
    ...additionalAudiences,
  ])
  if (bound)
    return failed(
      `${shown}; expected ${expected}`,
      'AUDIENCE_MISMATCH',
      `The token is bound to another audience: ${shown}; the authorizer's audience is ${expected}. A token that was requested with resource= has an aud claim, and then API Gateway does not compare client_id.`,
      {
        tokenRequest: 'Request the token without resource=.',
        template: 'Or add the resource to the additional audiences of the API and deploy.',
      },
    )
  return failed(
    `${shown}; expected ${expected}`,
    'AUDIENCE_MISMATCH',
    `The token is for another client: ${shown}; the authorizer's audience is ${expected}.`,
    {
      tokenRequest: 'Get the token with one of the clients of this API.',
      template: "Or add the token's client to the clients of the API and deploy.",
    },
  )
}

import type { JsonValue } from '../../token/json'
import { anyOf, type Call, failed, passed, type StepResult, takenForGranted } from './step'

const listOf = (aud: JsonValue): readonly JsonValue[] => (Array.isArray(aud) ? aud : [aud])

/**
 * For one of the clients? An HTTP API asks: `aud`, and `client_id` only when there is no `aud` (guide, "Troubleshooting
 * HTTP API JWT authorizers"). A REST API never asks.
 */
export function audience({ token, circumstances: { clientIds = [] } }: Call): StepResult {
  const { aud, client_id } = token.claims ?? {}
  const name = aud === undefined ? 'client_id' : 'aud'
  const found = (aud === undefined ? [client_id] : listOf(aud)).filter(value => typeof value === 'string')
  const shown = found.length ? `${name} is ${anyOf(found)}` : 'neither aud nor client_id'
  const bound = token.kind === 'access' && aud !== undefined
  const binding =
    'An access token that was asked for with resource= carries aud, and then client_id does not count'
  if (clientIds.length === 0)
    return takenForGranted(
      `${shown}, taken as one of the deployed clients`,
      bound ? `${binding}: the authorizer's Audience must list ${anyOf(found)}.` : undefined,
    )
  if (found.some(value => clientIds.includes(value))) return passed(shown)
  return failed(
    `${shown}, wanted ${anyOf(clientIds)}`,
    'AUDIENCE_MISMATCH',
    `The token is not for this API: ${shown}, and the authorizer's audience is ${anyOf(clientIds)}.${bound ? ` ${binding}.` : ''}`,
    bound
      ? {
          tokenRequest: 'Ask for the token without resource=.',
          deployment: "Or add the resource's URL to the Audience of the authorizer.",
        }
      : {
          tokenRequest: 'Get the token with one of the clients of this API.',
          template: "Or declare the token's client in the spec and deploy it.",
        },
  )
}

import { REFRESH_FLOW } from '../../aws/auth-flows'
import { signsInUsers } from '../../aws/grants'
import { specError } from '../error-code'
import { child } from '../field-path'
import { specRule } from '../spec-rule'

/**
 * Checks clients with refresh token rotation. Cognito refuses it together with ALLOW_REFRESH_TOKEN_AUTH, which is one of
 * the flows that a client has by default (developer guide, "Refresh tokens").
 */
export const refreshTokenRotation = specRule(['clients'], function* ({ clients }) {
  for (const [i, { grants, explicitAuthFlows: flows, hasRotation }] of (clients ?? []).entries()) {
    if (!hasRotation) continue
    if (grants !== undefined && !grants.includes(undefined) && !grants.some(signsInUsers))
      yield specError(
        'ROTATION_NEEDS_USER',
        child('clients', i, 'refreshTokenRotation'),
        'A client that signs no users in gets no refresh tokens. Remove refreshTokenRotation.',
      )
    else if (flows === undefined || flows.includes(REFRESH_FLOW))
      yield specError(
        'ROTATION_WITH_REFRESH_FLOW',
        child('clients', i, 'explicitAuthFlows'),
        flows === undefined
          ? `Rotation cannot be combined with ${REFRESH_FLOW}, which Cognito allows by default. List the other flows of the client.`
          : `Rotation cannot be combined with ${REFRESH_FLOW}. Remove one of them.`,
      )
  }
})

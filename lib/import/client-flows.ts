import { AUTH_FLOWS, REFRESH_FLOW, ROTATION_GRACE_SECONDS } from '../aws/auth-flows'
import { setting } from '../deployed/client'
import type { Client } from '../deployed/deployed'
import { propertyAt } from '../deployed/questions'
import { knownText, knownTexts } from './known-text'
import { type Notes, noteChanges } from './report'

/** The SDK flows of a client and the rotation of its refresh tokens. */
export function importClientFlows(client: Client, isMachine: boolean, notes: Notes) {
  const listed = knownTexts(setting(client, 'ExplicitAuthFlows'))
  const explicitAuthFlows = AUTH_FLOWS.filter(flow => listed.includes(flow))
  const changed = noteChanges(client, notes)
  if (explicitAuthFlows.length < new Set(listed).size)
    changed('sign-in flows', 'The spec has no older names of flows, and not ALLOW_CLIENT_TOKEN_AUTH.')
  const seconds = rotationSeconds(client)
  const isPossible = !isMachine && explicitAuthFlows.length > 0 && !explicitAuthFlows.includes(REFRESH_FLOW)
  if (seconds !== undefined && !isPossible)
    changed('refresh token rotation', `It requires a list of sign-in flows without ${REFRESH_FLOW}.`)
  return {
    ...(explicitAuthFlows.length > 0 && { explicitAuthFlows }),
    ...(seconds !== undefined &&
      isPossible && { refreshTokenRotation: { retryGracePeriodSeconds: seconds } }),
  }
}

/** The grace period, if refresh tokens rotate; Cognito's default is none. */
function rotationSeconds(client: Client): number | undefined {
  const rotation = setting(client, 'RefreshTokenRotation')
  if (knownText(propertyAt(rotation, ['Feature'])) !== 'ENABLED') return undefined
  const seconds = Number(knownText(propertyAt(rotation, ['RetryGracePeriodSeconds'])))
  const { min, max } = ROTATION_GRACE_SECONDS
  return Number.isInteger(seconds) && seconds <= max ? Math.max(seconds, min) : min
}

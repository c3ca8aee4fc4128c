import { REFRESH_FLOW } from '../../aws/auth-flows'
import { cognitoGuide } from '../../aws/docs'
import { setting } from '../../deployed/client'
import { includes, isAbsent, isOneOf, listingOf, propertyAt } from '../../deployed/questions'
import { placeOf } from '../../deployed/term'
import { all, some } from '../../deployed/truth'
import { about } from '../about'
import type { Rule } from '../rule'

export const rotationWithRefreshFlow: Rule = {
  code: 'ROTATION_WITH_REFRESH_FLOW',
  severity: 'error',
  source: cognitoGuide('amazon-cognito-user-pools-using-the-refresh-token'),
  check: ({ deployed }) =>
    deployed.clients.map(client => {
      const rotation = setting(client, 'RefreshTokenRotation')
      const flows = setting(client, 'ExplicitAuthFlows')
      return about(
        client,
        all(
          isOneOf(propertyAt(rotation, ['Feature']), 'ENABLED'),
          // Left out, Cognito allows it by default.
          some(isAbsent(flows), includes(listingOf(flows), REFRESH_FLOW)),
        ),
        () => ({
          at: placeOf(flows.kind === 'absent' ? rotation : flows),
          message: `The client ${client.id} combines refresh token rotation with ${REFRESH_FLOW}.`,
          why: 'Cognito refuses both together, so the deployment fails.',
          fix: `List the flows that the client uses in ExplicitAuthFlows, without ${REFRESH_FLOW}.`,
        }),
      )
    }),
}

import { AUTH_FLOWS, ROTATION_GRACE_SECONDS } from '../aws/auth-flows'
import { cognitoGuide } from '../aws/docs'
import { choice, group, list, optional, wholeNumber } from './field-kinds'

const flows = cognitoGuide('amazon-cognito-user-pools-authentication-flow')
const rotation = cognitoGuide('amazon-cognito-user-pools-using-the-refresh-token')

/** How a client signs users in through the SDK, and how its refresh tokens change: optional fields of a client. */
export const clientFlows = {
  explicitAuthFlows: optional(
    list(
      choice(AUTH_FLOWS, {
        label: 'Sign-in flow',
        help: 'A flow of InitiateAuth.',
        example: 'ALLOW_USER_SRP_AUTH',
        docs: flows,
      }),
      {
        label: 'SDK sign-in flows',
        help: "Flows that the client is allowed to use. Default: Cognito's own.",
        docs: flows,
        atLeastOne: 'sign-in flow',
        many: 'sign-in flows',
        unique: true,
      },
    ),
  ),
  refreshTokenRotation: optional(
    group(
      {
        retryGracePeriodSeconds: wholeNumber({
          label: 'Retry grace period',
          help: 'How many seconds the previous refresh token stays valid.',
          example: '10',
          docs: rotation,
          ...ROTATION_GRACE_SECONDS,
          unit: 'seconds',
        }),
      },
      {
        label: 'Refresh token rotation',
        help: 'Every refresh returns a new refresh token.',
        docs: rotation,
      },
    ),
  ),
} as const

import type { Client } from '../../model/model'
import { shellBlock } from './markdown'
import type { OutputCommand } from './outputs'

/** How a client with rotation refreshes its tokens; nothing for the others. */
export function rotation(client: Client, output: OutputCommand): readonly string[] {
  const { refreshTokenRotation: rotation, generateSecret } = client
  if (!rotation) return []
  const { retryGracePeriodSeconds: seconds } = rotation
  const grace =
    seconds === 0
      ? 'The previous one stops working at once'
      : `The previous one works for ${seconds} more second${seconds === 1 ? '' : 's'}, to retry a request whose response was lost`
  return [
    `Refresh tokens of this client rotate: every refresh returns a new one, which the app must store in place of the previous one. ${grace}. The new one is valid for the rest of the time of the first, so the user signs in again after that. Refresh at the token endpoint: the SDK flow REFRESH_TOKEN_AUTH is not available.`,
    shellBlock(
      'REFRESH_TOKEN=$(token refresh_token)',
      `RESPONSE=$(curl -sS "${output('TokenUrl')}" ${generateSecret ? '-u "$CLIENT_ID:$CLIENT_SECRET" ' : ''}\\`,
      '  --data-urlencode grant_type=refresh_token \\',
      '  --data-urlencode "client_id=$CLIENT_ID" \\',
      '  --data-urlencode "refresh_token=$REFRESH_TOKEN")',
      'ACCESS_TOKEN=$(token access_token)',
    ),
  ]
}

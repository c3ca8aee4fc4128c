import { cognitoGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import { checkRedirectUri } from '../../document/redirect-uri'
import type { Rule } from '../finding'
import { changed, indexOf } from '../member-of'

export const publicClientWithSecret: Rule = {
  code: 'PUBLIC_CLIENT_WITH_SECRET',
  check: ({ clients }) =>
    clients
      .filter(({ generateSecret, callbackUrls }) => generateSecret && callbackUrls.some(isOnDevice))
      .map(client => ({
        code: 'PUBLIC_CLIENT_WITH_SECRET',
        severity: 'warning',
        paths: [
          child(client.field, 'generateSecret'),
          ...client.callbackUrls.flatMap((uri, i) =>
            isOnDevice(uri) ? [child(client.field, 'callbackUrls', i)] : [],
          ),
        ],
        message: `Client "${client.name}" has a secret and a callback URL on the user's device.`,
        why: 'An app or page on a device cannot keep a secret: anyone with a copy of the app can extract it.',
        fix: 'Turn the secret off and use PKCE, or add a separate client for the server. Either change replaces the client.',
        source: cognitoGuide('user-pool-settings-client-apps'),
        repair: {
          label: 'Turn the secret off',
          apply: spec => ({
            ...spec,
            clients: changed(spec.clients, indexOf(client.field), own => ({ ...own, generateSecret: false })),
          }),
        },
      })),
}

/** True for a custom scheme and for localhost. */
function isOnDevice(uri: string): boolean {
  const checked = checkRedirectUri(uri)
  return 'kind' in checked && checked.kind !== 'web'
}

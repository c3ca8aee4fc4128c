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
        message: `The client "${client.name}" has a secret, and a callback URL on the user's own device.`,
        why: 'An app or page on a device cannot keep a secret: everybody who has it can read the secret out of it.',
        fix: 'Turn the secret off and use PKCE, or make a client of its own for the server. Either replaces the client.',
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

/** A custom scheme or localhost. */
function isOnDevice(uri: string): boolean {
  const checked = checkRedirectUri(uri)
  return 'kind' in checked && checked.kind !== 'web'
}

import { cognitoGuide } from '../../aws/docs'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'
import { changed, indexOf } from '../member-of'

export const implicitGrant: Rule = {
  code: 'IMPLICIT_GRANT',
  check: ({ clients }) =>
    clients
      .filter(({ grants }) => grants.includes('implicit'))
      .map(client => ({
        code: 'IMPLICIT_GRANT',
        severity: 'warning',
        paths: [
          child(client.field, 'grants', client.grants.indexOf('implicit')),
          child(client.field, 'grants'),
        ],
        message: `Client "${client.name}" allows the implicit grant.`,
        why: 'It exposes tokens in the page URL, where browser history, logs and other scripts can read them, and issues no refresh token.',
        fix: 'Use the authorization code grant with PKCE, in apps and on web pages.',
        source: cognitoGuide('federation-endpoints-oauth-grants'),
        repair: {
          label: client.grants.includes('authorization_code') ? 'Remove implicit' : 'Use authorization code',
          apply: spec => ({
            ...spec,
            clients: changed(spec.clients, indexOf(client.field), own => ({
              ...own,
              grants: ['authorization_code'],
            })),
          }),
        },
      })),
}

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
        message: `The client "${client.name}" may use the implicit grant.`,
        why: 'It puts tokens into the address of the page, where browser history, logs and other scripts can read them, and gives no refresh token.',
        fix: 'Use authorization_code with PKCE, in apps and in pages alike.',
        source: cognitoGuide('federation-endpoints-oauth-grants'),
        repair: {
          label: client.grants.includes('authorization_code') ? 'Remove implicit' : 'Use authorization_code',
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

import { cognitoGuide } from '../../aws/docs'
import { DEFAULT_ACCESS_TOKEN_MINUTES } from '../../aws/grants'
import { child } from '../../document/field-path'
import type { Rule } from '../finding'
import { changed, indexOf } from '../member-of'

export const longAccessToken: Rule = {
  code: 'LONG_ACCESS_TOKEN',
  check: ({ clients }) =>
    clients.flatMap(client => {
      const minutes = client.tokenValidity?.accessTokenMinutes ?? DEFAULT_ACCESS_TOKEN_MINUTES
      if (minutes <= DEFAULT_ACCESS_TOKEN_MINUTES) return []
      return [
        {
          code: 'LONG_ACCESS_TOKEN',
          severity: 'suggestion',
          paths: [child(client.field, 'tokenValidity', 'accessTokenMinutes')],
          message: `Access tokens of client "${client.name}" are valid for ${minutes} minutes.`,
          why: 'API Gateway does not check for revocation: a stolen or revoked token is accepted until it expires.',
          fix: 'Use 60 minutes or less, and refresh tokens in the client.',
          source: cognitoGuide('amazon-cognito-user-pools-using-tokens-with-identity-providers'),
          repair: {
            label: 'Set to 60 minutes',
            apply: spec => ({
              ...spec,
              clients: changed(spec.clients, indexOf(client.field), own => ({
                ...own,
                ...(own.tokenValidity && {
                  tokenValidity: { ...own.tokenValidity, accessTokenMinutes: DEFAULT_ACCESS_TOKEN_MINUTES },
                }),
              })),
            }),
          },
        },
      ]
    }),
}

import { cognitoGuide } from '../../aws/docs'
import { child, type FieldPath } from '../../document/field-path'
import type { Model } from '../../model/model'
import type { Rule } from '../finding'

/** Every string of the spec that may hold more than ASCII, with its field. */
const texts = ({ resourceServers, clients, api }: Model): readonly (readonly [FieldPath, string])[] => [
  ...resourceServers.flatMap(({ scopes }) =>
    scopes.map(({ field, description }) => [child(field, 'description'), description] as const),
  ),
  ...clients.flatMap(({ field, callbackUrls, logoutUrls, defaultRedirectUri, identityProviders }) => [
    ...listed(child(field, 'callbackUrls'), callbackUrls),
    ...(defaultRedirectUri === undefined
      ? []
      : [[child(field, 'defaultRedirectUri'), defaultRedirectUri] as const]),
    ...listed(child(field, 'logoutUrls'), logoutUrls),
    ...listed(child(field, 'identityProviders'), identityProviders),
  ]),
  ...(api.cors ? listed(child(api.cors.field, 'allowOrigins'), api.cors.allowOrigins) : []),
]

const listed = (field: FieldPath, items: readonly string[]) =>
  items.map((item, i) => [child(field, i), item] as const)

export const notNfc: Rule = {
  code: 'NOT_NFC',
  check(model) {
    const paths = texts(model)
      .filter(([, text]) => text !== text.normalize('NFC'))
      .map(([field]) => field)
    if (paths.length === 0) return []
    return [
      {
        code: 'NOT_NFC',
        severity: 'suggestion',
        paths,
        message: `Not in Unicode normalization form C: ${paths.join(', ')}.`,
        why: 'Terraform normalizes every string, so there the deployed value differs from the other formats; a redirect URI must match exactly.',
        fix: 'Type the characters again in their composed form, such as é as one character.',
        source: cognitoGuide('cognito-user-pools-app-idp-settings'),
      },
    ]
  },
}
